import * as Y from 'yjs';
import {
  LIVE_CELL,
  LIVE_HEADING,
  LIVE_ITEM,
  LIVE_LINE,
  LIVE_ROW,
  LIVE_TABLE,
  LIVE_TEXT,
  MOST_LIVE_HEADING,
  MOST_LIVE_LINES,
  MOST_LIVE_TEXT,
} from '../../domain/drafts/live-form.ts';
import type { SectionText } from '../../domain/drafts/live-lines.ts';
import { oneLine, partsIn, writtenPart } from './live-parts.ts';

/** The shared document of a section: a heading, a line for each sentence, and tables of cells. Made of the updates, in any order. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  if (updates.length > 0) Y.applyUpdate(document, Y.mergeUpdates([...updates]));
  return document;
}

/** What the document says, as the form would show it: one sentence a line, items of a list with a hyphen, rows of a table between bars, without what a form takes away. */
export function textOf(document: Y.Doc): SectionText {
  return { heading: oneLine(document.getText(LIVE_HEADING).toString()), lines: partsIn(document).map(writtenPart).join('\n') };
}

/** Is the document something else than a section? Nobody's editor makes such a one. */
export function isForeign(document: Y.Doc): boolean {
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null) return true;
  for (const [name, type] of document.share) {
    if (name !== LIVE_HEADING && name !== LIVE_TEXT) return true;
    if (type._map.size > 0) return true;
  }
  if (!document.getXmlFragment(LIVE_TEXT).toArray().every(isPlain)) return true;
  return !isTextAlone(document.getText(LIVE_HEADING));
}

/** Is the document longer than a section may be? One that was longer already (`than`) may be as long as it was, so that it can be made shorter. */
export function isTooLong(document: Y.Doc, than: Y.Doc): boolean {
  if (isWithin(sizesOf(document), MOST)) return false;
  const before = sizesOf(than);
  return !isWithin(
    sizesOf(document),
    MOST.map((most, nth) => Math.max(most, before[nth] ?? 0)),
  );
}

const MOST = [MOST_LIVE_HEADING, MOST_LIVE_TEXT, MOST_LIVE_LINES];

function sizesOf(document: Y.Doc): number[] {
  const { heading, lines } = textOf(document);
  const parts = document.getXmlFragment(LIVE_TEXT).toArray();
  // A table counts with its rows, also those of which nothing is seen.
  const rows = parts.map((part) => (part instanceof Y.XmlElement && part.nodeName === LIVE_TABLE ? 1 + part.length : 1));
  return [heading.length, lines.length, rows.reduce((sum, count) => sum + count, 0)];
}

function isWithin(sizes: readonly number[], most: readonly number[]): boolean {
  return sizes.every((size, nth) => size <= (most[nth] ?? 0));
}

/** Is it a line with nothing but its text, or a table of nothing but rows of cells? */
function isPlain(part: unknown): boolean {
  if (!(part instanceof Y.XmlElement)) return false;
  if (part.nodeName === LIVE_TABLE) return hasOnly(part, (row) => isElement(row, LIVE_ROW) && hasOnly(row, isCell));
  const attributes: Record<string, unknown> = part.getAttributes();
  if (part.nodeName !== LIVE_LINE) return false;
  return Object.entries(attributes).every(([name, value]) => name === LIVE_ITEM && value === true) && part.toArray().every(isPlainText);
}

function isCell(part: unknown): boolean {
  return isElement(part, LIVE_CELL) && hasOnly(part, isPlainText);
}

function isElement(part: unknown, name: string): part is Y.XmlElement {
  return part instanceof Y.XmlElement && part.nodeName === name;
}

function hasOnly(element: Y.XmlElement, isRight: (part: unknown) => boolean): boolean {
  return Object.keys(element.getAttributes()).length === 0 && element.toArray().every(isRight);
}

function isPlainText(text: unknown): boolean {
  return text instanceof Y.XmlText && text._map.size === 0 && isTextAlone(text);
}

/** Nothing put into the text, and none of it bold or the like: other editors drop the whole line that they cannot show. */
function isTextAlone(text: Y.Text): boolean {
  const parts: { readonly insert?: unknown; readonly attributes?: unknown }[] = text.toDelta();
  return parts.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined);
}
