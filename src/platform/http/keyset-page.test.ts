import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysetPage } from './keyset-page.ts';

const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 30 }).map((all) => all.toSorted());
const self = (key: string) => key;

describe('a list in pages', () => {
  it('gives everything once, in order, however long the pages are', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 7 }), (all, limit) => {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = keysetPage(all, self, { after, limit });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          expect(page.total).toBe(all.length);
          seen.push(...page.items);
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('goes on from the place of a key that is gone', () => {
    expect(keysetPage(['a', 'c', 'd'], self, { after: 'b', limit: 1 })).toEqual({ total: 3, items: ['c'], next: 'c' });
  });

  it('has no next after the last, and gives fifty when nothing is said', () => {
    expect(keysetPage(['a', 'b'], self, { limit: 2 }).next).toBeNull();
    const many = Array.from({ length: 120 }, (_, index) => String(index).padStart(3, '0'));
    expect(keysetPage(many, self, {})).toMatchObject({ total: 120, next: '049' });
  });
});
