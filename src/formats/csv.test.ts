import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each<[string, string, string]>([
  ['plain text stays as it is', 'Åre 5', 'Åre 5'],
  ['a semicolon is inside quotes', 'a; b', '"a; b"'],
  ['a quote is doubled', 'a "b"', '"a ""b"""'],
  ['a line break stays inside its cell', 'a\nb', '"a\nb"'],
  ['what begins like a formula is text', '=SUM(A1)', "'=SUM(A1)"],
  ['a minus sign too', '-1', "'-1"],
])('%s', (_name, cell, expected) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF${expected}\r\n`);
});

test.each([
  ...['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\uFE66', '\uFE62', '\uFE63', '\uFE6B', '\u2212'].flatMap((sign) =>
    ['', ' ', '\u00A0', '\u200B', '\u2060\u00AD', '\u202E', '\u3000', '\u3164', '\u0301', '\u0000'].map(
      (unseen) => `${unseen}${sign}SUM(A1)`,
    ),
  ),
])('no spreadsheet takes %j for a formula', (cell) => {
  const [line = ''] = csvOf([[cell]])
    .slice(1)
    .split('\r\n');
  expect(line).toBe(`'${cell}`);
});

test.each(['Åre', '1,5', 'a=b', 'Kommun - region', '(+46)', '\u00A0Åre'])('%j needs no such care', (cell) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF${cell}\r\n`);
});

test('cells are parted by semicolons, lines by CRLF', () => {
  expect(
    csvOf([
      ['a', 'b'],
      ['c', ''],
    ]),
  ).toBe('\uFEFFa;b\r\nc;\r\n');
});
