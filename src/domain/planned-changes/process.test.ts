import { describe, expect, test } from 'vitest';
import type { Actor, Assignment } from '../access/actor.ts';
import { type Role, roleNames, roles } from '../access/roles.ts';
import { type ChangeOwner, changeAbilities, mayAnnounce, mayDoToChange } from './policies.ts';
import {
  type ChangeAct,
  type ChangeHistory,
  type ChangeState,
  changeActNames,
  changeActs,
  changeFault,
  changeStates,
  countReceipts,
  dayFault,
  isOpen,
  processOf,
  type ReceiptState,
  type Reply,
  receiptStates,
} from './process.ts';

const TODAY = Temporal.PlainDate.from('2026-11-22');
const FROM: Record<ChangeState, string> = { announced: '2027-02-01', begun: '2026-11-22', withdrawn: '2027-02-01' };

/** What has been said for a party to stand so. */
const SAID: Record<ReceiptState, readonly Reply['kind'][]> = {
  awaiting: [],
  acknowledged: ['acknowledged'],
  objects: ['objected'],
  answered: ['objected', 'answered'],
};

function historyIn(state: ChangeState, receipt: ReceiptState): ChangeHistory {
  const replies = SAID[receipt].map((kind, nth): Reply => ({ kind, party: '0604', number: 1, turn: nth + 1 }));
  return { wordings: [{ number: 1, from: FROM[state] }], replies, withdrawn: state === 'withdrawn', receivers: ['0604', '0686'] };
}

const every = changeStates.flatMap((state) => receiptStates.map((receipt) => [state, receipt] as const));

describe('where a change is', () => {
  test.each(every)('is %s, and a party there stands as %s, from what was done alone', (state, receipt) => {
    const process = processOf(historyIn(state, receipt), TODAY);
    expect(process.state).toBe(state);
    expect(process.receipts.get('0604')).toBe(receipt);
    expect(process.receipts.get('0686')).toBe('awaiting');
  });

  test('does not depend on the order that it is read in', () => {
    const history = historyIn('announced', 'answered');
    expect(processOf({ ...history, replies: history.replies.toReversed() }, TODAY)).toEqual(processOf(history, TODAY));
  });

  test('has begun on its day, and not the day before', () => {
    const history = historyIn('announced', 'awaiting');
    expect(processOf(history, Temporal.PlainDate.from('2027-01-31')).state).toBe('announced');
    expect(processOf(history, Temporal.PlainDate.from('2027-02-01')).state).toBe('begun');
  });

  test('asks every party anew when it is worded anew: what was said of the earlier wording counts for that alone', () => {
    const before = historyIn('announced', 'acknowledged');
    const process = processOf({ ...before, wordings: [{ number: 2, from: '2027-03-01' }, ...before.wordings] }, TODAY);
    expect(process.wording).toEqual({ number: 2, from: '2027-03-01' });
    expect(countReceipts(process)).toEqual({ told: 2, replied: 0, objecting: 0 });
  });

  test('never hears somebody who was not told', () => {
    const history = historyIn('announced', 'awaiting');
    const replies: Reply[] = [{ kind: 'objected', party: '0642', number: 1, turn: 1 }];
    expect([...processOf({ ...history, replies }, TODAY).receipts.keys()]).toEqual(['0604', '0686']);
  });

  test('is to be reckoned with while it lies ahead, and afterwards as long as an objection has no answer', () => {
    const open = every.filter(([state, receipt]) => isOpen(processOf(historyIn(state, receipt), TODAY)));
    expect(open).toEqual([...receiptStates.map((receipt) => ['announced', receipt]), ['begun', 'objects']]);
  });
});

