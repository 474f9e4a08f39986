import { describe, expect, test } from 'vitest';
import type { DataKind } from '../consents/kinds.ts';
import type { Ground } from './reach.ts';
import { compareReach, loggedReach, REACH_RULES, readGrounds } from './replay.ts';

const reach = (grounds: readonly (readonly [DataKind, Ground])[]) => ({
  party: true,
  keeps: false,
  leads: false,
  own: false,
  speaks: [],
  grounds: new Map(grounds),
});
const given = reach([
  ['needs', { kind: 'consent', id: 'a' }],
  ['follow-up', { kind: 'rule', id: 'b' }],
  ['goals', { kind: 'own' }],
]);
const AT = Temporal.Instant.from('2026-11-22T11:00:00.123456789Z');

describe('a look at a plan, as the log keeps it', () => {
  test('is read as it was written, to the moment', () => {
    const kept = loggedReach(given, AT);
    expect(kept).toEqual({
      ...{ rules: REACH_RULES, moment: AT.toString(), kinds: ['needs', 'follow-up', 'goals'] },
      grounds: ['needs:consent:a', 'follow-up:rule:b', 'goals:own'],
    });
    expect(readGrounds(kept.grounds)).toEqual(given.grounds);
    expect(compareReach({ rules: kept.rules, grounds: given.grounds }, given)).toEqual({ verdict: 'same' });
  });

  test('is told apart from what is answered again: a part more, a part less, or another ground', () => {
    const logged = { rules: REACH_RULES, grounds: given.grounds };
    const less = reach([...given.grounds].slice(1));
    expect(compareReach(logged, less)).toEqual({
      verdict: 'different',
      differences: [{ kind: 'needs', logged: { kind: 'consent', id: 'a' }, again: undefined }],
    });
    expect(compareReach({ rules: REACH_RULES, grounds: less.grounds }, given).verdict).toBe('different');
    const other = reach([['needs', { kind: 'consent', id: 'c' }], ...[...given.grounds].slice(1)]);
    expect(compareReach(logged, other).verdict).toBe('different');
  });

  test('by other rules is not compared, and what is no ground is not read', () => {
    expect(compareReach({ rules: 'plan-reach-0', grounds: new Map() }, given)).toEqual({ verdict: 'other-rules' });
    for (const text of ['needs', 'needs:consent', 'hopes:own', 'needs:guess:a']) expect(readGrounds([text])).toBeUndefined();
  });
});
