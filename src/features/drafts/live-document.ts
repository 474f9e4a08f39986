import { diffArrays } from 'diff';
import * as Y from 'yjs';
import {
  LIVE_HEADING,
  LIVE_ITEM,
  LIVE_LINE,
  LIVE_TEXT,
  MOST_LIVE_HEADING,
  MOST_LIVE_LINES,
  MOST_LIVE_TEXT,
} from '../../domain/drafts/live-form.ts';
import { editsBetween, type SectionText } from '../../domain/drafts/live-lines.ts';
import { withoutUnseen } from '../../platform/index.ts';

/** The shared document of a section: a heading, and a line for each sentence. Made of the updates, in any order. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  if (updates.length > 0) Y.applyUpdate(document, Y.mergeUpdates([...updates]));
  return document;
}

/** What the document says, as the form would show it: one sentence a line, items of a list with a hyphen, without what a form takes away. */
export function textOf(document: Y.Doc): SectionText {
  return { heading: oneLine(document.getText(LIVE_HEADING).toString()), lines: linesIn(document).map(lineOf).join('\n') };
}

/** Makes the document say this, by as few changes as can be: what others are writing meanwhile stays where it is. */
export function writeText(document: Y.Doc, { heading, lines }: SectionText): void {
  document.transact(() => {
    const shared = document.getText(LIVE_HEADING);
    rewrite(shared, heading);
    const fragment = document.getXmlFragment(LIVE_TEXT);
    let at = 0;
    let removed = 0;
    for (const part of diffArrays(linesIn(document).map(lineOf), lines === '' ? [] : lines.split('\n'))) {
      if (part.removed) removed = part.value.length;
      else if (part.added) {
        const same = Math.min(removed, part.value.length);
        for (const [nth, line] of part.value.slice(0, same).entries()) changeLine(fragment.get(at + nth) as Y.XmlElement, line);
        fragment.delete(at + same, removed - same);
        fragment.insert(at + same, part.value.slice(same).map(newLine));
        at += part.value.length;
        removed = 0;
      } else {
        fragment.delete(at, removed);
        removed = 0;
        at += part.value.length;
      }
    }
    fragment.delete(at, removed);
  });
}

/** Is the document something else than a section? Nobody's editor makes such a one. */
export function isForeign(document: Y.Doc): boolean {
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null) return true;
  for (const [name, type] of document.share) {
    if (name !== LIVE_HEADING && name !== LIVE_TEXT) return true;
    if (type._map.size > 0) return true;
  }
  const fragment = document.getXmlFragment(LIVE_TEXT).toArray();
  if (!fragment.every((line) => line instanceof Y.XmlElement && line.nodeName === LIVE_LINE && isPlain(line))) return true;
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
  return [heading.length, lines.length, document.getXmlFragment(LIVE_TEXT).length];
}

function isWithin(sizes: readonly number[], most: readonly number[]): boolean {
  return sizes.every((size, nth) => size <= (most[nth] ?? 0));
}

function isPlain(line: Y.XmlElement): boolean {
  const attributes: Record<string, unknown> = line.getAttributes();
  if (Object.entries(attributes).some(([name, value]) => name !== LIVE_ITEM || value !== true)) return false;
  return line.toArray().every((text) => text instanceof Y.XmlText && text._map.size === 0 && isTextAlone(text));
}

/** Nothing put into the text, and none of it bold or the like: other editors drop the whole line that they cannot show. */
function isTextAlone(text: Y.Text): boolean {
  const parts: { readonly insert?: unknown; readonly attributes?: unknown }[] = text.toDelta();
  return parts.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined);
}

function linesIn(document: Y.Doc): Y.XmlElement[] {
  return document
    .getXmlFragment(LIVE_TEXT)
    .toArray()
    .filter((line) => line instanceof Y.XmlElement);
}

function lineOf(line: Y.XmlElement): string {
  const text = oneLine(textsOf(line).map(plainText).join(''));
  return isItem(line) ? `- ${text}` : text;
}

function textsOf(line: Y.XmlElement): Y.XmlText[] {
  return line.toArray().filter((text) => text instanceof Y.XmlText);
}

/** The characters alone: XmlText by itself writes them out as markup. */
function plainText(text: Y.XmlText): string {
  return Y.Text.prototype.toString.call(text);
}

function oneLine(text: string): string {
  return withoutUnseen(text.replace(/\s/g, ' '));
}

function isItem(line: Y.XmlElement): boolean {
  return (line.getAttribute(LIVE_ITEM) as unknown) === true;
}

const ITEM = /^[-–•*]\s+/;

function newLine(written: string): Y.XmlElement {
  const line = new Y.XmlElement(LIVE_LINE);
  if (ITEM.test(written)) line.setAttribute(LIVE_ITEM, true as unknown as string);
  line.insert(0, [new Y.XmlText(written.replace(ITEM, ''))]);
  return line;
}

function changeLine(line: Y.XmlElement, written: string): void {
  const item = ITEM.test(written);
  if (item && !isItem(line)) line.setAttribute(LIVE_ITEM, true as unknown as string);
  if (!item && isItem(line)) line.removeAttribute(LIVE_ITEM);
  const [first, ...others] = textsOf(line);
  if (first && others.length === 0) rewrite(first, written.replace(ITEM, ''));
  else {
    line.delete(0, line.length);
    line.insert(0, [new Y.XmlText(written.replace(ITEM, ''))]);
  }
}

function rewrite(shared: Y.Text, text: string): void {
  for (const { at, removed, inserted } of editsBetween(plainTextOf(shared), text).reverse()) {
    if (removed > 0) shared.delete(at, removed);
    if (inserted !== '') shared.insert(at, inserted);
  }
}

function plainTextOf(shared: Y.Text): string {
  return Y.Text.prototype.toString.call(shared);
}
