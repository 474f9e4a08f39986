import { describe, expect, it } from 'vitest';
import { checkFileNames, checkFolderFiles } from './check-folder-files.ts';

const found = (folder: 'county' | 'national', names: string[]) =>
  checkFolderFiles(folder, names).map(({ file, code }) => `${file} ${code}`);

describe('the files of a folder', () => {
  it('passes a county with agreements, templates and a text about it', () => {
    expect(found('county', ['README.md', 'agreements/a.yaml', 'county.yaml', 'templates/lok.yaml', 'templates/bilder/a.svg'])).toEqual([]);
  });

  it('refuses a county without county.yaml', () => {
    expect(found('county', ['agreements/a.yaml'])).toEqual(['county.yaml missing-file']);
  });

  it('refuses national data without one of its files', () => {
    const names = [
      'taxonomy.yaml',
      'situation.yaml',
      'activities.yaml',
      'deadlines.yaml',
      'areas.yaml',
      'synonyms.yaml',
      'reserve-numbers.yaml',
      'secrecy-rules.yaml',
      'planning.yaml',
    ];
    expect(found('national', names)).toEqual(['law.yaml missing-file']);
  });

  it.each(['agreements/a.yml', 'agreements/old/a.yaml', 'agreement/a.yaml', 'bodies.yaml', 'knowledge/a.yaml'])(
    'refuses %s, which nothing would read',
    (name) => {
      expect(found('county', ['county.yaml', name])).toEqual([`${name} unexpected-file`]);
    },
  );
});

describe('the name of an agreement file', () => {
  const named = (file: string) =>
    checkFileNames('county', [{ file: `agreements/${file}`, value: { slug: 'dalarna-missbruk-2021' } }]).length;

  it.each(['dalarna-missbruk-2021.yaml', 'missbruk-2021.yaml', 'dalarna-missbruk-2021.v2.yaml'])('may be %s', (file) => {
    expect(named(file)).toBe(0);
  });

  it.each(['2021.yaml', 'missbruk.yaml', 'missbruk-2021-v2.yaml'])('may not be %s', (file) => {
    expect(named(file)).toBe(1);
  });
});
