import { type Context, Hono } from 'hono';
import type { Section } from '../../domain/counties/agreement-file.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { chosenPlace, wholeNumber } from '../../domain/drafts/typed-numbers.ts';
import { findTable, type Table, tablesIn } from '../../domain/drafts/write-table.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Details } from '../../ui/index.ts';
import { type FormField, given, type Values } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { linesIn, placeField } from './form-fields.ts';
import { type DraftReading, draftHref, Entries, FormLink } from './parts.tsx';
import { tableTexts as texts } from './texts-tables.ts';
import { termTexts } from './texts-terms.ts';
import { addTable, addTableColumn, addTableRow, removeTableColumn, removeTableRow, writeTableRow } from './write-table.ts';

/** How the fields of cells begin. */
const CELL = 'cell-';
const PATH = 'avsnitt/:section/tabell/:row';

type Found = { readonly section: Section; readonly table: Table; readonly at: number; readonly back: string; readonly here: string };

/** The row of a table in the address. */
function askedRow({ draft: { text }, row: own }: DraftReading, c: Context<AppEnv>): Found | undefined {
  const section = findSection(text.sections, c.req.param('section') ?? '');
  const id = c.req.param('row') ?? '';
  const found = section && findTable(section, id);
  if (!section || !found) return undefined;
  const back = `${draftHref(own.id)}/avsnitt/${section.id}`;
  return { section, ...found, back, here: `${back}/tabell/${id}` };
}

/** What a column is called: its heading, or its number. */
function columnName({ rows }: Table, column: number): string {
  return rows[0]?.[column] || texts.row.column(column + 1);
}

/** One field for each cell of a row; those of the first row are the headings. */
function cellFields(table: Table, at: number): FormField[] {
  return (table.rows[0] ?? []).map((_, column): FormField => {
    const name = `${CELL}${column}`;
    if (at === 0) return { kind: 'text', name, label: texts.row.column(column + 1), optional: true };
    return { kind: 'lines', name, label: columnName(table, column), rows: 2, optional: true };
  });
}

/** The cells that were typed, in order, however they were sent. */
function cellsIn(values: Values): string[] {
  const columns = values.named(CELL).flatMap((name) => wholeNumber(name) ?? []);
  return Array.from({ length: Math.min(Math.max(-1, ...columns) + 1, 101) }, (_, column) => values.one(`${CELL}${column}`));
}

/** Which draft, section and row an address means. */
const target = (c: Context<AppEnv>) => ({ section: c.req.param('section') ?? '', row: c.req.param('row') ?? '' });

const rowPage = draftFormPage({
  path: PATH,
  prepare: (reading, c) => {
    const found = askedRow(reading, c);
    if (!found) return undefined;
    const { table, at, back, here, section } = found;
    const cells = table.rows[at] ?? [];
    return {
      title: at === 0 ? texts.row.head : texts.row.title,
      caption: section.heading,
      lead: texts.row.lead,
      submit: termTexts.save,
      back,
      fields: cellFields(table, at),
      initial: given(Object.fromEntries(cells.map((cell, column) => [`${CELL}${column}`, cell]))),
      before: (
        <>
          <FormLink href={`${here}/ny-rad`}>{texts.row.add}</FormLink>
          <FormLink href={`${here}/ta-bort`}>{texts.row.remove}</FormLink>
        </>
      ),
    };
  },
  save: (c, seen, values) => writeTableRow(scopeOf(c), { ...seen, ...target(c), cells: cellsIn(values) }),
});

const newRowPage = draftFormPage({
  path: `${PATH}/ny-rad`,
  prepare: (reading, c) => {
    const found = askedRow(reading, c);
    if (!found) return undefined;
    const { table, back, section } = found;
    const { addTitle: title, lead } = texts.row;
    return { title, caption: section.heading, lead, submit: termTexts.add, back, fields: cellFields(table, 1), initial: given({}) };
  },
  save: (c, seen, values) => addTableRow(scopeOf(c), { ...seen, ...target(c), cells: cellsIn(values) }),
});

