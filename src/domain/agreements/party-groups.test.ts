import { describe, expect, test } from 'vitest';
import { groupParties } from './party-groups.ts';
import type { PartyStatus } from './status-for-party.ts';

const decided = (party: string, on: string, name = party): PartyStatus => ({
  party,
  code: 'in-force',
  on: '2026-03-01',
  since: '2026-01-01',
  decision: { on },
  reasons: [{ code: 'party-adopted', params: { on, from: '2026-01-01', name }, cites: ['beslut'] }],
});
const silent = (party: string): PartyStatus => ({
  party,
  code: 'not-adopted',
  on: '2026-03-01',
  reasons: [{ code: 'party-not-adopted', params: { party, name: `kommun ${party}` }, cites: ['beslut'] }],
});

describe('parties are told of together', () => {
  test('when they stand alike, and each is in exactly one group, in the order they came', () => {
    const all = [decided('region', '2025-11-01'), silent('0604'), decided('0617', '2025-12-01'), silent('0642')];
    const groups = groupParties(all);
    expect(groups.map(({ code, parties }) => [code, ...parties.map(({ party }) => party)])).toEqual([
      ['in-force', 'region', '0617'],
      ['not-adopted', '0604', '0642'],
    ]);
    expect(new Set(groups.flatMap(({ parties }) => parties))).toEqual(new Set(all));
    expect(groups.flatMap(({ parties }) => parties)).toHaveLength(all.length);
  });

  test('with the reasons of all only when those differ in nothing but the names', () => {
    expect(groupParties([silent('0604'), silent('0642')])[0]?.reasons).toEqual(silent('0604').reasons);
    expect(groupParties([decided('0604', '2025-11-01'), decided('0642', '2025-12-01')])[0]?.reasons).toBeUndefined();
  });

  test('with a day only when it is the day of every one of them', () => {
    const later = { ...decided('0642', '2025-11-01'), since: '2026-02-01' };
    expect(groupParties([decided('0604', '2025-11-01'), decided('0617', '2025-11-01')])[0]?.since).toBe('2026-01-01');
    expect(groupParties([decided('0604', '2025-11-01'), later])[0]?.since).toBeUndefined();
    expect(
      groupParties([decided('0604', '2025-11-01'), { ...decided('0617', '2025-11-01'), until: '2026-06-30' }])[0]?.until,
    ).toBeUndefined();
  });

  test('never when they stand the same for reasons of other kinds', () => {
    const joined: PartyStatus = {
      ...decided('0642', '2025-11-01'),
      reasons: [{ code: 'party-joined', params: { on: '2026-01-01' }, cites: [] }],
    };
    expect(groupParties([decided('0604', '2025-11-01'), joined])).toHaveLength(2);
  });
});
