import { expect, test } from 'vitest';
import { withdrawalNote, withdrawalRegistry } from './texts-withdrawal.ts';

const decided = (registry: string) => ({ name: 'Avesta', on: '2028-01-01', body: 'Kommunfullmäktige', paragraph: '12', registry });

test('a withdrawal by several decisions carries the number of each, and never that of one as if it were of all', () => {
  expect(withdrawalRegistry([decided('KS 2028/1')])).toBe('KS 2028/1');
  expect(withdrawalRegistry(['RD 2028/7', 'KS 2028/1', 'KS 2028/1'].map(decided))).toBe('RD 2028/7, KS 2028/1');
  const many = Array.from({ length: 16 }, (_, nth) => decided(`KS 2028/${nth}`));
  expect(withdrawalRegistry(many)).toBe('16 diarienummer');
  expect(withdrawalNote(many, 'Ersätts.')).toContain('KS 2028/15');
  expect(withdrawalRegistry([decided('x'.repeat(60)), decided('y'.repeat(60))]).length).toBeLessThanOrEqual(60);
});

test('the public note of a withdrawal is cut at 4,000 characters and never before', () => {
  const why = 'v'.repeat(1000);
  const all = (most: number) =>
    withdrawalNote(
      Array.from({ length: most }, () => decided('KS 2028/1')),
      why,
    );
  expect(all(15)).toMatch(/KS 2028\/1, 1\sjanuari\s2028\.$/);
  expect(all(15).length).toBeGreaterThan(1000);
  expect(all(400)).toHaveLength(4000);
});
