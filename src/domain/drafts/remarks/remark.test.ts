import { describe, expect, test } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { type Role, roleNames } from '../../access/roles.ts';
import type { DraftOwner } from '../policies.ts';
import {
  isSuggestion,
  mayActOnRemark,
  type RemarkAct,
  type RemarkSort,
  type RemarkState,
  remarkActNames,
  remarkFault,
  remarkSorts,
  remarkState,
  remarkStates,
} from './remark.ts';

/** Acts that lead to each state; those that a sort cannot reach are not asked for. */
const ways: Record<RemarkState, readonly RemarkAct[]> = {
  open: ['resolve', 'reopen', 'answer'],
  resolved: ['answer', 'resolve'],
  accepted: ['accept'],
  rejected: ['answer', 'reject'],
  withdrawn: ['withdraw'],
};
const acts = (state: RemarkState) => ways[state].map((kind) => ({ kind }));

/** What may be done with a remark of each sort in each state: everything else may not. */
const allowed: Record<RemarkState, (sort: RemarkSort) => readonly RemarkAct[]> = {
  open: (sort) => (sort === 'comment' ? ['answer', 'resolve', 'withdraw'] : ['answer', 'withdraw', 'accept', 'reject']),
  resolved: (sort) => (sort === 'comment' ? ['reopen'] : []),
  accepted: () => [],
  rejected: () => [],
  withdrawn: () => [],
};

const WRITER: readonly Role[] = ['strategy-group', 'district-coordinator'];
const SAYS: readonly Role[] = [...WRITER, 'political-body'];

const owner: DraftOwner = { county: '20', kind: 'local', municipalities: ['2061'] };

function actorOf(role: Role, county = '20', account = 'me'): Actor {
  const assignment = {
    id: 'a',
    role,
    organisation: { id: 'o', kind: 'municipality' as const, name: 'O' },
    county,
    municipality: '2061',
    body: 'radet',
  };
  const authenticatedAt = Temporal.Instant.from('2026-11-22T11:00:00Z');
  return { kind: 'staff', login: { account, name: 'X', session: 's', secret: '', assurance: 'loa3', authenticatedAt }, assignment };
}

const cases = remarkStates.flatMap((state) => remarkSorts.flatMap((sort) => remarkActNames.map((act) => [state, sort, act] as const)));

describe('a remark', () => {
  test.each(remarkStates)('comes to %s by its acts', (state) => {
    expect(remarkState({ acts: acts(state) })).toBe(state);
  });

  test.each(cases)('that is %s and a %s: whether it can be done to %s it is what the table says', (state, sort, act) => {
    const fault = remarkFault({ sort, acts: acts(state) }, act);
    if (allowed[state](sort).includes(act)) expect(fault).toBeUndefined();
    else expect(fault).toMatchObject({ code: 'remark-not-in-state', params: { state, act } });
  });

  test.each(remarkActNames.flatMap((act) => roleNames.map((role) => [act, role] as const)))(
    '%s is done by %s as the roles say',
    (act, role) => {
      const own = { account: 'me' };
      const others = { account: 'you' };
      const settles = act === 'accept' || act === 'reject';
      const isOwn = act === 'withdraw' || act === 'resolve' || act === 'reopen';
      expect(mayActOnRemark(actorOf(role), act, own, owner)).toBe((settles ? WRITER : SAYS).includes(role));
      const byOthers = act === 'withdraw' ? [] : settles || isOwn ? WRITER : SAYS;
      expect(mayActOnRemark(actorOf(role), act, others, owner)).toBe(byOthers.includes(role));
      expect(mayActOnRemark(actorOf(role, '06'), act, own, owner)).toBe(false);
      expect(mayActOnRemark({ kind: 'public' }, act, own, owner)).toBe(false);
    },
  );

  test('is a suggestion unless it is a comment', () => {
    expect(remarkSorts.filter((sort) => isSuggestion({ sort }))).toEqual(['reword', 'insert', 'remove']);
  });
});
