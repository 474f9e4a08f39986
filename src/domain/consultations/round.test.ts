import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { abilitiesOf } from '../access/permissions.ts';
import { type OrganisationKind, type Role, roleNames, roles } from '../access/roles.ts';
import { mayDoToRound, mayReadRound, mayReadViews, type RoundOwner, roundAbilities, speakers } from './policies.ts';
import {
  dispositionFault,
  extensionFault,
  lastDayFault,
  outcomes,
  type Receiver,
  type RoundEvent,
  type RoundState,
  type receiverKinds,
  roundActNames,
  roundActs,
  roundFault,
  roundOf,
  roundStates,
  type stances,
} from './round.ts';
import { sentText } from './sent-text.ts';

const LAST = '2026-12-10';
const DURING = Temporal.PlainDate.from('2026-12-01');
const AFTER = Temporal.PlainDate.from('2026-12-11');
const ASKED = ['user-organisation:u', 'huvudman:h'];

const asked = (receiver: string) => ({ receiver: receiver as Receiver['receiver'] });

const comment = (id: string, receiver: string | undefined = ASKED[0], on = '2026-12-01'): RoundEvent => ({
  kind: 'consultations.comment',
  comment: id,
  receiver,
  on,
});
const dispose = (id: string, number = 1, outcome: (typeof outcomes)[number] = 'noted'): RoundEvent => ({
  kind: 'consultations.dispose',
  comment: id,
  number,
  outcome,
  reason: `skäl ${number}`,
});
const reply = (receiver = ASKED[0] ?? '', stance: (typeof stances)[number] = 'no-remarks', on = '2026-12-01'): RoundEvent => ({
  kind: 'consultations.reply',
  receiver,
  stance,
  on,
  at: `${on}T10:00:00Z`,
});
const close: RoundEvent = { kind: 'consultations.close', on: '2026-12-11' };
const fold = (events: readonly RoundEvent[], today = DURING) => roundOf(events, { lastDay: LAST, receivers: ASKED.map(asked) }, today);
const terms = { lastDay: LAST, isPublic: false };

/** For each state, what leads there. */
const ways: Record<RoundState, { readonly events: readonly RoundEvent[]; readonly today: Temporal.PlainDate }> = {
  open: { events: [comment('a')], today: DURING },
  overdue: { events: [comment('a')], today: AFTER },
  closed: { events: [comment('a'), dispose('a'), close], today: AFTER },
  recalled: { events: [{ kind: 'consultations.recall', on: '2026-12-01' }], today: AFTER },
};

