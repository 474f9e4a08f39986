import { describe, expect, it } from 'vitest';
import type { AgreementCitation } from './cited-law.ts';
import { CITATION_KEY, citationKey, pageOfCitations } from './page-citations.ts';

const at = (slug: string, position: number, start: number) =>
  ({ sentence: { slug, position }, citation: { start } }) as unknown as AgreementCitation;
const all = [at('a', 2, 0), at('a', 10, 0), at('a', 10, 7), at('a-b', 1, 3), at('b', 1, 0)];

/** Every key, page by page. */
function walk(limit: number): string[] {
  const keys: string[] = [];
  let after: string | undefined;
  do {
    const page = pageOfCitations(all, after, limit);
    keys.push(...page.items.map(citationKey));
    after = page.next;
  } while (after !== undefined);
  return keys;
}

describe('pageOfCitations', () => {
  it.each([1, 2, 3, 5, 100])('gives every citation once, in order, %i at a time', (limit) => {
    expect(walk(limit)).toEqual(all.map(citationKey));
  });

  it('says there is no next page when the last citation is on this one', () => {
    expect(pageOfCitations(all, undefined, 5).next).toBeUndefined();
  });

  it('goes on from where a citation stood that is no longer there', () => {
    expect(pageOfCitations(all, 'a.9.99', 1).items).toEqual([all[1]]);
    expect(pageOfCitations(all, 'a-a.1.0', 1).items).toEqual([all[3]]);
    expect(pageOfCitations(all, 'z.1.0', 1)).toEqual({ items: [], next: undefined });
  });

  it('makes keys of the form that the door accepts', () => {
    for (const one of all) expect(citationKey(one)).toMatch(CITATION_KEY);
  });
});
