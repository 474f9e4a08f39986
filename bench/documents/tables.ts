import { table, whole } from '../tables.ts';
import type { DocumentFigures, Times } from './measure-documents.ts';

/** An agreement as a document, as a table in Markdown. */
export function documentTables({ pages, kilobytes, pdf, floor, docx, seal, verify }: DocumentFigures): string[] {
  const row = (name: string, { first, p50, p95 }: Times, aim: string) => [name, ...[first, p50, p95].map((ms) => `${whole(ms)} ms`), aim];
  const rows = [
    row('ours as PDF: title page, contents, headings, tags', pdf, '500 ms'),
    row('floor: the same sentences by the same compiler, bare', floor, '–'),
    row('ours as Word', docx, '–'),
    row('sealing the PDF', seal, '–'),
    row('trying the seal', verify, '–'),
  ];
  return [
    `### An agreement of ${pages} pages as a document`,
    `${kilobytes} kB, sealed.`,
    table(['what', 'first', 'p50', 'p95', 'aim of p95'], rows),
  ];
}
