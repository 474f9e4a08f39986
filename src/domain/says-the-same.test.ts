import { expect, test } from 'vitest';
import { saysTheSame } from './says-the-same.ts';

const kept = { id: 'x', title: 'Vi flyttar', rows: ['JA-01', 'JA-02'], at: 7 };

test('a form that comes once more is known by all that it sends, whatever else is kept', () => {
  expect(saysTheSame(kept, { title: 'Vi flyttar', rows: ['JA-01', 'JA-02'] })).toBe(true);
});

test.each([{ title: 'Vi stänger' }, { title: 'Vi flyttar', rows: ['JA-01'] }, { rows: ['JA-02', 'JA-01'] }])(
  'other words are another form: %o',
  (sent) => {
    expect(saysTheSame({ ...kept }, { ...sent })).toBe(false);
  },
);
