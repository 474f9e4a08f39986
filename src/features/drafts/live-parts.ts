import * as Y from 'yjs';
import { cellsOf, rowText } from '../../domain/agreements/table-text.ts';
import { LIVE_CELL, LIVE_ITEM, LIVE_LINE, LIVE_ROW, LIVE_TABLE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { withoutUnseen } from '../../platform/index.ts';

/** What is one line of the form: a line, or a row of a table. A row is moved to another table when its own is divided. */
export type Part =
  | { readonly kind: 'line'; readonly element: Y.XmlElement }
  | { readonly kind: 'row'; table: Y.XmlElement; element: Y.XmlElement };

/** The lines and rows of a shared text, in order. A row that has lost its cells is none. */
export function partsIn(document: Y.Doc): Part[] {
  return elementsIn(document.getXmlFragment(LIVE_TEXT)).flatMap((element): Part[] => {
    if (element.nodeName !== LIVE_TABLE) return [{ kind: 'line', element }];
    return elementsIn(element).flatMap((row) => (row.length > 0 ? [{ kind: 'row', table: element, element: row }] : []));
  });
}

/** A line or a row as the form has it. */
export function writtenPart({ kind, element }: Part): string {
  if (kind === 'row') return rowText(elementsIn(element).map(textIn));
  return isItem(element) ? `- ${textIn(element)}` : textIn(element);
}

export function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((one) => one instanceof Y.XmlElement);
}

export function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().filter((text) => text instanceof Y.XmlText);
}

export function isItem(line: Y.XmlElement): boolean {
  return (line.getAttribute(LIVE_ITEM) as unknown) === true;
}

/** What a form takes away is not in it: breaks of lines, and signs that nobody sees. */
export function oneLine(text: string): string {
  return withoutUnseen(text.replace(/\s/g, ' '));
}

function textIn(element: Y.XmlElement): string {
  return oneLine(textsIn(element).map(plainText).join(''));
}

/** The characters alone: XmlText by itself writes them out as markup. */
export function plainText(text: Y.Text): string {
  return Y.Text.prototype.toString.call(text);
}

const ITEM = /^[-–•*]\s+/;

/** A line of the form as what it is: its words, and whether it is an item; or the cells of a row. */
export function readPart(written: string): { readonly cells: readonly string[] } | { readonly item: boolean; readonly words: string } {
  const cells = cellsOf(written);
  return cells ? { cells } : { item: ITEM.test(written), words: written.replace(ITEM, '') };
}

export function newLine(words: string, item: boolean): Y.XmlElement {
  const line = elementWith(LIVE_LINE, [new Y.XmlText(words)]);
  if (item) line.setAttribute(LIVE_ITEM, true as unknown as string);
  return line;
}

export function newCell(words: string): Y.XmlElement {
  return elementWith(LIVE_CELL, words === '' ? [] : [new Y.XmlText(words)]);
}

export function newRow(cells: readonly string[]): Y.XmlElement {
  return elementWith(LIVE_ROW, cells.map(newCell));
}

export function newTable(rows: readonly Y.XmlElement[]): Y.XmlElement {
  return elementWith(LIVE_TABLE, rows);
}

function elementWith(name: string, parts: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [...parts]);
  return element;
}
