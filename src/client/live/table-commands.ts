import { type Command, TextSelection } from 'prosemirror-state';
import { cellsOf } from '../../domain/agreements/table-text.ts';
import { MOST_COLUMNS } from '../../domain/drafts/live-form.ts';
import { insertRow } from './new-lines.ts';
import { cell, line, rowWith, table } from './schema.ts';
import { cellStart, goToCell, leaveTable, placeOf, rowStart, tableAt, widthOf } from './table-places.ts';

const emptyRow = (width: number) => rowWith(Array<string>(Math.max(1, width)).fill(''));

/** A table of two columns, with its headings and a row, after the line; the line goes when it is empty. Not beside another table: the two would be one. */
export const newTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== line) return false;
  const isEmpty = $from.parent.content.size === 0;
  const [from, to] = [isEmpty ? $from.before() : $from.after(), $from.after()];
  const beside = [state.doc.resolve(from).nodeBefore, state.doc.resolve(to).nodeAfter];
  if (beside.some((one) => one?.type === table)) return false;
  const made = state.tr.replaceWith(from, to, table.create(null, [emptyRow(2), emptyRow(2)]));
  dispatch?.(goToCell(made, from, 0, 0));
  return true;
};

/** A line that is typed as a row between bars becomes one, of the table before it when there is one. */
export const lineToRow: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const cells = empty && $from.parent.type === line ? cellsOf($from.parent.textContent) : undefined;
  if (!cells) return false;
  const [from, to] = [$from.before(), $from.after()];
  const before = state.doc.resolve(from).nodeBefore;
  const { tr } = state;
  if (before?.type === table) {
    tr.delete(from, to).insert(from - 1, rowWith(cells));
    dispatch?.(goToCell(tr, from - before.nodeSize, before.childCount, cells.length - 1));
  } else {
    tr.replaceWith(from, to, table.create(null, [rowWith(cells), emptyRow(cells.length)]));
    dispatch?.(goToCell(tr, from, 1, 0));
  }
  return true;
};

/** A row under the one of the cursor. */
export const addRow: Command = (state, dispatch, view) => {
  const at = tableAt(state);
  if (!at) return false;
  if (dispatch && view) insertRow(view, state.selection.$from.index(0), at.row + 1, widthOf(at.table));
  return true;
};

/** Takes the row of the cursor away, and the table with its last one. */
export const removeRow: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at) return false;
  if (at.table.childCount === 1) return removeTable(state, dispatch);
  const from = rowStart(at.table, at.start, at.row);
  const tr = state.tr.delete(from, from + at.table.child(at.row).nodeSize);
  dispatch?.(goToCell(tr, at.start, at.row, at.column));
  return true;
};

/** A column to the right of the cursor, empty in every row. Not more than a table may have. */
export const addColumn: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at || widthOf(at.table) >= MOST_COLUMNS) return false;
  const { tr } = state;
  at.table.forEach((one, offset) => {
    const missing = Math.max(0, at.column + 1 - one.childCount);
    const start = tr.mapping.map(at.start + 1 + offset);
    const cells = Array.from({ length: missing + 1 }, () => cell.create());
    tr.insert(cellStart(one, start, at.column + 1), cells);
  });
  dispatch?.(goToCell(tr, at.start, at.row, at.column + 1));
  return true;
};

/** Takes the column of the cursor away in every row, and the table with its last one. */
export const removeColumn: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at) return false;
  if (widthOf(at.table) === 1) return removeTable(state, dispatch);
  const { tr } = state;
  at.table.forEach((one, offset) => {
    if (at.column >= one.childCount) return;
    const from = tr.mapping.map(cellStart(one, at.start + 1 + offset, at.column));
    tr.delete(from, from + one.child(at.column).nodeSize);
  });
  dispatch?.(goToCell(tr, at.start, at.row, at.column));
  return true;
};

const removeTable: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at) return false;
  const tr = state.tr.replaceWith(at.start, at.start + at.table.nodeSize, line.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at.start + 1)).scrollIntoView());
  return true;
};

/** The next cell, or the one before: out of the table at its end, so that nobody is kept in it. */
function stepCell(way: 1 | -1): Command {
  return (state, dispatch) => {
    const at = tableAt(state);
    if (!at) return false;
    const last = at.table.child(at.row).childCount - 1;
    const inRow = at.column + way >= 0 && at.column + way <= last;
    const nthRow = inRow ? at.row : at.row + way;
    if (nthRow >= 0 && nthRow < at.table.childCount) {
      const column = inRow ? at.column + way : way > 0 ? 0 : Number.MAX_SAFE_INTEGER;
      dispatch?.(goToCell(state.tr, at.start, nthRow, column));
      return true;
    }
    const left = leaveTable(state.tr, at, way);
    if (left) dispatch?.(left);
    return left !== undefined;
  };
}
export const nextCell = stepCell(1);
export const lastCell = stepCell(-1);

/** The cell below. In the last row a new one; in one that is empty the line after the table, without it. */
export const downCell: Command = (state, dispatch, view) => {
  const at = tableAt(state);
  if (!at) return false;
  if (at.row < at.table.childCount - 1) {
    dispatch?.(goToCell(state.tr, at.start, at.row + 1, at.column));
    return true;
  }
  const isEmpty = at.table.child(at.row).textContent === '';
  if (!isEmpty || at.row === 0) return addRow(state, dispatch, view);
  const from = rowStart(at.table, at.start, at.row);
  const tr = state.tr.delete(from, from + at.table.child(at.row).nodeSize);
  const end = at.start + (tr.doc.nodeAt(at.start)?.nodeSize ?? 0);
  tr.insert(end, line.create()).setSelection(TextSelection.create(tr.doc, end + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Up from the first row, where nothing stands before the table: a line to write in. */
export const lineBefore: Command = (state, dispatch) => {
  const at = tableAt(state);
  if (!at || at.row > 0 || at.start > 0) return false;
  const tr = state.tr.insert(0, line.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, 1)).scrollIntoView());
  return true;
};

/** Where taking away would join a cell with what stands beside it, nothing is taken away: the cursor goes there. An empty line beside a table goes. */
function takeAtEdge(way: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    const isEdge = way < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
    if (!empty || !isEdge) return false;
    if (placeOf($from)) return true;
    if ($from.parent.type !== line) return false;
    const edge = way < 0 ? $from.before() : $from.after();
    const beside = way < 0 ? state.doc.resolve(edge).nodeBefore : state.doc.resolve(edge).nodeAfter;
    if (beside?.type !== table) return false;
    const start = way < 0 ? edge - beside.nodeSize : edge;
    const { tr } = state;
    if ($from.parent.content.size === 0) tr.delete($from.before(), $from.after());
    const place = tr.mapping.map(start);
    dispatch?.(goToCell(tr, place, way < 0 ? beside.childCount - 1 : 0, way < 0 ? Number.MAX_SAFE_INTEGER : 0));
    return true;
  };
}
export const takeBefore = takeAtEdge(-1);
export const takeAfter = takeAtEdge(1);

/** Empties what is marked in several cells of a table, and leaves the cells. */
export const clearCells: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection;
  const [one, other] = [placeOf($from), placeOf($to)];
  if (!one || !other || one.start !== other.start || $from.parent === $to.parent) return false;
  const { tr } = state;
  state.doc.nodesBetween(from, to, (node, at) => {
    if (node.type !== cell) return true;
    const [begins, ends] = [Math.max(from, at + 1), Math.min(to, at + node.nodeSize - 1)];
    if (ends > begins) tr.delete(tr.mapping.map(begins), tr.mapping.map(ends));
    return false;
  });
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView());
  return true;
};
