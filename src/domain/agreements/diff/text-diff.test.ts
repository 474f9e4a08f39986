import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../../counties/agreement-file.ts';
import { sectionsOf, sentencesOf } from '../sections.ts';
import { isUntouched } from './diff-versions.ts';
import { dalarna, edited, fjallmark, jonkoping, nextOf, sectionIn, textEdits } from './given-versions.ts';
import { diffText, type SectionDiff } from './text-diff.ts';

const versions = fc.constantFrom(dalarna, jonkoping, fjallmark[0], fjallmark[1]);
const runs = { numRuns: 60 };
const cites = (version: AgreementFile) =>
  sentencesOf(version)
    .map(({ cite }) => cite)
    .sort();
const ids = (version: AgreementFile) =>
  sectionsOf(version.sections)
    .map(({ section }) => section.id)
    .sort();
const told = (diff: readonly SectionDiff[], side: 'from' | 'to') =>
  diff.flatMap(({ sentences }) => sentences.flatMap((one) => one[side]?.cite ?? [])).sort();
const of = (diff: readonly SectionDiff[], id: string) =>
  diff.find(({ from, to }) => (to ?? from)?.id === id) ?? expect.fail(`nothing about ${id}`);
const touched = (diff: readonly SectionDiff[]) =>
  diff.filter((section) => !isUntouched(section)).map(({ from, to, changes }) => [(to ?? from)?.id, ...changes]);

describe('what changed in the text', () => {
  test('is nothing between a version and itself, and between it and a copy under another label', () => {
    for (const version of [dalarna, jonkoping, ...fjallmark]) {
      expect(touched(diffText(version, version))).toEqual([]);
      expect(
        touched(
          diffText(
            version,
            nextOf(version, () => undefined),
          ),
        ),
      ).toEqual([]);
    }
  });

  test('has every section and every sentence of both versions once, whatever was done to the text', () => {
    fc.assert(
      fc.property(versions, textEdits, (version, edits) => {
        const next = edited(version, edits);
        const diff = diffText(version, next);
        expect(told(diff, 'from')).toEqual(cites(version));
        expect(told(diff, 'to')).toEqual(cites(next));
        expect(diff.flatMap(({ from }) => from?.id ?? []).sort()).toEqual(ids(version));
        expect(diff.flatMap(({ to }) => to?.id ?? []).sort()).toEqual(ids(next));
      }),
      runs,
    );
  });

  test('is the same read backwards, with from and to in each other’s place, whatever was done to the text', () => {
    const mirror: Record<string, string> = { added: 'removed', removed: 'added', split: 'merged', merged: 'split' };
    const flat = (diff: readonly SectionDiff[], back: boolean) =>
      diff
        .map((section) => {
          const [from, to] = back ? [section.to, section.from] : [section.from, section.to];
          const changes = section.changes.map((change) => (back ? (mirror[change] ?? change) : change));
          // One that has moved stands in the section that it came to, from whichever side it is read: those are compared below.
          const sentences = section.sentences
            .filter((one) => !(one.from && one.to))
            .map((one) => [...(back ? [one.to?.cite, one.from?.cite] : [one.from?.cite, one.to?.cite]), one.moved].join(' '))
            .sort();
          return JSON.stringify([from?.id, to?.id, changes, section.other?.id, from && to ? [] : sentences]);
        })
        .sort();
    fc.assert(
      fc.property(versions, textEdits, (version, edits) => {
        const next = edited(version, edits);
        const [there, back] = [diffText(version, next), diffText(next, version)];
        expect(flat(back, true)).toEqual(flat(there, false));
        const pairs = (diff: readonly SectionDiff[], a: 'from' | 'to', b: 'from' | 'to') =>
          diff.flatMap(({ sentences }) => sentences.map((one) => `${one[a]?.cite} ${one[b]?.cite} ${one.moved}`)).sort();
        expect(pairs(back, 'to', 'from')).toEqual(pairs(there, 'from', 'to'));
      }),
      runs,
    );
  });

  test('has the sections of the later version in its order', () => {
    fc.assert(
      fc.property(versions, textEdits, (version, edits) => {
        const next = edited(version, edits);
        expect(diffText(version, next).flatMap(({ to }) => to?.id ?? [])).toEqual(
          sectionsOf(next.sections).map(({ section }) => section.id),
        );
      }),
      runs,
    );
  });
});

