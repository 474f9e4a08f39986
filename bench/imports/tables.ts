import type { Times } from '../documents/measure-documents.ts';
import { table, whole } from '../tables.ts';
import type { ImportFigures } from './measure-imports.ts';

/** An import of a PDF as a table in Markdown. */
export function importTables({ pages, signs, proposals, whole: all, read, propose, floor }: ImportFigures): string[] {
  const row = (name: string, { first, p50, p95 }: Times, aim: string) => [name, ...[first, p50, p95].map((ms) => `${whole(ms)} ms`), aim];
  const rows = [
    row('ours: read on a thread of its own, laid out as a tree, terms proposed', all, '3,000 ms'),
    row('of that the reading and the tree', read, '–'),
    row('of that the proposals', propose, '–'),
    row('floor: the text alone, by the same library', floor, '–'),
  ];
  return [
    `### Import of a PDF of ${pages} pages`,
    `${signs} signs, ${proposals} proposals.`,
    table(['what', 'first', 'p50', 'p95', 'aim of p95'], rows),
  ];
}
