import type { Node, ResolvedPos } from 'prosemirror-model';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { row, table } from './schema.ts';

/** Where in a table somebody is: the table, where it begins, and the places of the row and the cell in it, from 0. */
export type TablePlace = { readonly table: Node; readonly start: number; readonly row: number; readonly column: number };

/** The table that a position is in; undefined when it is in a line. */
export function placeOf($at: ResolvedPos): TablePlace | undefined {
  if ($at.depth < 3 || $at.node(1).type !== table) return undefined;
  return { table: $at.node(1), start: $at.before(1), row: $at.index(1), column: $at.index(2) };
}

export function tableAt({ selection }: EditorState): TablePlace | undefined {
  return placeOf(selection.$from);
}

/** How many columns a table has: as many as its widest row. */
export function widthOf(of: Node): number {
  let width = 0;
  of.forEach((one) => {
    width = Math.max(width, one.childCount);
  });
  return width;
}

/** Where a row of a table begins; after the last for a number that is too large. */
export function rowStart(of: Node, start: number, nth: number): number {
  let at = start + 1;
  for (let i = 0; i < Math.min(nth, of.childCount); i++) at += of.child(i).nodeSize;
  return at;
}

/** Where a cell of a row begins, of a row that begins there; after its last for a number that is too large. */
export function cellStart(of: Node, start: number, nth: number): number {
  let at = start + 1;
  for (let i = 0; i < Math.min(nth, of.childCount); i++) at += of.child(i).nodeSize;
  return at;
}

/** Puts the cursor in a cell, with all its words marked as when one tabs to a field. Takes the nearest cell that there is. */
export function goToCell(tr: Transaction, start: number, nthRow: number, column: number): Transaction {
  const found = tr.doc.nodeAt(start);
  const place = Math.min(nthRow, (found?.childCount ?? 0) - 1);
  const inRow = found?.maybeChild(place);
  if (found?.type !== table || inRow?.type !== row || inRow.childCount === 0) return tr;
  const at = cellStart(inRow, rowStart(found, start, place), Math.min(column, inRow.childCount - 1));
  const end = at + (tr.doc.nodeAt(at)?.nodeSize ?? 2) - 1;
  return tr.setSelection(TextSelection.create(tr.doc, at + 1, end)).scrollIntoView();
}

/** Puts the cursor in the line after a table, or before it (`way` -1). Undefined when there is none. */
export function leaveTable(
  tr: Transaction,
  { table: left, start }: Pick<TablePlace, 'table' | 'start'>,
  way: 1 | -1,
): Transaction | undefined {
  const found = Selection.findFrom(tr.doc.resolve(way > 0 ? start + left.nodeSize : start), way, true);
  return found ? tr.setSelection(found).scrollIntoView() : undefined;
}
