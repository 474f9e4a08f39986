import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { coverageFaults } from '../../src/domain/imports/coverage.ts';
import type { ImportedText } from '../../src/domain/imports/imported-text.ts';
import { structureText } from '../../src/domain/imports/structure-text.ts';
import { everySection, everySentence } from '../../src/domain/imports/walk.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readFile } from '../../src/formats/read/read-file.ts';

const root = resolve(import.meta.dirname, '../..');
const Key = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    outline: z.string(),
    items: z.int(),
    tables: z.array(z.tuple([z.int(), z.int()])),
    furniture: z.record(z.string(), z.int()),
  }),
);
const key = Key.parse(parse(readFileSync(join(root, 'tests/real/import-headings-key.yaml'), 'utf8')));

/** The source documents belong to their authors and lie outside the project. */
const folder = resolve(root, '../shared/seeds');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const fileOf = (number: string) => names.find((name) => name.startsWith(number)) ?? '';

async function treeOf(number: string): Promise<ImportedText> {
  const read = await readFile(fileOf(number), readFileSync(join(folder, fileOf(number))));
  if (isRefusal(read)) throw new Error(read.code);
  return structureText(read.source);
}

const blocksOf = (text: ImportedText) => [...text.opening, ...everySection(text).flatMap(({ section }) => section.blocks)];
const counted = (values: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));

/** Which of the four actors has a mark in each row of the table of responsibilities, read by a person. */
const MATRIX = ['xxxx', 'x.xx', 'x.x.', 'x.x.', '..x.', 'x.x.', '..x.', '..x.', 'x.xx', 'x.x.', 'x.xx', 'x.xx', 'xxxx', 'xxxx'];

describe.runIf(names.length > 0)('the source documents', () => {
  const numbers = Object.keys(key).sort();

  test('are all in the key', () => {
    expect(numbers.map(fileOf).sort()).toEqual(names.toSorted());
  });

  test.each(numbers)('%s: every sign stands in exactly one place, in order, and no word is invented', async (number) => {
    const text = await treeOf(number);
    expect(text.raw).toBe(readFileSync(join(folder, fileOf(number)), 'utf8'));
    expect(coverageFaults(text)).toEqual([]);
    const starts = everySentence(text).map(({ places }) => places[0]?.from ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test.each(numbers)('%s: has the title, headings, lists, tables and furniture that a person sees', async (number) => {
    const text = await treeOf(number);
    const blocks = blocksOf(text);
    expect({
      title: text.title?.text,
      outline: everySection(text)
        .map(({ section, depth }) => `${'  '.repeat(depth - 1)}${section.heading.text}\n`)
        .join(''),
      items: blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length,
      tables: blocks.flatMap((block) => (block.kind === 'table' ? [[block.rows.length, block.rows[0]?.cells.length]] : [])),
      furniture: counted(text.furniture.map(({ kind }) => kind)),
    }).toEqual(key[number]);
  });

  test.each(numbers)('%s: no sentence is torn: each ends as a sentence, an item or a heading does', async (number) => {
    const torn = everySentence(await treeOf(number)).filter(({ text }) =>
      /(^|\s)(och|i|av|på|kap\.|t\.ex\.|bl\.a\.)$/.test(text.replace(/, och$/, '')),
    );
    expect(torn.map(({ id }) => id)).toEqual([]);
  });

  test('003: the table of responsibilities has fourteen rows for four actors, under its head and the name of its group', async () => {
    const table = blocksOf(await treeOf('003')).find((block) => block.kind === 'table' && block.rows[0]?.cells.length === 5);
    const rows = table?.kind === 'table' ? table.rows : [];
    const cells = rows.map((row) => row.cells.map((cell) => cell.map(({ text }) => text).join(' ')));
    expect(table?.kind === 'table' && table.head).toBe(1);
    expect(cells[1]?.slice(1)).toEqual(['', '', '', '']);
    expect(cells.slice(2).map(([, ...marks]) => marks.map((mark) => mark || '.').join(''))).toEqual(MATRIX);
  });

  test('004: a row that goes on after the turn of a page is one row', async () => {
    const text = await treeOf('004');
    const table = blocksOf(text).find(({ kind }) => kind === 'table');
    const last = table?.kind === 'table' ? table.rows.at(-1) : undefined;
    expect(last?.cells.map((cell) => cell.length > 0)).toEqual([true, true]);
    expect(last?.cells[1]?.some(({ places }) => places.some(({ from, to }) => text.raw.slice(from, to).includes('\n')))).toBe(true);
  });
});

test.runIf(names.length === 0)('the source documents are not here, so nothing can be read from them', () => {
  expect(names).toEqual([]);
});
