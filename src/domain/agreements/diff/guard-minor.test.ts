import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../../counties/agreement-file.ts';
import { diffVersions } from './diff-versions.ts';
import { seeds } from './given-seeds.ts';
import { dalarna, FJALLMARK, fjallmark, jonkoping, nextOf, rowIn, sectionIn } from './given-versions.ts';
import { guardMinor } from './guard-minor.ts';

const [first] = fjallmark;
const MUNICIPALITIES: Record<string, string[]> = { '99': FJALLMARK, '20': ['2080'], '06': ['0680'] };

function refusalsOf(version: AgreementFile, change: (next: AgreementFile) => void) {
  const diff = diffVersions(version, nextOf(version, change), MUNICIPALITIES[version.county] ?? []);
  return guardMinor(diff, version.terms['minor-amendment']).map(({ code, params }) => [code, params.section ?? params.cite ?? params.kind]);
}

const reword = (section: string, sentence: string) => (next: AgreementFile) => {
  sectionIn(next, section).sentences[sentence] = 'Det här skriver vi på ett annat sätt.';
};

describe('a minor amendment', () => {
  test('may change the words of what no responsibility, no party and no fenced section rests on', () => {
    expect(refusalsOf(first, reword('varfor', 'a1'))).toEqual([]);
    expect(refusalsOf(first, reword('skaver', 'a5'))).toEqual([]);
    const background = dalarna.sections[0]?.sections.find(({ heading }) => heading === 'Bakgrund')?.id ?? expect.fail('no background');
    expect(refusalsOf(dalarna, (next) => Object.assign(sectionIn(next, background), { heading: 'Bakgrunden' }))).toEqual([]);
  });

  test('may not touch the text of a section that the agreement fences off, not even a letter or the order', () => {
    expect(refusalsOf(first, reword('vilka', 'a3'))).toEqual([['minor-touches-section', 'vilka']]);
    expect(refusalsOf(first, (next) => Object.assign(sectionIn(next, 'vilka'), { heading: 'Vilka de gäller' }))).toEqual([
      ['minor-touches-section', 'vilka'],
    ]);
    const turned = (next: AgreementFile) => {
      const { a1 = '', a2 = '', ...rest } = sectionIn(next, 'vilka').sentences;
      sectionIn(next, 'vilka').sentences = { a2, a1, ...rest };
    };
    expect(refusalsOf(first, turned)).toEqual([['minor-touches-section', 'vilka']]);
  });

  test('is held to the sections by their headings: the aim and the goals of Dalarna, not its target group', () => {
    const touch = (heading: string) =>
      refusalsOf(dalarna, (next) => {
        const chapter = next.sections[0]?.sections.find((section) => section.heading === heading) ?? expect.fail(`no ${heading}`);
        chapter.sentences.ny = 'En mening till.';
      }).map(([code]) => code);
    expect([touch('Syfte'), touch('Mål')]).toEqual([['minor-touches-section'], ['minor-touches-section']]);
    expect(touch('Målgrupp')).toEqual([]);
  });

  test('may not touch a sentence that a responsibility rests on, though the matrix is left as it was', () => {
    expect(refusalsOf(first, reword('vem', 'a2'))).toEqual([['minor-touches-sentence', 'vem.a2']]);
    const gone = (next: AgreementFile) => {
      delete sectionIn(next, 'vem').sentences.a5;
      rowIn(next, 'FJ-05').cites = ['vem.a4'];
    };
    expect(refusalsOf(first, gone)).toEqual([['minor-touches-sentence', 'vem.a5']]);
  });

  test.each(
    seeds.filter(({ tells }) => /^(duty|actor|party|target|minor)/.test(tells[0]?.[0] ?? '')).map((seed) => [seed.name, seed] as const),
  )('is refused when %s', (_, { change, tells }) => {
    expect(refusalsOf(first, change)).toEqual(tells.map(([kind]) => ['minor-touches-meaning', kind]));
  });

  test.each(
    seeds.filter(({ tells }) => /^(valid|extension|cadence|ladder)/.test(tells[0]?.[0] ?? '')).map((seed) => [seed.name, seed] as const),
  )('is not refused for what the agreement does not fence off: %s', (_, { change }) => {
    expect(refusalsOf(first, change)).toEqual([]);
  });

  describe('of a local agreement', () => {
    const by = [{ name: 'Boendeteamet' }];
    const told = {
      activity: 'Boende med stöd',
      how: 'Vi ringer.',
      by,
      when: 'Varje vardag',
      until: '2030-06-30',
      status: 'ongoing' as const,
    };
    const local: AgreementFile = { ...first, local: { rows: { 'FJ-05': told }, answers: {} } };
    const change = (anew: Partial<typeof told>) => (next: AgreementFile) =>
      void Object.assign(next, { local: { rows: { 'FJ-05': { ...told, ...anew } }, answers: {} } });

    test('may not touch who does something: that is a responsibility', () => {
      expect(refusalsOf(local, change({ by: [{ name: 'Kommunen' }] }))).toEqual([['minor-touches-meaning', 'way-by']]);
      expect(refusalsOf(local, change({ by: [] }))).toEqual([['minor-touches-meaning', 'way-by']]);
      expect(refusalsOf(local, (next) => void Object.assign(next, { local: { rows: {}, answers: {} } }))).toContainEqual([
        'minor-touches-meaning',
        'way-by',
      ]);
    });

    test('may touch how, when and by which day', () => {
      expect(refusalsOf(local, change({ how: 'Vi skriver.' }))).toEqual([]);
      expect(refusalsOf(local, change({ when: 'Varje helg', until: '2031-01-01' }))).toEqual([]);
    });
  });

  test('is refused altogether where the agreement has no such way', () => {
    expect(jonkoping.terms['minor-amendment']).toBeUndefined();
    expect(refusalsOf(jonkoping, () => undefined)).toEqual([['minor-not-provided', undefined]]);
  });
});
