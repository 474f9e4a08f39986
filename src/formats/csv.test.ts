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

test('cells are parted by semicolons, lines by CRLF', () => {
  expect(
    csvOf([
      ['a', 'b'],
      ['c', ''],
    ]),
  ).toBe('\uFEFFa;b\r\nc;\r\n');
});