describe('a round', () => {
  test.each(roundStates)('reaches %s, whichever order its acts are read in', (state) => {
    const { events, today } = ways[state];
    expect(fold(events, today)).toEqual({ ...fold(events.toReversed(), today) });
    expect(fold(events, today).state).toBe(state);
  });

  test('is open on its last day, and what comes the day after is late and taken', () => {
    expect(fold([], Temporal.PlainDate.from(LAST)).state).toBe('open');
    const round = fold([comment('in-time', ASKED[0], LAST), comment('late', ASKED[1], '2026-12-11')], AFTER);
    expect([...round.late]).toEqual(['late']);
    expect(round.receivers.get(ASKED[1] ?? '')).toMatchObject({ comments: 1, late: true });
    expect(round.receivers.get(ASKED[0] ?? '')).toMatchObject({ comments: 1, late: false });
    expect(roundFault(round, 'consultations.comment', terms)).toBeUndefined();
  });

  test('is never closed with a view that is unanswered, whatever is said and answered', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const said = fc.array(
      fc.oneof(
        id.map((one) => comment(one)),
        fc.tuple(id, fc.integer({ min: 1, max: 3 })).map(([one, nth]) => dispose(one, nth)),
      ),
    );
    fc.assert(
      fc.property(said, (events) => {
        const round = fold(events, AFTER);
        const given = new Set(events.flatMap((event) => (event.kind === 'consultations.comment' ? [event.comment] : [])));
        const answered = new Set(events.flatMap((event) => (event.kind === 'consultations.dispose' ? [event.comment] : [])));
        const open = [...given].filter((one) => !answered.has(one));
        expect(roundFault(round, 'consultations.close', terms)?.code).toBe(open.length > 0 ? 'comments-unanswered' : undefined);
      }),
    );
  });

  test('is not closed before the day that was promised, unless everyone asked has answered and the public is not asked', () => {
    const half = fold([reply(ASKED[0])]);
    expect(roundFault(half, 'consultations.close', terms)).toMatchObject({ code: 'round-still-runs', params: { lastDay: LAST } });
    const all = fold([reply(ASKED[0]), reply(ASKED[1])]);
    expect(roundFault(all, 'consultations.close', terms)).toBeUndefined();
    expect(roundFault(all, 'consultations.close', { ...terms, isPublic: true })?.code).toBe('round-still-runs');
    expect(roundFault(fold([], AFTER), 'consultations.close', terms)).toBeUndefined();
    const nobody = roundOf([], { lastDay: LAST, receivers: [] }, DURING);
    expect(roundFault(nobody, 'consultations.close', terms)?.code).toBe('round-still-runs');
  });

  test('is called back as long as nobody has answered, and never after a view, a letter, or word that there is none to give', () => {
    const recalled = (events: readonly RoundEvent[], today = DURING) =>
      roundFault(fold(events, today), 'consultations.recall', terms)?.code;
    expect([recalled([]), recalled([], AFTER)]).toEqual([undefined, undefined]);
    const letter: RoundEvent = { kind: 'consultations.enter', comment: 'l', receiver: undefined, on: '2026-12-01' };
    for (const said of [[comment('a')], [comment('a'), dispose('a')], [letter], [reply()]]) expect(recalled(said)).toBe('round-answered');
    expect(recalled(ways.recalled.events)).toBe('round-not-in-state');
  });

  test('lasts a year at the most, and never ends before it begins', () => {
    expect(lastDayFault('2026-11-30', DURING)?.code).toBe('last-day-passed');
    expect([lastDayFault('2026-12-01', DURING), lastDayFault('2027-12-01', DURING)]).toEqual([undefined, undefined]);
    expect(lastDayFault('2027-12-02', DURING)).toMatchObject({ code: 'last-day-too-far', params: { lastDay: '2027-12-01' } });
  });

  test('is given more time only by a later day, that has not passed and is at most a year after it was opened', () => {
    const held = { lastDay: LAST, openedOn: '2026-11-22' };
    const code = (lastDay: string, today = DURING) => extensionFault(lastDay, held, today)?.code;
    expect([code('2026-12-09'), code(LAST), code('2026-12-11')]).toEqual(['not-more-time', 'not-more-time', undefined]);
    expect([code('2027-11-22'), code('2027-11-23')]).toEqual([undefined, 'last-day-too-far']);
    expect([code('2026-12-11', AFTER), code('2026-12-11', AFTER.add({ days: 1 }))]).toEqual([undefined, 'last-day-passed']);
  });

  test('has exactly one disposition of a view in force: the last that was made', () => {
    const round = fold([comment('a'), dispose('a', 2, 'accepted'), dispose('a', 1, 'rejected')]);
    expect([...round.dispositions]).toEqual([['a', { number: 2, outcome: 'accepted', reason: 'skäl 2' }]]);
    expect(round.unanswered).toEqual([]);
  });

  test('takes a view as more than that there was none to give', () => {
    expect(fold([reply(), comment('a')]).receivers.get(ASKED[0] ?? '')?.stance).toBe('done');
    expect(fold([comment('a')]).receivers.get(ASKED[0] ?? '')?.stance).toBeUndefined();
  });
});

