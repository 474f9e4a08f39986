import { expect, test } from 'vitest';
import { agreementOf, row } from '../responsibilities/given.ts';
import { pointersTo } from './pointers.ts';

const section = (id: string, more: Record<string, unknown> = {}) => ({ id, heading: id, sentences: { a1: 'x' }, ...more });
const agreement = agreementOf([row('A-1', { knowledge: ['page'] }), row('A-2')], {
  sections: [section('s', { sections: [section('inner', { deepening: [{ title: 'x', knowledge: 'page' }] })] })],
});

test('sections at any depth and rows that point to a page are found', () => {
  expect(pointersTo(agreement, 'page')).toMatchObject({ whole: false, sections: [{ id: 'inner' }], rows: [{ id: 'A-1' }] });
});

test('an agreement that as such rests on the page is found', () => {
  expect(pointersTo(agreementOf([], { knowledge: ['page'] }), 'page')).toEqual({ whole: true, sections: [], rows: [] });
});

test('an agreement that does not point to the page is not told of', () => {
  expect(pointersTo(agreement, 'another')).toBeUndefined();
});
