import { describe, expect, it } from 'vitest';
import { givenConsent, givenScope, JUNE, MARCH, moment, rows } from './given-rows.ts';
import { standingScopes, withdrawalFault } from './withdraw.ts';

const APRIL = moment('2026-04-01T00:00:00Z');
const both = givenConsent({ scopes: [givenScope(), givenScope({ id: 'x1', permits: false })] });
const back = (scope?: string) => ({ consent: 'c1', scope, at: MARCH, recordedAt: MARCH });
const told = (taken: ReturnType<typeof back>[] = []) => ({ ...rows([both]), withdrawals: taken });

describe('taking back', () => {
  it.each([
    ['all of a yes', [], [], undefined],
    ['one scope', ['s1'], [], undefined],
    ['what is another consent’s', ['s2'], [], 'scope-not-of-consent'],
    ['all of it twice', [], [back()], 'consent-withdrawn'],
    ['a scope twice', ['s1'], [back('s1')], 'consent-withdrawn'],
    ['a permit of what is taken back whole', ['s1'], [back()], 'consent-withdrawn'],
    ['an exclusion of what is taken back whole', ['x1'], [back()], undefined],
  ] as const)('%s', (_, scopes, taken, code) => {
    expect(withdrawalFault(both, scopes, told([...taken]), APRIL)?.code).toBe(code);
  });

  it('a no is nothing to take back, though what it shuts is', () => {
    const no = givenConsent({ answer: 'declined', scopes: [givenScope({ id: 'x1', permits: false })] });
    expect(withdrawalFault(no, [], rows([no]), APRIL)?.code).toBe('consent-no-yes');
    expect(withdrawalFault(no, ['x1'], rows([no]), APRIL)).toBeUndefined();
  });

  it('leaves what is shut when the whole is taken back', () => {
    expect(standingScopes(both, told(), JUNE).map(({ id }) => id)).toEqual(['s1', 'x1']);
    expect(standingScopes(both, told([back()]), JUNE).map(({ id }) => id)).toEqual(['x1']);
  });
});