describe('a disposition', () => {
  const round = fold([comment('a'), dispose('a', 1, 'rejected')]);

  test.each(outcomes)('%s has a reason, unless the view was accepted', (outcome) => {
    const fault = dispositionFault(round, 'a', { outcome, reason: '  ', seen: 1 });
    expect(fault?.code).toBe(outcome === 'accepted' ? undefined : 'reason-missing');
    expect(dispositionFault(round, 'a', { outcome, reason: 'Därför.', seen: 1 })).toBeUndefined();
  });

  test('is of what was seen: who has seen an older answer is told', () => {
    expect(dispositionFault(round, 'a', { outcome: 'accepted', reason: '', seen: 0 })?.code).toBe('disposition-changed');
    expect(dispositionFault(round, 'b', { outcome: 'accepted', reason: '', seen: 0 })).toBeUndefined();
  });
});

const HERE = { county: '20', kind: 'county', municipalities: ['2061'] } as const;
const asks = (...receivers: Receiver[]): RoundOwner => ({ ...HERE, openedBy: 'x', isPublic: false, receivers });
const receiverOf: Record<(typeof receiverKinds)[number], Receiver> = {
  huvudman: { receiver: 'huvudman:o', kind: 'huvudman', id: 'o', name: 'O' },
  unit: { receiver: 'unit:e', kind: 'unit', id: 'e', name: 'E' },
  body: { receiver: 'body:radet', kind: 'body', id: 'radet', name: 'R' },
  'user-organisation': { receiver: 'user-organisation:o', kind: 'user-organisation', id: 'o', name: 'O' },
};

function actorOf(role: Role, place: { id?: string; unit?: string; body?: string; county?: string } = {}): Actor {
  const [kind = 'region'] = roles[role].at as readonly OrganisationKind[];
  const { id = 'o', unit = 'e', body = 'radet', county = '20' } = place;
  const organisation = { id, kind, name: 'O' };
  const assignment = { id: 'a', role, organisation, county, municipality: '2061', body, unit: { id: unit, name: 'E' } };
  const authenticatedAt = Temporal.Instant.from('2026-12-01T11:00:00Z');
  return { kind: 'staff', login: { account: 'x', name: 'X', session: 's', secret: '', assurance: 'loa3', authenticatedAt }, assignment };
}

const writes: readonly Role[] = ['strategy-group'];
const enters: readonly Role[] = ['strategy-group', 'registrar'];
const speaks = Object.values(speakers).flat();
const cases = roundStates.flatMap((state) => roundActNames.flatMap((act) => roleNames.map((role) => [state, act, role] as const)));