describe('what happened to a section', () => {
  const change = (edit: (next: AgreementFile) => void) => diffText(jonkoping, nextOf(jonkoping, edit));

  test('renamed, and given another id, is told by its words', () => {
    const diff = change((next) =>
      Object.assign(sectionIn(next, 'vardegrund'), { id: 'sa-vill-vi-ha-det', heading: 'Så här ska det vara' }),
    );
    expect(touched(diff)).toEqual([['sa-vill-vi-ha-det', 'renamed']]);
    expect(of(diff, 'sa-vill-vi-ha-det').from?.id).toBe('vardegrund');
  });

  test('renamed, given another id and much more to say is told by the sentences that stayed', () => {
    const own = Object.keys(sectionIn(jonkoping, 'vardegrund').sentences);
    const diff = change((next) => {
      const section = sectionIn(next, 'vardegrund');
      Object.assign(section, { id: 'grund', heading: 'Så tänker vi' });
      for (const id of own.slice(1)) section.sentences[`ny${id}`] = `Raketer ${'lyfter vid gryningen över vattnet '.repeat(9)}${id}.`;
    });
    expect(of(diff, 'grund')).toMatchObject({ changes: ['renamed'], from: { id: 'vardegrund' } });
    expect(of(diff, 'grund').sentences.filter(({ kind, moved }) => kind === 'same' && !moved)).toHaveLength(own.length);
  });

  test('moved is told of the one that moved, and not of those that it passed', () => {
    const diff = change((next) => next.sections.push(...next.sections.splice(1, 1)));
    expect(touched(diff)).toEqual([[jonkoping.sections[1]?.id, 'moved']]);
  });

  test('moved into another section is told of that alone', () => {
    const diff = change((next) => {
      const [child] = sectionIn(next, 'gemensamt-ansvar').sections.splice(1, 1);
      if (child) sectionIn(next, 'regionens-ansvar').sections.push(child);
    });
    expect(touched(diff)).toEqual([[jonkoping.sections.find(({ id }) => id === 'gemensamt-ansvar')?.sections[1]?.id, 'moved']]);
  });

  test('split is told of the part that got a heading of its own, and its sentences as moved', () => {
    const sentences = Object.entries(sectionIn(jonkoping, 'vardegrund').sentences);
    const half = Math.ceil(sentences.length / 2);
    const diff = change((next) => {
      const old = sectionIn(next, 'vardegrund');
      old.sentences = Object.fromEntries(sentences.slice(0, half));
      const part = {
        ...structuredClone(old),
        id: 'ny-del',
        heading: 'Något helt annat',
        sentences: Object.fromEntries(sentences.slice(half)),
      };
      next.sections.splice(next.sections.indexOf(old) + 1, 0, part);
    });
    expect(of(diff, 'ny-del')).toMatchObject({ changes: ['split'], other: { id: 'vardegrund' }, from: null });
    expect(of(diff, 'ny-del').sentences.map(({ kind, moved }) => [kind, moved])).toEqual(sentences.slice(half).map(() => ['same', true]));
    expect(of(diff, 'vardegrund').sentences.every(({ kind, moved }) => kind === 'same' && !moved)).toBe(true);
  });

  test('merged is told of the one that is gone, with the one it went into', () => {
    const diff = change((next) => {
      const gone = sectionIn(next, 'brukarinflytande');
      const into = sectionIn(next, 'vardegrund');
      for (const [id, sentence] of Object.entries(gone.sentences)) into.sentences[`b${id}`] = sentence;
      next.sections.splice(next.sections.indexOf(gone), 1);
    });
    expect(of(diff, 'brukarinflytande')).toMatchObject({ changes: ['merged'], other: { id: 'vardegrund' }, to: null, sentences: [] });
  });

  test('added and removed is told when nothing is left of the words', () => {
    const diff = change((next) => {
      const old = sectionIn(next, 'brukarinflytande');
      next.sections.splice(next.sections.indexOf(old), 1, {
        ...structuredClone(old),
        id: 'rymd',
        heading: 'Rymdfart',
        sentences: { a1: 'Raketer lyfter vid gryningen.' },
        sections: [],
      });
    });
    expect(of(diff, 'brukarinflytande').changes).toEqual(['removed']);
    expect(of(diff, 'rymd').changes).toEqual(['added']);
  });
});

describe('between the two versions of the fictional county', () => {
  const diff = diffText(...fjallmark);

  test('are told the sentences that were changed and added, word by word, and no others', () => {
    const changes = diff.flatMap(({ sentences }) => sentences.filter(({ kind, moved }) => kind !== 'same' || moved));
    expect(changes.map(({ kind, from, to }) => [kind, from?.cite, to?.cite])).toEqual([
      ['added', undefined, 'varfor.a3'],
      ['changed', 'vem.a2', 'vem.a2'],
      ['changed', 'vem.a4', 'vem.a4'],
      ['changed', 'hur-lange.a1', 'hur-lange.a1'],
    ]);
    expect(changes[3]?.runs.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
      '2022-01-01',
      '2025-01-01',
      '2024-12-31',
      '2027-12-31',
    ]);
  });
});
