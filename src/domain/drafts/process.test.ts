import { describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { conditionFor, type Permission } from '../access/permissions.ts';
import { type Role, roleNames, roles } from '../access/roles.ts';
import { type DraftOwner, mayDoToDraft } from './policies.ts';
import {
  approvalsOf,
  awaited,
  type DraftAct,
  type DraftEvent,
  type DraftState,
  draftActNames,
  draftActs,
  draftStates,
  processOf,
  stateFault,
} from './process.ts';
import { stepsOf } from './steps.ts';

const towns = ['2061', '2080'];
const steps = stepsOf({
  class: 'major',
  municipalities: towns,
  terms: {
    adoption: [
      { id: 'uppdrag', step: 'mandate', by: ['natverket'], description: '-', cites: ['a'] },
      { id: 'recommend', step: 'recommend', by: ['radet'], description: '-', cites: ['a'] },
      { id: 'adopt', step: 'adopt', by: ['each-party'], description: '-', cites: ['a'] },
      { id: 'sign', step: 'sign', by: ['radet.chair', 'natverket.chair'], description: '-', cites: ['a'] },
    ],
  },
});

const on = '2026-11-22';
const submit = (round: number): DraftEvent => ({ kind: 'drafts.submit', id: `submit-${round}`, on, hash: 'h', revision: round, round });
const took = (
  step: string,
  decider: 'body:radet' | `party:${string}` | `seat:${string}`,
  outcome: 'approved' | 'rejected' = 'approved',
  round = 1,
): DraftEvent => ({
  kind: step === 'sign' ? 'drafts.sign' : 'drafts.record-decision',
  id: `${step}-${decider}`,
  on,
  submission: `submit-${round}`,
  step,
  decider,
  outcome,
});
const everyParty = [took('adopt', 'party:region'), ...towns.map((code) => took('adopt', `party:${code}`))];
const whole = [
  submit(1),
  took('recommend', 'body:radet'),
  ...everyParty,
  took('sign', 'seat:radet.chair'),
  took('sign', 'seat:natverket.chair'),
];

/** For each state, acts that lead there. */
const ways: Record<DraftState, readonly DraftEvent[]> = {
  writing: [],
  deciding: [submit(1)],
  decided: whole,
  published: [...whole, { kind: 'drafts.publish', id: 'p', on }],
  withdrawn: [...whole, { kind: 'drafts.publish', id: 'p', on }, { kind: 'drafts.withdraw', id: 'w', on }],
  abandoned: [{ kind: 'drafts.abandon', id: 'a', on }],
};

describe('the process of a draft', () => {
  test.each(draftStates)('reaches %s, whichever order its acts are read in', (state) => {
    expect(processOf(ways[state], steps).state).toBe(state);
    expect(processOf(ways[state].toReversed(), steps).state).toBe(state);
  });

  test('opens each step when the one before is done, and asks for those who have not taken it', () => {
    const stateOf = (events: readonly DraftEvent[]) => processOf(events, steps).steps.map(({ state }) => state);
    expect(stateOf([submit(1)])).toEqual(['open', 'waiting', 'waiting']);
    expect(stateOf([submit(1), took('recommend', 'body:radet')])).toEqual(['done', 'open', 'waiting']);
    expect(stateOf(whole)).toEqual(['done', 'done', 'done']);
    const half = processOf([submit(1), took('recommend', 'body:radet'), took('adopt', 'party:2061')], steps);
    expect(awaited(half).map(({ decider }) => decider)).toEqual(['party:region', 'party:2080']);
  });

  test('counts nothing that was decided about an earlier text', () => {
    const again = processOf([...whole, { kind: 'drafts.recall', id: 'r', on, round: 1 }, submit(2)], steps);
    expect(again).toMatchObject({ state: 'deciding', rounds: 2, submission: { act: 'submit-2' } });
    expect(again.steps.every(({ taken }) => taken.size === 0)).toBe(true);
  });

  test('is never decided by a step that nobody has to take, nor by somebody who is not asked', () => {
    expect(processOf([submit(1)], []).state).toBe('deciding');
    const stranger = processOf([submit(1), took('recommend', 'party:9999')], steps);
    expect(stranger.steps[0]?.state).toBe('open');
  });

  test('is taken back as long as nobody has decided, or when somebody has said no', () => {
    expect(stateFault(processOf([submit(1)], steps), 'drafts.recall')).toBeUndefined();
    expect(stateFault(processOf([submit(1), took('recommend', 'body:radet')], steps), 'drafts.recall')).toMatchObject({
      code: 'decision-begun',
    });
    const refused = processOf([submit(1), took('recommend', 'body:radet', 'rejected')], steps);
    expect(stateFault(refused, 'drafts.recall')).toBeUndefined();
    expect(refused.rejected).toBe(true);
  });
});

const owner: DraftOwner = { county: '20', kind: 'county', municipalities: towns };

function actorOf(role: Role, place: { kind: 'region' | 'municipality'; municipality?: string; county?: string }): Actor {
  const organisation = { id: 'o', kind: place.kind, name: 'O' };
  const assignment = { id: 'a', role, organisation, county: place.county ?? '20', municipality: place.municipality, body: 'radet' };
  const authenticatedAt = Temporal.Instant.from('2026-11-22T11:00:00Z');
  return { kind: 'staff', login: { account: 'x', name: 'X', session: 's', secret: '', assurance: 'loa3', authenticatedAt }, assignment };
}

/** Every act in every state by every role: whether the one table, the grants and the policy together allow it. */
const cases = draftStates.flatMap((state) => draftActNames.flatMap((act) => roleNames.map((role) => [state, act, role] as const)));

describe('who may do what, and when', () => {
  test.each(cases)('in state %s, %s by %s is allowed exactly when the table, the grant and the draft say so', (state, act, role) => {
    const isTheTime = (draftActs[act].in as readonly DraftState[]).includes(state);
    const fault = stateFault(processOf(ways[state], steps), act);
    if (isTheTime) expect(fault?.code).not.toBe('draft-not-in-state');
    else expect(fault?.code).toBe('draft-not-in-state');
    const at = roles[role].at as readonly string[];
    const isGranted = conditionFor(actorOf(role, { kind: 'region' }), act) !== undefined;
    const remarks = act === 'drafts.remark' || act === 'drafts.answer-remark';
    const local = role === 'district-coordinator' && !remarks;
    const here = actorOf(role, { kind: 'municipality', municipality: '2061' });
    if (at.includes('municipality')) expect(mayDoToDraft(here, act, owner)).toBe(isGranted && !local);
    expect(mayDoToDraft(here, act, { ...owner, kind: 'local' })).toBe(isGranted);
    expect(mayDoToDraft(actorOf(role, { kind: 'region', county: '06' }), act, owner)).toBe(false);
  });

  test('every act has a state where it is allowed, and a role that may', () => {
    for (const act of draftActNames) {
      expect(draftActs[act].in.length).toBeGreaterThan(0);
      expect(roleNames.some((role) => conditionFor(actorOf(role, { kind: 'region' }), act satisfies DraftAct & Permission))).toBe(true);
    }
  });

  test('a municipality that is no party writes nothing', () => {
    const ofBody: readonly DraftAct[] = ['drafts.sign', 'drafts.record-decision', 'drafts.decide-withdrawal'];
    const stranger = actorOf('strategy-group', { kind: 'municipality', municipality: '2034' });
    expect(draftActNames.filter((act) => !ofBody.includes(act) && mayDoToDraft(stranger, act, owner))).toEqual([]);
  });
});

test('an approval is of what was seen, by one side', () => {
  const events: DraftEvent[] = [{ kind: 'drafts.approve', id: '1', on, place: 'facts', hash: 'old', side: 'region' }];
  expect([...approvalsOf(events, 'facts', 'old')]).toEqual(['region']);
  expect(approvalsOf(events, 'facts', 'new').size).toBe(0);
  expect(approvalsOf(events, 'outline', 'old').size).toBe(0);
});
