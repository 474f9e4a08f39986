import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowText } from '../agreements/table-text.ts';
import type { Section } from '../counties/agreement-file.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { findSection } from './draft-file.ts';
import { givenDraft } from './given-draft.ts';
import { MOST_COLUMNS } from './live-form.ts';
import { writeSection } from './write-section.ts';
import { findTable, type TableChange, tablesIn, withNewTable, withTable } from './write-table.ts';

const given = (rows: readonly (readonly string[])[]): Section => ({
  id: 'matris',
  heading: 'Matris',
  sentences: {
    a1: 'Så här delas arbetet.',
    ...Object.fromEntries(rows.map((row, nth) => [`a${nth + 2}`, rowText(row)])),
    z1: { text: 'En punkt.', item: true as const },
  },
  deepening: [],
  sections: [],
});

const done = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as T;
};
/** The section after its lines were saved. */
const saved = (section: Section, lines: string): Section =>
  findSection(writeSection(givenDraft([section]), 'matris', { heading: 'Matris', lines }).text.sections, 'matris') as Section;

const section = given([
  ['Insats', 'Regionen', 'Kommunen'],
  ['Boende', '', 'x'],
  ['Abstinensvård', 'x', ''],
]);
const changedBy = (change: TableChange, row = 'a3') => saved(section, done(withTable(section, row, change)));
const rowsOf = (of: Section) => tablesIn(of)[0]?.rows;

describe('a table in the text of a section', () => {
  test('is written cell by cell, and its rows keep their ids', () => {
    const written = changedBy({ kind: 'write-row', cells: ['Boende', 'i undantag', 'x'] });
    expect(rowsOf(written)?.[1]).toEqual(['Boende', 'i undantag', 'x']);
    expect(Object.keys(written.sentences)).toEqual(Object.keys(section.sentences));
    expect(written.sentences.a1).toBe('Så här delas arbetet.');
    expect(written.sentences.z1).toEqual({ text: 'En punkt.', item: true });
  });

  test('gets rows and columns, and loses them, where it is asked for', () => {
    expect(rowsOf(changedBy({ kind: 'add-row', cells: ['Ny insats', '', ''] }))?.map(([first]) => first)).toEqual([
      'Insats',
      'Boende',
      'Ny insats',
      'Abstinensvård',
    ]);
    expect(rowsOf(changedBy({ kind: 'remove-row' }))?.map(([first]) => first)).toEqual(['Insats', 'Abstinensvård']);
    expect(rowsOf(changedBy({ kind: 'add-column', heading: 'Polisen', after: 0 }))).toEqual([
      ['Insats', 'Polisen', 'Regionen', 'Kommunen'],
      ['Boende', '', '', 'x'],
      ['Abstinensvård', '', 'x', ''],
    ]);
    expect(rowsOf(changedBy({ kind: 'add-column', heading: 'Först', after: -1 }))?.[0]?.[0]).toBe('Först');
    expect(rowsOf(changedBy({ kind: 'remove-column', column: 1 }))).toEqual([
      ['Insats', 'Kommunen'],
      ['Boende', 'x'],
      ['Abstinensvård', ''],
    ]);
  });

  test('refuses a row or a column that is not there, the last column, and more than anybody can read', () => {
    expect(withTable(section, 'a1', { kind: 'remove-row' })).toMatchObject({ code: 'table-row-not-found' });
    expect(withTable(section, 'constructor', { kind: 'remove-row' })).toMatchObject({ code: 'table-row-not-found' });
    expect(withTable(section, 'a3', { kind: 'remove-column', column: 3 })).toMatchObject({ code: 'table-column-not-found' });
    expect(withTable(given([['Bara en']]), 'a2', { kind: 'remove-column', column: 0 })).toMatchObject({ code: 'only-table-column' });
    const wide = given([Array<string>(MOST_COLUMNS).fill('x')]);
    expect(withTable(wide, 'a2', { kind: 'add-column', heading: 'y', after: 0 })).toMatchObject({ code: 'table-too-wide' });
    expect(withNewTable(section, Array<string>(MOST_COLUMNS + 1).fill('x'))).toMatchObject({ code: 'table-too-wide' });
  });

  test('that is new is one of its own, and never a part of one that stands before it', () => {
    const once = saved(section, done(withNewTable(section, ['Vad', 'Vem'])));
    expect(tablesIn(once).map(({ rows }) => rows[0])).toEqual([
      ['Insats', 'Regionen', 'Kommunen'],
      ['Vad', 'Vem'],
    ]);
    expect(withNewTable(once, ['När'])).toMatchObject({ code: 'table-after-table' });
  });

  test('never loses a cell on a save, whatever the cells hold and whatever else is done to the table', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Å', ' ', '|', '\\', '-', '•', '9', '\t', '\n'), maxLength: 6 });
    const tables = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(tables, cell, fc.nat(4), fc.integer({ min: -1, max: 5 }), (rows, heading, nth, place) => {
        const cells = rows.map((row) => row.map(clean));
        const start = given(cells);
        expect(
          rowsOf(
            saved(
              start,
              Object.values(start.sentences)
                .map((one) => (typeof one === 'string' ? one : `- ${one.text}`))
                .join('\n'),
            ),
          ),
        ).toEqual(cells);
        const row = tablesIn(start)[0]?.ids[nth % rows.length] ?? '';
        const grown = saved(start, done(withTable(start, row, { kind: 'add-column', heading, after: place })));
        const at = Math.min(place, (rows[0]?.length ?? 1) - 1) + 1;
        expect(rowsOf(grown)?.map((one) => one.toSpliced(at, 1))).toEqual(cells);
        const [first] = tablesIn(grown)[0]?.ids ?? [];
        const back = saved(grown, done(withTable(grown, first ?? '', { kind: 'remove-column', column: at })));
        expect(rowsOf(back)).toEqual(cells);
        expect(findTable(back, tablesIn(back)[0]?.ids[0] ?? '')?.at).toBe(0);
      }),
    );
  });
});
