import { expect, test } from 'vitest';
import { byTimeLimit, type WaitingItem } from './waiting.ts';

const item = (title: string, due?: string): WaitingItem => ({
  kind: 'k',
  title,
  href: '/',
  basis: 'routine',
  ...(due ? { due: Temporal.PlainDate.from(due) } : {}),
});

test('puts the nearest time limit first and what has none last, and titles in Swedish order', () => {
  const items = [item('utan'), item('örn', '2026-12-01'), item('sen', '2027-01-01'), item('ål', '2026-12-01'), item('förbi', '2026-01-01')];
  expect(byTimeLimit(items).map(({ title }) => title)).toEqual(['förbi', 'ål', 'örn', 'sen', 'utan']);
});
