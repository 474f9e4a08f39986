import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from './draw-sample.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });
const seed = fc.stringMatching(/^[0-9a-f]{32}$/);
const size = fc.integer({ min: 1, max: 80 });

test('draws the same rows from the same seed, in whatever order the rows come', () => {
  fc.assert(
    fc.property(ids, seed, size, (rows, from, most) => {
      const drawn = drawSample(rows, { seed: from, size: most }, sha256);
      expect(drawSample(rows.toReversed(), { seed: from, size: most }, sha256)).toEqual(drawn);
      expect(drawn).toHaveLength(Math.min(rows.length, most));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((id) => rows.includes(id))).toBe(true);
    }),
  );
});

test('draws the smaller sample as the beginning of the larger', () => {
  fc.assert(
    fc.property(ids, seed, size, (rows, from, most) => {
      const larger = drawSample(rows, { seed: from, size: most + 1 }, sha256);
      expect(drawSample(rows, { seed: from, size: most }, sha256)).toEqual(larger.slice(0, most));
    }),
  );
});

test('never lets a row that comes later displace more than itself', () => {
  fc.assert(
    fc.property(ids, fc.uuid(), seed, size, (rows, late, from, most) => {
      fc.pre(!rows.includes(late));
      const before = drawSample(rows, { seed: from, size: most }, sha256);
      const after = drawSample([...rows, late], { seed: from, size: most }, sha256).filter((id) => id !== late);
      expect(before.slice(0, after.length)).toEqual(after);
    }),
  );
});

test('draws every row about as often as any other', () => {
  const rows = Array.from({ length: 10 }, (_, n) => `row-${n}`);
  const times = new Map(rows.map((id) => [id, 0]));
  for (let n = 0; n < 2000; n++)
    for (const id of drawSample(rows, { seed: `s${n}`, size: 3 }, sha256)) times.set(id, (times.get(id) ?? 0) + 1);
  for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(120);
});
