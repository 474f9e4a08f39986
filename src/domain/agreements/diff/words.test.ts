import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, type WordRun, wordRuns } from './words.ts';

const text = fc
  .array(fc.constantFrom('Kommunen', 'kommunen', 'ansvarar', 'för', 'boende.', 'stöd,', '1,5', '15', 'å', '–', 'SIP-möte', '\n'), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));
const side = (runs: readonly WordRun[], kind: 'added' | 'removed') =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text: own }) => own)
    .join('');
const shown = (runs: readonly WordRun[]) =>
  runs.map((run) => ({ same: run.text, added: `[+${run.text}]`, removed: `[-${run.text}]` })[run.kind]).join('');

describe('what changed word by word', () => {
  test('is both texts in full, each from its own runs', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const runs = wordRuns(from, to);
        expect([side(runs, 'added'), side(runs, 'removed')]).toEqual([folded(from), folded(to)]);
      }),
    );
  });

  test('is the same read backwards, with added and removed in each other’s place', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const there = wordRuns(from, to);
        const back = wordRuns(to, from);
        const of = (runs: readonly WordRun[], kind: WordRun['kind']) => runs.filter((run) => run.kind === kind).map((run) => run.text);
        expect([of(there, 'same'), of(there, 'added'), of(there, 'removed')]).toEqual([
          of(back, 'same'),
          of(back, 'removed'),
          of(back, 'added'),
        ]);
      }),
    );
  });

  test('is nothing when only white space differs', () => {
    expect(wordRuns('Vem  gör\nvad?', ' Vem gör vad? ')).toEqual([{ kind: 'same', text: 'Vem gör vad?' }]);
    expect(wordRuns('', ' ')).toEqual([]);
  });

  test.each([
    ['Följs upp vartannat år.', 'Följs upp varje år.', 'Följs upp [-vartannat][+varje] år.'],
    ['Minst 1,5 tjänst.', 'Minst 15 tjänst.', 'Minst [-1,5][+15] tjänst.'],
    ['Avgiftning: specialistvården.', 'Avgiftning hemma: vårdcentralen.', 'Avgiftning[+ hemma]: [-specialistvården][+vårdcentralen].'],
    ['Den lokala gruppen möts.', 'Ett stort råd möts.', '[-Den lokala gruppen][+Ett stort råd] möts.'],
    ['', 'Ny.', '[+Ny.]'],
  ])('%s → %s is %s', (from, to, runs) => {
    expect(shown(wordRuns(from, to))).toBe(runs);
  });
});