describe('an act', () => {
  const cases = every.flatMap(([state, receipt]) => changeActNames.map((act) => [act, state, receipt] as const));
  test.each(cases)('%s in %s with a receipt that is %s is refused unless the table has it', (act, state, receipt) => {
    const { in: states, receipt: receipts } = changeActs[act];
    const allowed = (states as readonly string[]).includes(state) && (!receipts || (receipts as readonly string[]).includes(receipt));
    const fault = changeFault(processOf(historyIn(state, receipt), TODAY), act, '0604');
    expect(fault === undefined).toBe(allowed);
    if (!(states as readonly string[]).includes(state)) expect(fault?.code).toBe('change-not-in-state');
  });

  test('about a party that was not told is refused, whatever it is', () => {
    const process = processOf(historyIn('announced', 'awaiting'), TODAY);
    const aboutOne = changeActNames.filter((act) => changeActs[act].receipt !== undefined);
    expect(aboutOne.map((act) => changeFault(process, act, '0642')?.code)).toEqual(aboutOne.map(() => 'not-a-receiver'));
  });

  test('that announces yesterday is refused, and today is not', () => {
    expect(dayFault('2026-11-21', TODAY)?.code).toBe('change-in-the-past');
    expect(dayFault('2026-11-22', TODAY)).toBeUndefined();
  });
});

const REGION = 'region-id';
const TOWN = 'town-id';
const UNIT = 'unit-id';
const owner: ChangeOwner = { county: '06', organisation: REGION, units: [UNIT], receivers: ['0604'] };

function actorOf(role: Role, party: 'region' | '0604' | '0686' | 'private', county = '06', unit = UNIT): Actor {
  const kind = party === 'region' ? 'region' : party === 'private' ? 'private-provider' : 'municipality';
  const ids = { region: REGION, '0604': TOWN, '0686': 'other-id', private: 'private-id' };
  const municipality = kind === 'municipality' ? party : undefined;
  const assignment: Assignment = {
    id: 'a',
    role,
    organisation: { id: ids[party], kind, name: party },
    county,
    municipality,
    unit: { id: unit, name: 'Enhet' },
  };
  const login = {
    account: 'x',
    name: 'X',
    session: 's',
    secret: '00',
    assurance: 'loa3',
    authenticatedAt: Temporal.Instant.from('2026-11-22T11:00:00Z'),
  } as const;
  return { kind: 'staff', login, assignment };
}

/** The roles that speak for a party; who manages a unit speaks for what it announces itself. */
const SPEAKERS: readonly Role[] = ['registrar', 'quality-manager', 'strategy-group'];

describe('who may', () => {
  const acts = changeActNames.flatMap((act) => roleNames.map((role) => [act, role] as const));
  test.each(acts)('%s as %s: those who speak for the party whose act it is, and nobody else', (act: ChangeAct, role) => {
    const isSender = changeActs[act].by === 'sender';
    const speaks = SPEAKERS.includes(role) || (isSender && role === 'unit-manager');
    for (const party of ['region', '0604', '0686', 'private'] as const) {
      if (party !== 'private' && !(roles[role].at as readonly string[]).includes(party === 'region' ? 'region' : 'municipality')) continue;
      const expected = speaks && party === (isSender ? 'region' : '0604');
      expect([party, mayDoToChange(actorOf(role, party), act, owner)]).toEqual([party, expected]);
      expect(mayDoToChange(actorOf(role, party, '20'), act, owner)).toBe(false);
    }
  });

  test('who manages a unit speaks for that one alone', () => {
    const manager = actorOf('unit-manager', 'region');
    expect([[UNIT], [UNIT, 'other'], ['other'], []].map((units) => mayAnnounce(manager, units))).toEqual([true, false, false, false]);
    expect(mayDoToChange(actorOf('unit-manager', 'region', '06', 'other'), 'planned-changes.withdraw', owner)).toBe(false);
    expect(mayAnnounce(actorOf('registrar', 'region'), [])).toBe(true);
    expect(mayAnnounce(actorOf('unit-manager', 'private'), [UNIT])).toBe(false);
  });

  test('is offered exactly what is allowed where the change is', () => {
    const process = processOf(historyIn('announced', 'objects'), TODAY);
    const told: ChangeOwner = { ...owner, receivers: ['0604', '0686'] };
    expect([...changeAbilities(actorOf('registrar', 'region'), told, process)]).toEqual([
      'planned-changes.amend',
      'planned-changes.withdraw',
      'planned-changes.answer',
    ]);
    expect([...changeAbilities(actorOf('registrar', '0604'), told, process)]).toEqual(['planned-changes.acknowledge']);
    expect([...changeAbilities(actorOf('registrar', '0686'), told, process)]).toEqual([
      'planned-changes.acknowledge',
      'planned-changes.object',
    ]);
  });
});
