import { diffArrays } from 'diff';
import * as Y from 'yjs';
import { LIVE_HEADING, LIVE_ITEM, LIVE_TABLE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { editsBetween, type SectionText } from '../../domain/drafts/live-lines.ts';
import {
  elementsIn,
  isItem,
  newCell,
  newLine,
  newRow,
  newTable,
  type Part,
  partsIn,
  plainText,
  readPart,
  textsIn,
  writtenPart,
} from './live-parts.ts';

/** Makes a shared text say this, by as few changes as can be: what others are writing meanwhile stays where it is. */
export function writeText(document: Y.Doc, { heading, lines }: SectionText): void {
  document.transact(() => {
    rewrite(document.getText(LIVE_HEADING), heading);
    writeLines(document, lines === '' ? [] : lines.split('\n'));
  });
}

function writeLines(document: Y.Doc, lines: readonly string[]): void {
  const fragment = document.getXmlFragment(LIVE_TEXT);
  const parts = partsIn(document);
  let at = 0;
  /** What stands last of what is done with. */
  let last: Part | undefined;
  /** What is to go, or to become something else. */
  let left: Part[] = [];
  for (const { removed, added, value } of diffArrays(parts.map(writtenPart), [...lines])) {
    if (removed) {
      left = parts.slice(at, at + value.length);
      at += value.length;
      continue;
    }
    for (const written of added ? value : []) {
      const was = left.shift();
      if (was && change(was, written)) last = was;
      else {
        if (was) remove(was);
        last = insertAfter(fragment, { last, next: left[0] ?? parts[at], parts }, written);
      }
    }
    left.forEach(remove);
    left = [];
    if (added) continue;
    at += value.length;
    last = parts[at - 1];
  }
  left.forEach(remove);
  for (const table of elementsIn(fragment))
    if (table.nodeName === LIVE_TABLE && table.length === 0) fragment.delete(placeIn(fragment, table), 1);
}

/** Makes a line or a row say something else. False when it has to be of another kind. */
function change(part: Part, written: string): boolean {
  const wanted = readPart(written);
  if ('cells' in wanted) {
    if (part.kind === 'row') changeCells(part.element, wanted.cells);
    return part.kind === 'row';
  }
  if (part.kind === 'row') return false;
  const { element: line } = part;
  if (wanted.item && !isItem(line)) line.setAttribute(LIVE_ITEM, true as unknown as string);
  if (!wanted.item && isItem(line)) line.removeAttribute(LIVE_ITEM);
  changeWords(line, wanted.words);
  return true;
}

/** The cells that stay keep what others write in them; columns come and go where they are in the form. */
function changeCells(row: Y.XmlElement, wanted: readonly string[]): void {
  const before = elementsIn(row).map((cell) => textsIn(cell).map(plainText).join(''));
  let at = 0;
  let left = 0;
  const settle = () => {
    if (left > 0) row.delete(at, left);
    left = 0;
  };
  for (const { removed, added, value } of diffArrays(before, [...wanted])) {
    if (removed) left = value.length;
    else if (added)
      for (const words of value) {
        if (left > 0) {
          changeWords(row.get(at) as Y.XmlElement, words);
          left -= 1;
        } else row.insert(at, [newCell(words)]);
        at += 1;
      }
    else {
      settle();
      at += value.length;
    }
  }
  settle();
}

function changeWords(element: Y.XmlElement, words: string): void {
  const [first, ...others] = textsIn(element);
  if (first && others.length === 0) rewrite(first, words);
  else {
    element.delete(0, element.length);
    element.insert(0, [new Y.XmlText(words)]);
  }
}

function rewrite(shared: Y.Text, text: string): void {
  for (const { at, removed, inserted } of editsBetween(plainText(shared), text).reverse()) {
    if (removed > 0) shared.delete(at, removed);
    if (inserted !== '') shared.insert(at, inserted);
  }
}

function remove(part: Part): void {
  const parent = part.element.parent as Y.XmlFragment;
  parent.delete(placeIn(parent, part.element), 1);
}

type Place = { readonly last: Part | undefined; readonly next: Part | undefined; readonly parts: readonly Part[] };

/** Puts a line or a row after `last`. A row goes on the table that it stands beside; a line within a table divides it. */
function insertAfter(fragment: Y.XmlFragment, { last, next, parts }: Place, written: string): Part {
  const wanted = readPart(written);
  if ('cells' in wanted) {
    const element = newRow(wanted.cells);
    const table = last?.kind === 'row' ? last.table : next?.kind === 'row' ? next.table : undefined;
    if (table) table.insert(last?.kind === 'row' ? placeIn(table, last.element) + 1 : 0, [element]);
    else fragment.insert(afterTop(fragment, last), [newTable([element])]);
    return { kind: 'row', table: element.parent as Y.XmlElement, element };
  }
  if (last?.kind === 'row' && next?.kind === 'row' && last.table === next.table) divide(fragment, last, parts);
  const element = newLine(wanted.words, wanted.item);
  fragment.insert(afterTop(fragment, last), [element]);
  return { kind: 'line', element };
}

/** The rows after one become a table of their own. */
function divide(fragment: Y.XmlFragment, { table, element }: Extract<Part, { kind: 'row' }>, parts: readonly Part[]): void {
  const first = placeIn(table, element) + 1;
  const moved = elementsIn(table).slice(first);
  const copies = moved.map((row) => row.clone() as Y.XmlElement);
  const rest = newTable(copies);
  fragment.insert(placeIn(fragment, table) + 1, [rest]);
  for (const part of parts) {
    const nth = part.kind === 'row' ? moved.indexOf(part.element) : -1;
    const copy = copies[nth];
    if (part.kind === 'row' && copy) Object.assign(part, { table: rest, element: copy });
  }
  table.delete(first, moved.length);
}

function afterTop(fragment: Y.XmlFragment, last: Part | undefined): number {
  if (!last) return 0;
  return placeIn(fragment, last.kind === 'row' ? last.table : last.element) + 1;
}

function placeIn(parent: Y.XmlFragment, element: Y.XmlElement): number {
  return parent.toArray().indexOf(element);
}
