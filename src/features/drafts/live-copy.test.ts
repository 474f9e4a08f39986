import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { LiveCopy } from './live-copy.ts';

/** Somebody who types lines: each as the update that it is. */
function typed(...lines: readonly string[]): Uint8Array[] {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  for (const text of lines) {
    const line = new Y.XmlElement(LIVE_LINE);
    line.insert(0, [new Y.XmlText(text)]);
    const fragment = document.getXmlFragment(LIVE_TEXT);
    fragment.insert(fragment.length, [line]);
  }
  return updates;
}

test.each([
  ['in the order that it was typed', [0, 1, 2]],
  ['the last first', [2, 1, 0]],
  ['the first last', [1, 2, 0]],
  ['with one again', [2, 0, 2, 1, 0]],
])('what comes %s is told to the others, all of it', (_, order) => {
  const updates = typed('Först.', 'Sedan.', 'Sist.');
  const listener = new Y.Doc();
  const copy = new LiveCopy((bytes) => Y.applyUpdate(listener, bytes));
  for (const nth of order) copy.takes(updates[nth] ?? new Uint8Array());
  expect(listener.getXmlFragment(LIVE_TEXT).toArray().map(String)).toEqual(
    ['Först.', 'Sedan.', 'Sist.'].map((text) => `<${LIVE_LINE}>${text}</${LIVE_LINE}>`),
  );
});
