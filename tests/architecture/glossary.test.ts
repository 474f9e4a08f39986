import { describe, expect, test } from 'vitest';
import { codeOf, rowsOf } from './markdown.ts';
import { projectFiles, read } from './project-files.ts';

const rows = rowsOf(read('docs/glossary.md')).map(([swedish = '', code = '', where = '']) => ({
  swedish,
  words: codeOf(code),
  where: codeOf(where),
}));
const known = new Set(rows.flatMap(({ words }) => words));

const folders = new Set(projectFiles.flatMap((path) => /^src\/(?:domain|features)\/([^/]+)\//.exec(path)?.[1] ?? []));

/** Does a word stand in the name or the text of a file or folder? `use-case` is also met as `useCase`, `cites` as `Cites`. */
function stands(word: string, path: string): boolean {
  const files = projectFiles.filter((file) => file === path || (path.endsWith('/') && file.startsWith(path)));
  const joined = word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const spellings = [word, joined, joined.charAt(0).toUpperCase() + joined.slice(1)];
  return files.some((file) => spellings.some((spelling) => file.includes(spelling) || read(file).includes(spelling)));
}

describe('the glossary', () => {
  test('has every folder of the domain and of the features', () => {
    expect(folders.size).toBeGreaterThan(5);
    expect([...folders].filter((folder) => !known.has(folder))).toEqual([]);
  });

  test('says where each word stands, and it stands there', () => {
    expect(stands('sobriety', 'src/domain/law/')).toBe(false);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ words, where }) => words.length === 0 || where.length === 0)).toEqual([]);
    const astray = rows.flatMap(({ words, where }) =>
      where.flatMap((path) => (words.some((word) => stands(word, path)) ? [] : [`${path}: ${words.join()}`])),
    );
    const nowhere = rows.flatMap(({ words, where }) => words.filter((word) => !where.some((path) => stands(word, path))));
    expect([...astray, ...nowhere]).toEqual([]);
  });

  test('has each Swedish word once', () => {
    const words = rows.map(({ swedish }) => swedish);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
