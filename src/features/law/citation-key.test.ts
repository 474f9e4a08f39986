import { describe, expect, it } from 'vitest';
import { CITATION_KEY, citationKey, compareCitationKeys } from './citation-key.ts';
import type { AgreementCitation } from './cited-law.ts';

const at = (slug: string, position: number, start: number) =>
  ({ sentence: { slug, position }, citation: { start } }) as unknown as AgreementCitation;
const all = [at('a', 2, 0), at('a', 10, 0), at('a', 10, 7), at('a-b', 1, 3), at('b', 1, 0)].map(citationKey);

describe('the key of a citation', () => {
  it('keeps the order of the agreements and of their text, whatever the numbers look like as words', () => {
    expect(all.toReversed().toSorted(compareCitationKeys)).toEqual(all);
    expect(all.map((key) => compareCitationKeys(key, key))).toEqual(all.map(() => 0));
  });

  it('has a place also for a citation that is no longer there', () => {
    const following = (key: string) => all.filter((one) => compareCitationKeys(one, key) > 0);
    expect(following('a.9.99')).toEqual(all.slice(1));
    expect(following('a-a.1.0')).toEqual(all.slice(3));
    expect(following('z.1.0')).toEqual([]);
  });

  it('is of the form that the door accepts', () => {
    for (const key of all) expect(key).toMatch(CITATION_KEY);
  });
});
