import { describe, expect, test } from 'vitest';
import { Slug } from './ids.ts';
import { freeSlug, slugOf } from './slug.ts';

describe('a slug of a heading', () => {
  test.each([
    ['Ansvar för uppföljning', 'ansvar-for-uppfoljning'],
    ['1 kap. Inledning', 's-1-kap-inledning'],
    ['Blåbärssmörgås & Ærlig Øl', 'blabarssmorgas-aerlig-ol'],
  ])('of %j is %j, which an agreement may hold', (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
    expect(Slug.safeParse(slug).success).toBe(true);
  });

  test('is never longer than there is room for, and nothing of signs alone', () => {
    expect(slugOf(`${'ord '.repeat(40)}`).length).toBeLessThanOrEqual(60);
    expect(slugOf('– … –')).toBe('');
  });

  test('takes the first number that nobody has', () => {
    const taken = new Set(['syfte', 'syfte-2']);
    expect(freeSlug('syfte', (slug) => taken.has(slug))).toBe('syfte-3');
    expect(freeSlug('mal', (slug) => taken.has(slug))).toBe('mal');
  });
});
