import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Command, EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import {
  type ProsemirrorBinding,
  redo,
  undo,
  yCursorPlugin,
  yCursorPluginKey,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
} from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { LIVE_ITEM, LIVE_TEXT, type LivePerson } from '../../domain/drafts/live-form.ts';
import { divideLine } from './new-lines.ts';
import type { Cursor } from './own-words.ts';
import { cellSliceOf, isItem, line, schema, sliceOf, textOfSlice } from './schema.ts';
import { addRow, clearCells, downCell, lastCell, lineBefore, lineToRow, nextCell, takeAfter, takeBefore } from './table-commands.ts';
import { tableNames } from './table-names.ts';
import { tableAt } from './table-places.ts';

export { redo, undo };

/** Every line that is marked becomes an item of a list, or none of them any more when the first was one. */
export const toggleItem: Command = (state, dispatch) => {
  if (tableAt(state)) return false;
  const item = !isItem(state.selection.$from.parent);
  return setItem(item)(state, dispatch);
};

function setItem(item: boolean): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const { tr } = state;
    state.doc.nodesBetween(from, to, (node, at) => {
      if (node.type === line) tr.setNodeAttribute(at, LIVE_ITEM, item ? true : null);
      return false;
    });
    dispatch?.(tr);
    return true;
  };
}

/** A new line after an item is an item too; an empty item ends the list. */
const newLine: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (empty && isItem($from.parent) && $from.parent.content.size === 0) return setItem(false)(state, dispatch);
  if (!dispatch || !view) return true;
  if (!empty) dispatch(state.tr.deleteSelection());
  if (view.state.selection.$from.parent.type === line) divideLine(view);
  return true;
};

/** At the beginning of an item, it first becomes an ordinary line. */
const unlist: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && isItem($from.parent) ? setItem(false)(state, dispatch) : false;
};

/** The editor of a section's text, in a place of the page. `attributes`: what it is called, for those who do not see it; `tableName`: what its tables are, with `{nr}` for which one. */
export function makeView(
  place: HTMLElement,
  doc: Y.Doc,
  awareness: Awareness,
  { attributes, tableName }: { readonly attributes: Record<string, string>; readonly tableName: string },
  changed: () => void,
): EditorView {
  const enter = chainCommands(downCell, lineToRow, newLine);
  const keys = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-Shift-8': toggleItem,
    Enter: enter,
    'Shift-Enter': enter,
    'Mod-Enter': addRow,
    Tab: nextCell,
    'Shift-Tab': lastCell,
    ArrowUp: lineBefore,
    Backspace: chainCommands(clearCells, takeBefore, unlist),
    Delete: chainCommands(clearCells, takeAfter),
  };
  const plugins = [
    ySyncPlugin(doc.getXmlFragment(LIVE_TEXT)),
    yCursorPlugin(awareness, {
      cursorBuilder: caretOf,
      selectionBuilder: ({ colour }: LivePerson) => ({ class: `ov-mark ov-mark--${colour}` }),
    }),
    yUndoPlugin(),
    tableNames(tableName),
    keymap(keys),
    keymap(baseKeymap),
  ];
  return new EditorView(place, {
    state: EditorState.create({ schema, plugins }),
    handleDOMEvents: { keydown: noticeCursor },
    attributes: { role: 'textbox', 'aria-multiline': 'true', lang: 'sv', spellcheck: 'true', class: 'ov-live__text', ...attributes },
    handlePaste: (view, event) => {
      const text = event.clipboardData?.getData('text/plain');
      if (text === undefined) return false;
      clearCells(view.state, view.dispatch);
      const slice = tableAt(view.state) ? cellSliceOf(text) : sliceOf(text);
      view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
      return true;
    },
    handleTextInput: (view, from, _to, text) => {
      if (clearCells(view.state, view.dispatch)) {
        view.dispatch(view.state.tr.insertText(text));
        return true;
      }
      const { $from } = view.state.selection;
      if ($from.parent.type !== line) return false;
      const begun = text === ' ' && $from.parentOffset === 1 && /^[-•*]$/.test($from.parent.textBetween(0, 1));
      if (!begun || isItem($from.parent)) return false;
      view.dispatch(view.state.tr.delete(from - 1, from).setNodeAttribute($from.before(), LIVE_ITEM, true));
      return true;
    },
    clipboardTextSerializer: textOfSlice,
    dispatchTransaction(this: EditorView, transaction) {
      this.updateState(this.state.apply(cursorsAlone(this, transaction)));
      changed();
    },
  });
}

/**
 * Has the editor read where the cursor is. A browser tells of a moved cursor in a while of its own, on a slow machine long after it moved: a key, or what comes from others, would then act or
 * put it back where it had been.
 */
export function noticeCursor(view: EditorView): void {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** Where the cursor is, while something comes into the text: what is put there is where it will be. */
export function cursorOf(view: EditorView): Cursor | null {
  const { binding }: { readonly binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
  return binding.beforeTransactionSelection;
}

/** What only tells where others are, with the own cursor where it has come to; anything else as it is. */
function cursorsAlone(view: EditorView, transaction: Transaction): Transaction {
  const cursors: unknown = transaction.getMeta(yCursorPluginKey);
  if (cursors === undefined || transaction.docChanged) return transaction;
  noticeCursor(view);
  return view.state.tr.setMeta(yCursorPluginKey, cursors);
}

/** Where somebody else is: a line in their colour, with their name. Their name is also told in words above the text. */
function caretOf({ name, colour }: LivePerson): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `ov-caret ov-caret--${colour}`;
  caret.ariaHidden = 'true';
  const label = document.createElement('span');
  label.className = 'ov-caret__name';
  label.textContent = name;
  caret.append('\u2060', label, '\u2060');
  return caret;
}
