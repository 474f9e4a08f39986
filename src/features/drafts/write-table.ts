import { z } from 'zod';
import { rowText } from '../../domain/agreements/table-text.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { MOST_COLUMNS, MOST_LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import type { TypedSection } from '../../domain/drafts/write-section.ts';
import { type TableChange, withNewTable, withTable } from '../../domain/drafts/write-table.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { findRevision } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { After } from './write-adoption.ts';
import { SeenInput } from './write-input.ts';
import { saveSection } from './write-text.ts';

type Section = NonNullable<ReturnType<typeof findSection>>;

const write = { permission: 'drafts.write', mode: 'write' } as const;
const Cell = z.string().trim().max(2000);
const Row = { ...SeenInput, section: Slug, row: z.string().max(40) };
/** A row is as wide as its table, which may have been made wider than forms let it be. */
const Cells = z.array(Cell).min(1).max(100);

/** Saves a section with lines that are made from what was seen of it; others who write there at the same time keep what they write. */
async function saveLines<No extends Refusal>(
  context: UseCaseContext<{ readonly draft: string; readonly seen: number; readonly section: string }>,
  change: (section: Section) => string | No,
  rewritten?: TypedSection['rewritten'],
) {
  const { tx, input } = context;
  const view = await loadDraftFor(context, input.draft, 'drafts.write');
  if (isRefusal(view)) return view;
  const { section: id, draft, seen } = input;
  const section = findSection((await findRevision(tx, draft, seen))?.content.text.sections ?? [], id);
  // What no save has had was not seen by anybody.
  if (!section)
    return seen > view.number ? refuse('draft-changed', { place: `section:${id}` }) : refuse('section-not-found', { section: id });
  const lines = change(section);
  if (isRefusal(lines)) return lines;
  if (lines.length > MOST_LIVE_TEXT) return refuse('section-too-long', { most: MOST_LIVE_TEXT, signs: true });
  return saveSection(context, { draft, seen, section: id, heading: section.heading, lines }, rewritten);
}

const changed = (context: UseCaseContext<z.infer<z.ZodObject<typeof Row>>>, change: TableChange) => {
  const { row } = context.input;
  // Whoever fills in the form of a row says which row it is.
  const rewritten = change.kind === 'write-row' ? { id: row, text: rowText(change.cells) } : undefined;
  return saveLines(context, (section) => withTable(section, row, change), rewritten);
};

/** Writes the cells of a row of a table. Refuses `table-row-not-found`, `table-too-wide` and `section-too-long`. */
export const writeTableRow = useCase({
  ...write,
  input: z.strictObject({ ...Row, cells: Cells }),
  run: (context) => changed(context, { kind: 'write-row', cells: context.input.cells }),
});

/** Puts a row after another. Refuses as `writeTableRow`. */
export const addTableRow = useCase({
  ...write,
  input: z.strictObject({ ...Row, cells: Cells }),
  run: (context) => changed(context, { kind: 'add-row', cells: context.input.cells }),
});

/** Takes a row away. Refuses `table-row-not-found`. */
export const removeTableRow = useCase({
  ...write,
  input: z.strictObject(Row),
  run: (context) => changed(context, { kind: 'remove-row' }),
});

/** Puts a column into every row of a table, known by one of them. Refuses `table-row-not-found` and `table-too-wide`. */
export const addTableColumn = useCase({
  ...write,
  input: z.strictObject({ ...Row, heading: Cell.min(1), after: After }),
  run: (context) => changed(context, { kind: 'add-column', heading: context.input.heading, after: context.input.after }),
});

/** Takes a column out of every row. Refuses `table-row-not-found`, `table-column-not-found` and `only-table-column`. */
export const removeTableColumn = useCase({
  ...write,
  input: z.strictObject({ ...Row, column: z.int().min(-1).max(100) }),
  run: (context) => changed(context, { kind: 'remove-column', column: context.input.column }),
});

/** Puts a new table last in a section: its headings and an empty row. Refuses `section-not-found`, `table-too-wide` and `table-after-table`. */
export const addTable = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    section: Slug,
    headings: z
      .array(Cell.min(1))
      .min(1)
      .max(MOST_COLUMNS * 5),
  }),
  run: (context) => saveLines(context, (section) => withNewTable(section, context.input.headings)),
});