const removeRowPage = draftFormPage({
  path: `${PATH}/ta-bort`,
  prepare: (reading, c) => {
    const found = askedRow(reading, c);
    if (!found) return undefined;
    const lead = texts.row.removeLead((found.table.rows[found.at] ?? []).filter(Boolean).join(', '));
    return { title: texts.row.remove, lead, submit: texts.remove, back: found.here, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeTableRow(scopeOf(c), { ...seen, ...target(c) }),
});

const newColumnPage = draftFormPage({
  path: `${PATH}/ny-kolumn`,
  prepare: (reading, c) => {
    const found = askedRow(reading, c);
    if (!found) return undefined;
    const { table, back, section } = found;
    const names = (table.rows[0] ?? []).map((_, column) => columnName(table, column));
    return {
      title: texts.column.add,
      caption: section.heading,
      lead: texts.column.lead,
      submit: termTexts.add,
      back,
      fields: [{ kind: 'text', name: 'heading', label: texts.column.heading }, placeField(texts.column.place, names, undefined)],
      initial: given({ after: String(names.length - 1) }),
    };
  },
  save: (c, seen, values) =>
    addTableColumn(scopeOf(c), { ...seen, ...target(c), heading: values.one('heading'), after: chosenPlace(values.one('after')) }),
});

const removeColumnPage = draftFormPage({
  path: `${PATH}/kolumner/:column/ta-bort`,
  prepare: (reading, c) => {
    const found = askedRow(reading, c);
    const column = (wholeNumber(c.req.param('column') ?? '') ?? 0) - 1;
    if (found?.table.rows[0]?.[column] === undefined) return undefined;
    const { table, back } = found;
    const lead = texts.column.removeLead(table.rows.slice(1).filter((row) => row[column]).length);
    const title = texts.column.remove(columnName(table, column));
    return { title, lead, submit: texts.remove, back, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) =>
    removeTableColumn(scopeOf(c), { ...seen, ...target(c), column: Math.min((wholeNumber(c.req.param('column') ?? '') ?? 0) - 1, 100) }),
});

const newTablePage = draftFormPage({
  path: 'avsnitt/:section/ny-tabell',
  prepare: ({ draft: { text }, row }, c) => {
    const section = findSection(text.sections, c.req.param('section') ?? '');
    if (!section) return undefined;
    const { add: title, lead, headings: label, headingsHint: hint } = texts.table;
    const back = `${draftHref(row.id)}/avsnitt/${section.id}`;
    const fields = [{ kind: 'lines', name: 'headings', label, hint } as const];
    return { title, caption: section.heading, lead, submit: termTexts.add, back, fields, initial: given({}) };
  },
  save: (c, seen, values) =>
    addTable(scopeOf(c), { ...seen, section: c.req.param('section') ?? '', headings: linesIn(values, 'headings') }),
});

/** The tables of a section, each row and column with a form of its own; and the way to a new one. */
export function SectionTables({ here, section }: { here: string; section: Section }) {
  const tables = tablesIn(section);
  return (
    <Details summary={texts.heading}>
      <p>{texts.lead}</p>
      {tables.map((table, nth) => (
        <Entries heading={texts.nth(nth + 1)} entries={entriesOf(table, here)} />
      ))}
      <FormLink href={`${here}/ny-tabell`}>{texts.table.add}</FormLink>
    </Details>
  );
}

function entriesOf(table: Table, here: string) {
  const at = (nth: number) => `${here}/tabell/${table.ids[nth]}`;
  return [
    ...table.rows.map(([first], nth) => ({
      href: at(nth),
      label: nth === 0 ? texts.row.changeHead : texts.row.change(first || texts.row.nameless(nth)),
    })),
    { href: `${at(table.rows.length - 1)}/ny-rad`, label: texts.row.addTitle },
    { href: `${at(0)}/ny-kolumn`, label: texts.column.add },
    ...(table.rows[0] ?? []).map((_, column) => ({
      href: `${at(0)}/kolumner/${column + 1}/ta-bort`,
      label: texts.column.remove(columnName(table, column)),
    })),
  ];
}

/** The forms of tables in the text of a section. */
export const tablePages = new Hono<AppEnv>();
for (const page of [rowPage, newRowPage, newColumnPage, removeColumnPage, removeRowPage, newTablePage]) tablePages.route('/', page);
