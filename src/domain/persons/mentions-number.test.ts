import { expect, test } from 'vitest';
import { mentionsPersonalNumber } from './mentions-number.ts';

const today = Temporal.PlainDate.from('2026-11-22');

test.each([
  '191212121212',
  '19121212-1212',
  '121212-1212',
  '121212+1212',
  'Nr 121212 1212.',
  '121212–1212',
  '１２１２１２-１２１２',
  'född 121272-1219?',
])('finds the number in %j', (text) => {
  expect(mentionsPersonalNumber(`Det gäller ${text} som väntar.`, today)).toBe(true);
});

test.each(['', 'KS 2026/1234', '121212-1213', '0171-12 34 56', '2026-11-22', '1912121212121', 'SOU 2023:62, s. 121212'])(
  'takes %j for none',
  (text) => {
    expect(mentionsPersonalNumber(`Det gäller ${text}`, today)).toBe(false);
  },
);
