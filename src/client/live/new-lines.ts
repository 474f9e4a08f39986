import type { EditorView } from 'prosemirror-view';
import { type ProsemirrorBinding, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { LIVE_CELL, LIVE_ITEM, LIVE_LINE, LIVE_ROW } from '../../domain/drafts/live-form.ts';

/**
 * Divides the line of the cursor, in the shared text itself. Left to the editor, what was meant is found by comparing before and after: beside an empty line that somebody else had just made, a
 * new one could not be told from that, and both typed in the same line, letter between letter. A line that is divided at its beginning stays whole, under a new one.
 */
export function divideLine(view: EditorView): void {
  const { $from } = view.state.selection;
  const [nth, offset] = [$from.index(0), $from.parentOffset];
  write(view, (lines) => {
    const old = lines.get(nth);
    if (!(old instanceof Y.XmlElement)) return undefined;
    const made = new Y.XmlElement(LIVE_LINE);
    if (old.getAttribute(LIVE_ITEM)) made.setAttribute(LIVE_ITEM, old.getAttribute(LIVE_ITEM) ?? '');
    const isAtBeginning = offset === 0 && $from.parent.content.size > 0;
    lines.insert(isAtBeginning ? nth : nth + 1, [made]);
    if (isAtBeginning) return old;
    const words = cutAt(old, offset);
    if (words !== '') made.insert(0, [new Y.XmlText(words)]);
    return made;
  });
}

/** A row of empty cells in a table, the `nth` part of the text; for the same reason. The cursor goes to its first cell. */
export function insertRow(view: EditorView, nth: number, row: number, width: number): void {
  write(view, (lines) => {
    const table = lines.get(nth);
    if (!(table instanceof Y.XmlElement)) return undefined;
    const cells = Array.from({ length: width }, () => new Y.XmlElement(LIVE_CELL));
    const made = new Y.XmlElement(LIVE_ROW);
    made.insert(0, cells);
    table.insert(row, [made]);
    return cells[0];
  });
}

/** Writes in the shared text as the editor does, so that it can be taken back. The cursor goes to the beginning of what `change` answers. */
function write(view: EditorView, change: (lines: Y.XmlFragment) => Y.XmlElement | undefined): void {
  const { binding }: { readonly binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
  binding.doc.transact(() => {
    const place = change(binding.type);
    if (!place) return;
    const first = place.toArray().find((part) => part instanceof Y.XmlText) ?? place;
    const at = Y.createRelativePositionFromTypeIndex(first, 0);
    binding.beforeTransactionSelection = { type: 'text', anchor: at, head: at };
  }, ySyncPluginKey);
}

/** Takes away what a line says after so many characters, and answers it. */
function cutAt(line: Y.XmlElement, offset: number): string {
  let [passed, words] = [0, ''];
  for (const text of line.toArray()) {
    if (!(text instanceof Y.XmlText)) continue;
    const from = Math.min(Math.max(offset - passed, 0), text.length);
    passed += text.length;
    words += Y.Text.prototype.toString.call(text).slice(from);
    if (from < text.length) text.delete(from, text.length - from);
  }
  return words;
}
