import { describe, expect, test } from 'vitest';
import { Terms } from '../../counties/terms.ts';
import { givenKnowledge, proposedFor } from './given-knowledge.ts';
import type { Proposal, ProposalKind } from './proposal.ts';
import { type Review, reviewed, type Verdict } from './review.ts';
import { termsOf } from './terms-of.ts';

const TEXT = `# Överenskommelse mellan kommunerna och Region Fjällmark

## Giltighet

Överenskommelsen gäller från 2024-03-01. Förslag: giltighetstid 2025-01-01 till 2026-12-31.

Den nya överenskommelsen följs upp varje år.

## Avvikelser

1. Avvikelsen löses av cheferna.
2. Avvikelsen löses av Fjällmarks samråd.

## Ansvar

Regionen ansvarar för abstinensvård.

Fördjupning: Handbok
`;

const proposals = proposedFor(TEXT);
const of = (kind: ProposalKind): Proposal[] => proposals.filter((one) => one.kind === kind);
const surroundings = { textOf: (address: string) => `text ${address}`, county: givenKnowledge.county };

function say(proposal: Proposal | undefined, verdict: Verdict, more: Partial<Review> = {}): Review {
  if (!proposal) throw new Error('nothing was proposed');
  return { proposal: proposal.id, number: 1, verdict, value: undefined, reason: null, ...more };
}

const all = (verdict: Verdict) => proposals.map((one) => say(one, verdict));

describe('reviews of proposals', () => {
  test('leave every proposal waiting until somebody has said something of it', () => {
    expect(reviewed(proposals, []).map(({ state }) => state)).toEqual(proposals.map(() => 'waiting'));
  });

  test('count the latest, in whatever order they are read', () => {
    const [first] = proposals;
    const twice = [say(first, 'reject', { number: 2, reason: 'Fel' }), say(first, 'accept')];
    expect(reviewed(proposals, twice)[0]).toMatchObject({ state: 'rejected', number: 2, reason: 'Fel' });
    expect(reviewed(proposals, twice.toReversed())[0]).toMatchObject({ state: 'rejected', number: 2 });
  });

  test('put the person’s value in the place of the proposed one, and never touch the proposal', () => {
    const [validity] = of('validity');
    const changed = reviewed(proposals, [say(validity, 'change', { value: { from: '2024-04-01' } })]);
    const found = changed.find(({ proposal }) => proposal.id === validity?.id);
    expect(found?.value).toEqual({ from: '2024-04-01' });
    expect(found?.proposal).toEqual(validity);
  });

  test('let a change wait again when its value does not fit its kind', () => {
    const [validity] = of('validity');
    const changed = reviewed(proposals, [say(validity, 'change', { value: { from: 'snart' } })]);
    expect(changed.find(({ proposal }) => proposal.id === validity?.id)).toMatchObject({
      state: 'waiting',
      value: validity?.value,
      number: 1,
    });
  });

  test('say nothing of a proposal with another value at the same place', () => {
    const [validity] = of('validity');
    const other = proposedFor(TEXT.replace('2024-03-01', '2024-03-02')).filter(({ kind }) => kind === 'validity');
    expect(reviewed(other, [say(validity, 'accept')]).map(({ state }) => state)).not.toContain('accepted');
  });
});

describe('the terms of an import', () => {
  test('are none as long as nobody has accepted anything, nor when all is rejected', () => {
    for (const reviews of [[], all('reject')]) {
      const collected = termsOf(reviewed(proposals, reviews), surroundings);
      expect(collected.terms).toEqual({});
      expect([collected.responsibilities, collected.related, collected.stale, collected.citations].flat()).toEqual([]);
      expect(collected.deepening.size).toBe(0);
    }
  });

  test('are what an agreement has, each with the sentences it cites', () => {
    const { terms, responsibilities, deepening } = termsOf(reviewed(proposals, all('accept')), surroundings);
    expect(Terms.partial().safeParse(terms).error).toBeUndefined();
    expect(terms.validity).toEqual({ from: '2024-03-01', cites: ['giltighet.a1'] });
    expect(terms.cadences).toMatchObject([
      { of: 'agreement', kind: 'follow-up', every: 'P12M', starts: '2024-03-01', cites: ['giltighet.a3'] },
    ]);
    expect(terms.ladders?.map(({ steps }) => steps.map(({ level, who }) => `${level} ${who}`))).toEqual([
      ['1 cheferna', '2 Fjällmarks samråd'],
    ]);
    expect(responsibilities).toMatchObject([{ activity: 'abstinensvård', cites: ['ansvar.a1'] }]);
    expect([...deepening]).toEqual([['ansvar', [{ title: 'Handbok' }]]]);
  });

  test('hold the first of two that an agreement has one of, and tell that they differ', () => {
    const { conflicts } = termsOf(reviewed(proposals, all('accept')), surroundings);
    expect(conflicts).toEqual([{ kind: 'validity', proposals: of('validity').map(({ id }) => id) }]);
  });

  test('have no recurrence without a first day to count from', () => {
    const reviews = of('cadence').map((one) => say(one, 'accept'));
    expect(termsOf(reviewed(proposals, reviews), surroundings).terms.cadences).toBeUndefined();
  });
});
