import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { rowText } from '../../domain/agreements/table-text.ts';
import { LIVE_CELL, LIVE_LINE, LIVE_ROW, LIVE_TABLE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { documentOf, isForeign, isTooLong, textOf } from './live-document.ts';
import { elementsIn } from './live-parts.ts';
import { writeText } from './live-write.ts';

const word = fc.constantFrom('vård', 'stöd', 'å', 'a|b', '\\', '');
const line = fc.oneof(
  { weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ').trim() || 'x') },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `- ${words.join(' ').replace(/\s+/g, ' ').trim() || 'x'}`),
  },
  { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map(rowText) },
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((one) => one.replace(/ +/g, ' ')).join('\n'));

function written(lines: string): Y.Doc {
  const document = documentOf([]);
  writeText(document, { heading: 'Rubrik', lines });
  return document;
}

/** The tables, as their cells. */
const tablesOf = (document: Y.Doc) =>
  elementsIn(document.getXmlFragment(LIVE_TEXT))
    .filter(({ nodeName }) => nodeName === LIVE_TABLE)
    .map((table) => elementsIn(table).map((row) => elementsIn(row).map((cell) => (cell.toString().match(/>([^<]*)</) ?? [])[1] ?? '')));
const rowsOf = (document: Y.Doc, nth = 0) =>
  elementsIn(elementsIn(document.getXmlFragment(LIVE_TEXT)).filter(({ nodeName }) => nodeName === LIVE_TABLE)[nth] as Y.XmlElement);

const TABLE = 'Före.\n| Insats | Vem |\n| Boende | Kommunen |\n| Vård | Regionen |\nEfter.';

describe('the shared text of a section', () => {
  test('says what was written in it, whatever it said before, and is never foreign', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const document = written(before);
        expect(textOf(document).lines).toBe(before);
        writeText(document, { heading: 'Rubrik', lines: after });
        expect(textOf(document).lines).toBe(after);
        expect(isForeign(document)).toBe(false);
      }),
    );
  });

  test('has a table of cells for rows that follow each other', () => {
    expect(tablesOf(written(TABLE))).toEqual([
      [
        ['Insats', 'Vem'],
        ['Boende', 'Kommunen'],
        ['Vård', 'Regionen'],
      ],
    ]);
  });

  test('keeps what somebody writes in a cell while a form changes another, adds a column and a row', () => {
    const document = written(TABLE);
    const other = documentOf([Y.encodeStateAsUpdate(document)]);
    const cell = elementsIn(rowsOf(other)[1] as Y.XmlElement)[1] as Y.XmlElement;
    (cell.get(0) as Y.XmlText).insert(8, ' och regionen');
    writeText(document, {
      heading: 'Rubrik',
      lines: 'Före.\n| Insats | Vem | När |\n| Stöd i boendet | Kommunen | |\n| Vård | Regionen | |\n| Ny rad | | |\nEfter.',
    });
    for (const [from, to] of [
      [document, other],
      [other, document],
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    expect(textOf(document)).toEqual(textOf(other));
    expect(textOf(document).lines).toBe(
      'Före.\n| Insats | Vem | När |\n| Stöd i boendet | Kommunen och regionen | |\n| Vård | Regionen | |\n| Ny rad | | |\nEfter.',
    );
  });

  test('has two tables where a sentence comes between, and none where the rows are gone', () => {
    const document = written(TABLE);
    const [, kept] = rowsOf(document);
    writeText(document, { heading: 'Rubrik', lines: TABLE.replace('\n| Vård', '\nEmellan.\n| Vård') });
    expect(tablesOf(document).map((rows) => rows.length)).toEqual([2, 1]);
    expect(rowsOf(document)[1]).toBe(kept);
    writeText(document, { heading: 'Rubrik', lines: 'Före.\nEfter.' });
    expect(tablesOf(document)).toEqual([]);
  });

  test.each([
    ['a table with something else than rows', () => elementOf(LIVE_TABLE, elementOf(LIVE_CELL))],
    ['a row with something else than cells', () => elementOf(LIVE_TABLE, elementOf(LIVE_ROW, elementOf(LIVE_LINE)))],
    ['a cell that stands by itself', () => elementOf(LIVE_CELL)],
    ['a row that stands by itself', () => elementOf(LIVE_ROW, elementOf(LIVE_CELL))],
    ['a table in a cell', () => elementOf(LIVE_TABLE, elementOf(LIVE_ROW, elementOf(LIVE_CELL, elementOf(LIVE_TABLE))))],
    ['text beside the cells', () => elementOf(LIVE_TABLE, new Y.XmlText('x'))],
  ])('is foreign with %s', (_what, made) => {
    const document = written(TABLE);
    document.getXmlFragment(LIVE_TEXT).insert(0, [made()]);
    expect(isForeign(document)).toBe(true);
  });

  test('is too long with more rows than a section may have, also of rows that nobody sees', () => {
    const document = written(TABLE);
    const rows = Array.from({ length: 1_000 }, () => elementOf(LIVE_ROW));
    (elementsIn(document.getXmlFragment(LIVE_TEXT))[1] as Y.XmlElement).insert(0, rows);
    expect([isForeign(document), isTooLong(document, documentOf([]))]).toEqual([false, true]);
  });
});

function elementOf(name: string, ...parts: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, parts);
  return element;
}
