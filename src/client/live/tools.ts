import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isItem } from './schema.ts';
import { addColumn, addRow, newTable, removeColumn, removeRow } from './table-commands.ts';
import { type TablePlace, tableAt } from './table-places.ts';
import { redo, toggleItem, undo } from './view.ts';

type Texts = Readonly<
  Record<
    | 'item'
    | 'undo'
    | 'redo'
    | 'tools'
    | 'table'
    | 'tableTools'
    | 'rowAdd'
    | 'rowRemove'
    | 'columnAdd'
    | 'columnRemove'
    | 'cell'
    | 'cellHead',
    string
  >
>;

/** The buttons over the text: what the keys do, for those who do not know them. Those for a table are there while somebody is in one. `say`: tells those who do not see it. */
export function toolsFor(view: EditorView, texts: Texts, say: (sentence: string) => void): { readonly bar: HTMLElement; refresh(): void } {
  const bar = document.createElement('div');
  const group = (name: string) => {
    const made = document.createElement('div');
    made.className = 'ov-live__tools';
    made.setAttribute('role', 'group');
    made.setAttribute('aria-label', name);
    bar.append(made);
    return made;
  };
  const button = (within: HTMLElement, text: string, command: Command) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'ov-live__tool';
    made.textContent = text;
    made.addEventListener('click', () => {
      command(view.state, view.dispatch, view);
      view.focus();
    });
    within.append(made);
    return made;
  };
  const always = group(texts.tools);
  const item = button(always, texts.item, toggleItem);
  const table = button(always, texts.table, newTable);
  button(always, texts.undo, undo);
  button(always, texts.redo, redo);
  const inTable = group(texts.tableTools);
  const [first] = [
    button(inTable, texts.rowAdd, addRow),
    button(inTable, texts.columnAdd, addColumn),
    button(inTable, texts.rowRemove, removeRow),
    button(inTable, texts.columnRemove, removeColumn),
  ];
  let last: string | undefined;
  const refresh = () => {
    const place = tableAt(view.state);
    item.setAttribute('aria-pressed', String(isItem(view.state.selection.$from.parent)));
    item.disabled = place !== undefined;
    table.disabled = !newTable(view.state);
    inTable.hidden = !place;
    const told = place && nameOf(place, texts);
    if (told !== last && told !== undefined) say(told);
    last = told;
  };
  // Tab goes from cell to cell: this is the way to the buttons.
  view.dom.addEventListener('keydown', ({ altKey, key }) => {
    if (altKey && key === 'F10') (inTable.hidden ? item : first).focus();
  });
  refresh();
  return { bar, refresh };
}

/** What a cell is called: its column and its row. */
function nameOf({ table, row, column }: TablePlace, texts: Texts): string {
  const number = String(column + 1);
  if (row === 0) return texts.cellHead.replace('{kolumn}', number);
  const heading = table.firstChild?.maybeChild(column)?.textContent || number;
  return texts.cell.replace('{kolumn}', () => heading).replace('{rad}', String(row));
}
