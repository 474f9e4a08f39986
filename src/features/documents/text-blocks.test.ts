import { expect, test } from 'vitest';
import { fjallmark, nextOf } from '../../domain/agreements/diff/given-versions.ts';
import { textBlocks } from './text-blocks.ts';

test('rows of a table in the text are a table in the document, with every cell', () => {
  const sentences = { a1: 'Före.', a2: '| Insats | Vem |', a3: '| Boende |', a4: { text: 'Punkt.', item: true as const }, a5: 'Efter.' };
  const version = nextOf(fjallmark[0], (next) => {
    next.sections = [{ id: 'tabellen', heading: 'Tabellen', sentences, deepening: [], sections: [] }];
  });
  expect(textBlocks(version).slice(1)).toEqual([
    { kind: 'paragraph', text: 'Före.' },
    { kind: 'table', columns: ['Insats', 'Vem'], widths: [0.5, 0.5], rows: [['Boende', '']] },
    { kind: 'list', items: ['Punkt.'] },
    { kind: 'paragraph', text: 'Efter.' },
  ]);
});
