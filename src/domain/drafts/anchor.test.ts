import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../agreements/sections.ts';
import type { Section } from '../counties/agreement-file.ts';
import { type Anchor, anchorAt, anchoredIn, placeOf } from './anchor.ts';
import type { DraftFile } from './draft-file.ts';
import { givenDraft } from './given-draft.ts';
import { writeSection } from './write-section.ts';

const section = (id: string, sentences: Section['sentences'] = {}): Section => ({
  id,
  heading: id,
  sentences,
  deepening: [],
  sections: [],
});

function givenAnchor(place: string, draft: DraftFile): Anchor {
  const anchor = anchorAt(place, draft.text);
  if (!anchor) throw new Error(place);
  return anchor;
}

describe('an anchor', () => {
  const draft = givenDraft([
    section('syfte', { a1: 'Personen får hjälp i tid av båda.', a2: 'Barnet får information.' }),
    section('ansvar', { a1: 'Regionen svarar för vården.' }),
  ]);
  const write = (id: string, lines: string) => writeSection(draft, id, { heading: id, lines }).text;
  const sentence = givenAnchor('syfte.a1', draft);

  test('is the same where nothing was changed, also when the sentence moves within its section', () => {
    expect(anchoredIn(sentence, draft.text)).toMatchObject({ is: 'same', at: 'syfte.a1' });
    expect(anchoredIn(sentence, write('syfte', 'Barnet får information.\nPersonen får hjälp i tid av båda.')).is).toBe('same');
  });

  test('says that the sentence was changed, with the words now', () => {
    expect(anchoredIn(sentence, write('syfte', 'Personen får hjälp genast av båda.\nBarnet får information.'))).toEqual({
      is: 'changed',
      at: 'syfte.a1',
      words: 'Personen får hjälp genast av båda.',
    });
  });

  test('follows words that are moved to another section, or taken in by a longer sentence', () => {
    const cut = writeSection(draft, 'syfte', { heading: 'Syfte', lines: 'Barnet får information.' });
    const pasted = writeSection(cut, 'ansvar', {
      heading: 'Ansvar',
      lines: 'Regionen svarar för vården.\nPersonen får hjälp i tid av båda.',
    });
    expect(anchoredIn(sentence, pasted.text)).toMatchObject({ is: 'moved', at: 'ansvar.a2' });
    const joined = givenDraft([section('mal', { a1: 'Alla vet att personen får hjälp i tid av båda, och varför.' })]).text;
    expect(anchoredIn(sentence, joined)).toMatchObject({ is: 'moved', at: 'mal.a1' });
    expect(anchoredIn({ section: 'x', sentence: 'a1', words: 'Alla vet.' }, joined)).toEqual({ is: 'gone' });
    expect(anchoredIn(sentence, cut.text)).toEqual({ is: 'gone' });
  });

  test('of a section sees every change in it, and that of the whole is never lost', () => {
    const whole = givenAnchor('', draft);
    const all = givenAnchor('syfte', draft);
    expect(anchoredIn(all, draft.text).is).toBe('same');
    expect(anchoredIn(all, write('syfte', 'Barnet får information.')).is).toBe('changed');
    expect(anchoredIn(all, write('ansvar', 'Något helt annat.')).is).toBe('same');
    expect(anchoredIn(all, { sections: [] })).toEqual({ is: 'gone' });
    expect(anchoredIn(whole, { sections: [] }).is).toBe('same');
    expect([whole, all, sentence].map(placeOf)).toEqual(['', 'syfte', 'syfte.a1']);
  });

  test('is not made where there is nothing', () => {
    expect(['syfte.a9', 'finns-inte', 'syfte.', '.'].map((place) => anchorAt(place, draft.text))).toEqual(Array(4).fill(undefined));
  });

  test('is never lost silently, however its section is written over', () => {
    const line = fc.constantFrom('ett två tre fyra', 'ett två tre fem', 'ett sex sju fyra', 'åtta', 'åtta nio', 'ett två tre fyra tio');
    const lines = fc.array(line, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.array(fc.tuple(fc.constantFrom('a', 'b'), lines), { minLength: 1, maxLength: 4 }), (first, saves) => {
        const put = (from: DraftFile, id: string, typed: string[]) => writeSection(from, id, { heading: id, lines: typed.join('\n') });
        const begun = put(givenDraft([section('a'), section('b')]), 'a', first);
        const end = saves.reduce((now, [id, typed]) => put(now, id, typed), begun);
        const now = new Map(sentencesOf(end.text).map(({ cite, text }) => [cite, text]));
        for (const { cite, text } of sentencesOf(begun.text)) {
          const found = anchoredIn(givenAnchor(cite, begun), end.text);
          if (found.is === 'gone') expect([...now.values()].filter((words) => words === text || now.has(cite))).toEqual([]);
          else expect(now.get(found.at)).toBe(found.words);
          if (found.is === 'same') expect(found).toMatchObject({ at: cite, words: text });
          if (found.is === 'changed') expect([found.at, found.words === text]).toEqual([cite, false]);
          if (found.is === 'moved') expect([now.has(cite), found.words.includes(text)]).toEqual([false, true]);
        }
      }),
    );
  });
});