describe('who may do what, and when', () => {
  test.each(cases)(
    'in state %s, %s by %s is allowed exactly when the table, the role and the round say so, and approves nothing',
    (state, act, role) => {
      const { events, today } = ways[state];
      const round = fold(events, today);
      const actor = actorOf(role);
      const everyone = asks(...Object.values(receiverOf));
      const isTheTime = (roundActs[act].in as readonly RoundState[]).includes(state);
      expect(roundFault(round, act, terms)?.code === 'round-not-in-state').toBe(!isTheTime);
      const gives = act === 'consultations.comment' || act === 'consultations.reply';
      // Those who coordinate a part of the county speak for their body; they write its local agreements alone.
      const isTheirs = gives ? speaks.includes(role) : act === 'consultations.enter' ? enters.includes(role) : writes.includes(role);
      expect(mayDoToRound(actor, act, everyone)).toBe(isTheirs);
      expect(roundAbilities(actor, { ...everyone, lastDay: LAST }, round).has(act)).toBe(
        isTheirs && roundFault(round, act, terms) === undefined,
      );
      expect(mayDoToRound(actorOf(role, { county: '06', id: 'x', unit: 'x' }), act, everyone)).toBe(false);
      // Whatever a user organisation says is a view: of the text itself it may do nothing at all, in any state.
      const ofDrafts = abilitiesOf(actor).filter(({ permission }) => permission.startsWith('drafts.'));
      if (role === 'user-organisation') expect(ofDrafts).toEqual([]);
    },
  );

  test('nobody who is not asked and does not see to it reads a round that is not public', () => {
    const round = asks(receiverOf['user-organisation']);
    const readers = roleNames.filter((role) => mayReadRound(actorOf(role, { id: 'other' }), round));
    expect(readers).toEqual(['strategy-group', 'registrar']);
    expect(mayReadRound(actorOf('user-organisation'), round)).toBe(true);
    expect(mayReadRound({ kind: 'public' }, round)).toBe(false);
    expect(mayReadRound({ kind: 'public' }, { ...round, isPublic: true })).toBe(true);
  });

  test('only whoever opened a round gives more time, while they still write', () => {
    const round = asks(receiverOf.huvudman);
    const may = (role: Role, openedBy: string) => mayDoToRound(actorOf(role), 'consultations.extend', { ...round, openedBy });
    expect([may('strategy-group', 'x'), may('strategy-group', 'y'), may('registrar', 'x')]).toEqual([true, false, false]);
  });

  test('nobody reads a public round that was called back but those asked and those who see to it', () => {
    const round = { ...asks(receiverOf['user-organisation']), isPublic: true, isRecalled: true };
    expect([mayReadRound({ kind: 'public' }, round), mayReadRound(actorOf('unit-manager'), round)]).toEqual([false, false]);
    expect([mayReadRound(actorOf('user-organisation'), round), mayReadRound(actorOf('strategy-group'), round)]).toEqual([true, true]);
  });

  test('what has gone up into another is spoken for by that one alone', () => {
    for (const kind of ['huvudman', 'unit', 'user-organisation'] as const) {
      const asked = asks({ ...receiverOf[kind], now: 'later' });
      const [role = 'registrar'] = speakers[kind];
      expect(mayDoToRound(actorOf(role, { id: 'later', unit: 'later' }), 'consultations.comment', asked)).toBe(true);
      expect(mayDoToRound(actorOf(role), 'consultations.comment', asked)).toBe(false);
    }
  });

  test('what others say is read by those who see to it, and by everyone who reads the round once it is closed', () => {
    const round = { ...asks(receiverOf['user-organisation']), isPublic: true };
    const [during, after] = [fold([comment('a')]), fold(ways.closed.events, AFTER)];
    const one = actorOf('user-organisation');
    expect([mayReadViews(one, round, during), mayReadViews(one, round, after)]).toEqual([false, true]);
    expect([mayReadViews({ kind: 'public' }, round, during), mayReadViews({ kind: 'public' }, round, after)]).toEqual([false, true]);
    expect(mayReadViews(actorOf('strategy-group'), round, during)).toBe(true);
  });
});

test('what is sent out is what was chosen, with all that is inside it, under its headings', () => {
  const section = (id: string, sections: ReturnType<typeof sectionOf>[] = []) => sectionOf(id, sections);
  const text = {
    title: 'T',
    short: 'S',
    sections: [section('a', [section('a-1'), section('a-2')]), section('b')],
  } as unknown as Parameters<typeof sentText>[0];
  expect(sentText(text, []).sections).toEqual(text.sections);
  expect(sentText(text, ['a']).sections).toEqual([text.sections[0]]);
  const part = sentText(text, ['a-2', 'finns-inte']).sections;
  expect(part).toMatchObject([{ id: 'a', sentences: {}, sections: [{ id: 'a-2', sentences: { a1: 'Text.' } }] }]);
  expect(part[0]?.sections).toHaveLength(1);
  expect([[], ['a', 'b'], ['a'], ['a-2']].map((chosen) => sentText(text, chosen).isPart)).toEqual([undefined, undefined, true, true]);
});

type Made = { id: string; heading: string; sentences: Record<string, string>; deepening: never[]; sections: Made[] };
function sectionOf(id: string, sections: Made[]): Made {
  return { id, heading: id, sentences: { a1: 'Text.' }, deepening: [], sections };
}
