import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../agreements/sections.ts';
import type { Section } from '../../counties/agreement-file.ts';
import { isRefusal } from '../../refusal.ts';
import { type DraftFile, findSection } from '../draft-file.ts';
import { givenDraft } from '../given-draft.ts';
import { writeSection } from '../write-section.ts';
import { remarkPlaceIn, remarkPlaceNow } from './remark-place.ts';
import { applySuggestion, type Suggestion, sentenceTyped } from './suggestion.ts';

const section = (id: string, sentences: Section['sentences']): Section => ({ id, heading: id, sentences, deepening: [], sections: [] });

const draft = givenDraft(
  [
    section('syfte', {
      a1: 'Personen får hjälp i tid av båda.',
      a2: { text: 'Barnet får information.', item: true },
      a5: 'Närstående är med.',
    }),
  ],
  { terms: { validity: { from: '2027-01-01', cites: ['syfte'] } } },
);

const suggested = (sort: Suggestion['sort'], sentence: string | undefined, wording = ''): Suggestion => {
  const place = remarkPlaceIn(draft.text, 'section:syfte', sentence);
  if (!place) throw new Error(sentence);
  return { ...place, sort, wording };
};
const put = (suggestion: Suggestion, into = draft) => {
  const done = applySuggestion(into, suggestion);
  if (isRefusal(done)) return done.code;
  const found = findSection(done.text.sections, 'syfte');
  return found ? sentencesIn(found).map(({ sentenceId, text, item }) => `${sentenceId}${item ? ' -' : ''} ${text}`) : [];
};
const written = (lines: string) => writeSection(draft, 'syfte', { heading: 'syfte', lines });

describe('a suggestion that is put in', () => {
  test('rewords its sentence under the id it has, as an item where it was one', () => {
    expect(put(suggested('reword', 'a1', 'Helt andra ord.'))).toEqual([
      'a1 Helt andra ord.',
      'a2 - Barnet får information.',
      'a5 Närstående är med.',
    ]);
    expect(put(suggested('reword', 'a2', 'Barnet får stöd.'))).toContain('a2 - Barnet får stöd.');
  });

  test('adds a sentence after another or last, under a number that no sentence has had', () => {
    expect(put(suggested('insert', 'a1', 'En till.'))).toEqual([
      'a1 Personen får hjälp i tid av båda.',
      'a6 En till.',
      'a2 - Barnet får information.',
      'a5 Närstående är med.',
    ]);
    expect(put(suggested('insert', undefined, 'En till.'))).toContain('a6 En till.');
    const gone = applySuggestion(draft, suggested('remove', 'a5'));
    expect(isRefusal(gone) ? gone : put(suggested('insert', undefined, 'En till.'), gone)).toEqual([
      'a1 Personen får hjälp i tid av båda.',
      'a2 - Barnet får information.',
      'a6 En till.',
    ]);
  });

  test('is refused when its sentence was changed or is gone, and changes nothing', () => {
    const changed = written('Personen får hjälp genast av båda.\n- Barnet får information.\nNärstående är med.');
    for (const sort of ['reword', 'remove'] as const) expect(put(suggested(sort, 'a1', 'Nytt.'), changed)).toBe('suggestion-outdated');
    expect(put(suggested('insert', 'a1', 'En till.'), changed)).toContain('a6 En till.');
    const cut = written('- Barnet får information.');
    expect(put(suggested('insert', 'a1', 'En till.'), cut)).toBe('suggestion-outdated');
    expect(put(suggested('reword', 'a1', 'Nytt.'), cut)).toBe('suggestion-outdated');
  });

  test('touches no other sentence, whatever words are suggested', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('a1', 'a2', 'a5'),
        fc.constantFrom('reword' as const, 'remove' as const, 'insert' as const),
        (typed, at, sort) => {
          const done = put(suggested(sort, at, sentenceTyped(typed)));
          const others = ['a1', 'a2', 'a5'].filter((id) => sort === 'insert' || id !== at);
          const before = put(suggested('reword', 'a1', 'Personen får hjälp i tid av båda.')) as string[];
          for (const id of others) expect(done).toContain(before.find((line) => line.startsWith(`${id} `)));
          expect(done).toHaveLength(sort === 'insert' ? 4 : sort === 'remove' ? 2 : 3);
        },
      ),
    );
  });

  test('is one line, however it is typed', () => {
    expect(sentenceTyped('  En mening\r\n som\tbryts. ')).toBe('En mening som bryts.');
  });
});

describe('the place of a remark', () => {
  const now = (place: string, changed: DraftFile['text']) => {
    const then = remarkPlaceIn(draft.text, place);
    return then && remarkPlaceNow(then, changed).is;
  };
  const other = { ...draft.text, terms: { validity: { from: '2028-01-01', cites: ['syfte'] } } } as DraftFile['text'];

  test('of a term says when the term was changed or is gone; the whole is always the same', () => {
    expect([now('term:validity', draft.text), now('term:validity', other)]).toEqual(['same', 'changed']);
    expect(now('term:validity', { ...draft.text, terms: {} })).toBe('gone');
    expect(now('', other)).toBe('same');
  });

  test('is not where there is nothing', () => {
    expect(['section:borta', 'term:extension', 'row:X', 'annat'].map((place) => remarkPlaceIn(draft.text, place))).toEqual(
      Array(4).fill(undefined),
    );
    expect(remarkPlaceIn(draft.text, 'section:syfte', 'a9')).toBeUndefined();
    expect(remarkPlaceIn(draft.text, 'term:validity', 'a1')).toBeUndefined();
  });
});
