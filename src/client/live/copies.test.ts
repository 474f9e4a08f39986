import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LIVE_HEADING, LIVE_ITEM, LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { clearCopies, clearCopy, copyName, marksOf, noteCopy, settleCopy } from './copies.ts';
import { keepText, keptText } from './kept.ts';

const name = copyName('konto', '/arbetsversioner/1/avsnitt/2');
let deleted: string[] = [];
let isOpen = false;

/** What a browser has of storage, as far as copies use it: the keys of `localStorage` are its own properties. */
beforeEach(() => {
  deleted = [];
  isOpen = false;
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  vi.stubGlobal('localStorage', Object.create(methods));
  vi.stubGlobal('indexedDB', { deleteDatabase: (one: string) => deleted.push(one) });
  const request = (_name: string, _how: object, run: (lock: object | null) => Promise<void>) => run(isOpen ? null : {});
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what another window typed after this one had loaded the copy is never cleared when this one is stored', async () => {
  noteCopy(name, 'b', false);
  const loaded = marksOf(name);
  noteCopy(name, 'b', false);
  settleCopy(name, 'a', loaded);
  await clearCopies();
  expect(deleted).toEqual([]);
  noteCopy(name, 'b', true);
  await clearCopies();
  expect(deleted).toEqual([name]);
});

test('what another window has begun since this one loaded the copy is never cleared when this one is stored', async () => {
  const loaded = marksOf(name);
  noteCopy(name, 'b', false);
  settleCopy(name, 'a', loaded);
  await clearCopies();
  expect(deleted).toEqual([]);
});

test('what a closed window had left, and this one has loaded and stored, is cleared, and nothing is noted of it any more', async () => {
  noteCopy(name, 'closed', false);
  settleCopy(name, 'a', marksOf(name));
  await clearCopies();
  expect(deleted).toEqual([name]);
  expect(Object.keys(localStorage)).toEqual([]);
});

test('a copy that a window has open, or of which nothing is known, is never cleared', async () => {
  await clearCopy(name);
  noteCopy(name, 'a', true);
  isOpen = true;
  await clearCopies();
  expect(deleted).toEqual([]);
});

test('a text that could not be stored is kept as it would be typed, and beside what was kept before', () => {
  const doc = new Y.Doc();
  doc.getText(LIVE_HEADING).insert(0, 'Rubrik');
  const line = new Y.XmlElement(LIVE_LINE);
  line.setAttribute(LIVE_ITEM, true as unknown as string);
  line.insert(0, [new Y.XmlText('a < b & c')]);
  doc.getXmlFragment(LIVE_TEXT).insert(0, [line]);
  expect([keepText(name, doc), keepText(name, doc)]).toEqual([true, true]);
  expect(keptText(name)).toBe('Rubrik\n- a < b & c');
  doc.getText(LIVE_HEADING).delete(0, 6);
  expect(keepText(name, doc)).toBe(true);
  expect(keptText(name)).toContain('Rubrik\n- a < b & c');
});
