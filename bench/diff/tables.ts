import { table, whole } from '../tables.ts';
import type { DiffFigures } from './measure-diff.ts';

/** The comparison of two versions of a hundred pages, as a table in Markdown. */
export function diffTables({ words, sentences, changes, ours, floor }: DiffFigures): string[] {
  const row = (name: string, { first, p50, p95 }: DiffFigures['ours'], aim: string) => [
    name,
    ...[first, p50, p95].map((ms) => `${whole(ms)} ms`),
    aim,
  ];
  const rows = [
    row('ours: sections, sentences, words and meaning', ours, '300 ms'),
    row('floor: the library alone, sentence against sentence', floor, '–'),
  ];
  return [
    '### What changed between two versions of 100 pages',
    `${words} words in ${sentences} sentences; ${changes} changes of meaning.`,
    table(['compared by', 'first', 'p50', 'p95', 'aim of p95'], rows),
  ];
}
