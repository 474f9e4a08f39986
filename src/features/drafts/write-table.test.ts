import { beforeAll, expect, test } from 'vitest';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { tablesIn } from '../../domain/drafts/write-table.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { addTable, addTableColumn, addTableRow, removeTableColumn, removeTableRow, writeTableRow } from './write-table.ts';
import { addDraftSection, writeDraftSection } from './write-text.ts';

const { writers, opened, read } = await givenDrafts();
const { region, municipality } = writers['20'];
let draft = '';
let section = '';
beforeAll(async () => {
  draft = await opened('20', 'tabeller-20');
  section = done(await addDraftSection(region, { draft, seen: 1, heading: 'Tabellen', where: 'after' })).section;
});

const now = async () => ({ draft, section, seen: (await read(region, draft)).number });
const sectionNow = async () => findSection((await read(region, draft)).draft.text.sections, section);
const tableNow = async () => {
  const found = await sectionNow();
  return found ? tablesIn(found)[0] : undefined;
};
const rowAt = async (nth: number) => (await tableNow())?.ids[nth] ?? '';

test('a table is made, filled and changed by its forms, and a row that is written anew in its form keeps its id', async () => {
  done(await addTable(region, { ...(await now()), headings: ['Insats', 'Regionen'] }));
  done(await writeTableRow(region, { ...(await now()), row: await rowAt(1), cells: ['Boende | natt', ''] }));
  const row = await rowAt(1);
  done(await addTableRow(municipality, { ...(await now()), row, cells: ['Läkare', 'x'] }));
  done(await addTableColumn(region, { ...(await now()), row, heading: 'Kommunen', after: 1 }));
  expect((await tableNow())?.rows).toEqual([
    ['Insats', 'Regionen', 'Kommunen'],
    ['Boende | natt', '', ''],
    ['Läkare', 'x', ''],
  ]);
  expect(await rowAt(1)).toBe(row);
  done(await writeTableRow(region, { ...(await now()), row, cells: ['Något helt annat', '', ''] }));
  expect(await rowAt(1)).toBe(row);
  done(await writeTableRow(region, { ...(await now()), row, cells: ['Boende | natt', '', ''] }));
  done(await removeTableColumn(region, { ...(await now()), row, column: 1 }));
  done(await removeTableRow(region, { ...(await now()), row: await rowAt(2) }));
  expect((await tableNow())?.rows).toEqual([
    ['Insats', 'Kommunen'],
    ['Boende | natt', ''],
  ]);
});

test('the plain form and the forms of rows write the same table, and neither loses what the other wrote', async () => {
  const lines = 'Före.\n| A | B |\n| 1 | |\nEfter.';
  done(await writeDraftSection(region, { ...(await now()), heading: 'Tabellen', lines }));
  done(await writeTableRow(region, { ...(await now()), row: await rowAt(1), cells: ['1', '2'] }));
  expect(Object.values((await sectionNow())?.sentences ?? {})).toEqual(['Före.', '| A | B |', '| 1 | 2 |', 'Efter.']);
});

test('a form that was made before somebody else wrote in the section changes nothing', async () => {
  const before = await now();
  const row = await rowAt(1);
  done(await writeTableRow(municipality, { ...before, row, cells: ['1', 'först'] }));
  expect(await writeTableRow(region, { ...before, row, cells: ['1', 'sedan'] })).toMatchObject({ code: 'draft-changed' });
  expect(await addTableRow(region, { ...before, seen: 9999, row, cells: ['x'] })).toMatchObject({ code: 'draft-changed' });
  expect((await tableNow())?.rows[1]).toEqual(['1', 'först']);
});

test('what is not there is refused, and so is more than a section holds', async () => {
  expect(await removeTableRow(region, { ...(await now()), row: 'a999' })).toMatchObject({ code: 'table-row-not-found' });
  expect(await removeTableRow(region, { ...(await now()), section: 'finns-inte', row: 'a1' })).toMatchObject({ code: 'section-not-found' });
  const row = await rowAt(1);
  expect(await addTableColumn(region, { ...(await now()), row, heading: 'x', after: 500 })).not.toHaveProperty('refused');
  const wide = Array<string>(21).fill('x');
  expect(await writeTableRow(region, { ...(await now()), row, cells: wide })).toMatchObject({ code: 'table-too-wide' });
  const long = Array<string>(20).fill('x'.repeat(2000));
  done(await writeTableRow(region, { ...(await now()), row, cells: long.slice(0, 19) }));
  expect(await addTableRow(region, { ...(await now()), row: await rowAt(1), cells: long })).toMatchObject({ code: 'section-too-long' });
});
