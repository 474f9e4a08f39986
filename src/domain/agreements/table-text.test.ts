import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksIn, cellPlaces, cellsOf, evenRows, rowText } from './table-text.ts';

describe('a row of a table', () => {
  test.each([
    ['| Insats | Regionen |', ['Insats', 'Regionen']],
    ['|a|b|', ['a', 'b']],
    ['| Boende | | x |', ['Boende', '', 'x']],
    ['| |', ['']],
    ['| 5 \\| 6 | c:\\\\d |', ['5 | 6', 'c:\\d']],
    ['| inte slut', undefined],
    ['| slut \\|', undefined],
    ['|', undefined],
    ['Vanlig | text |', undefined],
    ['', undefined],
  ])('%j has the cells %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  test('never loses a cell, or a sign of one, from cells to text and back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'å', ' ', '|', '\\', '-', '•', '.', '\t'), maxLength: 8 })
      .map((text) => text.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 15 }), (cells) => {
        expect(cellsOf(rowText(cells))).toEqual(cells);
        for (const { cell, from } of cellPlaces(rowText(cells))) {
          if (from === undefined) expect(cell).toMatch(/[\\|]/);
          else expect(rowText(cells).slice(from, from + cell.length)).toBe(cell);
        }
        expect(rowText(cellsOf(rowText(cells)) ?? [])).toBe(rowText(cells));
      }),
    );
  });

  test('has as many cells as the widest of its table, and none of its own less', () => {
    const rows = fc.array(fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (all) => {
        const even = evenRows(all);
        expect(new Set(even.map(({ length }) => length)).size).toBe(1);
        for (const [index, row] of all.entries()) expect(even[index]?.slice(0, row.length)).toEqual(row);
      }),
    );
  });
});

test('a section is running sentences, lists and tables, in order, and nothing of it is left out', () => {
  const sentences = {
    a1: 'Så här delas arbetet.',
    a2: '| Insats | Vem |',
    a3: '| Boende |',
    a4: { text: 'En punkt.', item: true as const },
    a5: '| Ny tabell |',
    a6: 'Slut.',
  };
  const blocks = blocksIn({ id: 's', heading: 'S', sentences, deepening: [], sections: [] });
  expect(blocks.map(({ kind }) => kind)).toEqual(['sentences', 'table', 'items', 'table', 'sentences']);
  expect(
    blocks
      .flatMap((block) => (block.kind === 'table' ? block.rows.map(({ sentence }) => sentence) : block.sentences))
      .map(({ sentenceId }) => sentenceId),
  ).toEqual(Object.keys(sentences));
  expect(blocks[1]).toMatchObject({ rows: [{ cells: ['Insats', 'Vem'] }, { cells: ['Boende', ''] }] });
});
