import type { Consent, Scope, Withdrawal } from './consent.ts';
import type { Ask, Voice } from './covers.ts';
import type { DisclosureDecision } from './disclosure-decision.ts';
import type { Sharing } from './ground.ts';
import { type ConsentAnswer, type ConsentKind, consentAnswers, consentKinds, type Giver } from './kinds.ts';

/** Moments of a world: six days, each with the microsecond before and after, in order. A world says when by index. */
const FIRST = Temporal.Instant.from('2026-03-28T00:00:00Z');
export const moments = [0, 1, 2, 3, 4, 5].flatMap((day) =>
  [-1, 0, 1].map((microseconds) => FIRST.add({ hours: 24 * day }).add({ microseconds })),
);

type Reader = { organisation: string; unit?: string };
type What = { dataKind: 'needs' | 'goals'; purpose: 'planning' | 'carrying-out' };
export type WorldScope = Reader & What & { id: string; permits: boolean; from: number; until: number };
export type WorldConsent = {
  id: string;
  plan: string;
  kind: ConsentKind;
  answer: ConsentAnswer;
  giver: Giver;
  taken: number;
  recorded: number;
  scopes: WorldScope[];
};
export type WorldWithdrawal = { consent: string; scope?: string; at: number; recorded: number };
export type WorldDecision = {
  id: string;
  plan: string;
  organisation: string;
  unit: string;
  kinds: What['dataKind'][];
  from: number;
  until: number;
};

/** A world in plain words: what was said, taken back and decided, who reads what and when. */
export type World = {
  consents: WorldConsent[];
  withdrawals: WorldWithdrawal[];
  decisions: WorldDecision[];
  voices: readonly Voice[];
  ask: Reader & What & { plan: string; formerly: string[] };
  at: number;
};

const PERSON: Giver = { as: 'person' };
const ANNA: Giver = { as: 'guardian', id: 'anna' };
const BO: Giver = { as: 'guardian', id: 'bo' };
const CAI: Giver = { as: 'representative', id: 'cai' };
const VOICES: readonly (readonly Voice[])[] = [[[PERSON]], [[PERSON]], [[PERSON, CAI]], [[ANNA]], [[ANNA], [BO]], [[ANNA], [PERSON]], []];

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The world of a seed. Small on purpose: two plans, organisations and kinds of data, so that what is said meets what is asked. */
export function worldOf(seed: number): World {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const often = (share: number) => random() < share;
  const below = (end: number) => Math.floor(random() * end);
  const many = <T>(most: number, make: (index: number) => T): T[] => Array.from({ length: below(most + 1) }, (_, index) => make(index));
  const moment = () => below(moments.length);
  const reader = (): Reader => {
    const organisation = often(0.8) ? 'x' : 'y';
    return often(0.4) ? { organisation } : { organisation, unit: `${organisation}${pick(['1', '2'])}` };
  };
  const what = (): What => ({ dataKind: often(0.75) ? 'needs' : 'goals', purpose: often(0.75) ? 'planning' : 'carrying-out' });
  const plan = () => (often(0.9) ? 'this' : 'other');
  const voices = pick(VOICES as unknown as readonly [readonly Voice[], ...(readonly Voice[])[]]);
  const said = () => {
    const happened = often(0.6) ? below(6) : moment();
    return [happened, often(0.8) ? happened : moment()] as const;
  };
  const consents = many(6, (index): WorldConsent => {
    const [taken, recorded] = said();
    const scopes = many(
      3,
      (at): WorldScope => ({
        id: `c${index}s${at}`,
        ...reader(),
        ...what(),
        permits: often(0.9),
        from: often(0.5) ? below(6) : moment(),
        until: often(0.5) ? moments.length - 1 - below(6) : moment(),
      }),
    );
    const kind = often(0.85) ? 'lift-secrecy' : pick(consentKinds);
    const answer = often(0.7) ? 'given' : pick(consentAnswers);
    return { id: `c${index}`, plan: plan(), kind, answer, giver: pick([PERSON, PERSON, ANNA, BO, CAI]), taken, recorded, scopes };
  });
  const withdrawals = many(2, (): WorldWithdrawal => {
    const [at, recorded] = said();
    const consent = `c${below(6)}`;
    return often(0.5) ? { consent, at, recorded } : { consent, scope: `${consent}s${below(3)}`, at, recorded };
  });
  const decisions = many(2, (index): WorldDecision => {
    const organisation = pick(['x', 'y']);
    const unit = `${organisation}${pick(['1', '2'])}`;
    return {
      id: `d${index}`,
      plan: plan(),
      organisation,
      unit,
      kinds: often(0.5) ? ['needs'] : ['needs', 'goals'],
      from: below(9),
      until: 9 + below(9),
    };
  });
  const formerly = often(0.2) ? [pick(['x1', 'y1', 'y'])] : [];
  return { consents, withdrawals, decisions, voices, ask: { ...reader(), ...what(), plan: 'this', formerly }, at: moment() };
}

function instant(index: number): Temporal.Instant {
  const found = moments[index];
  if (!found) throw new Error(`no moment ${index}`);
  return found;
}

/** The world as the rules take it. */
export function asked(world: World): { ask: Ask; sharing: Sharing; at: Temporal.Instant } {
  const consents = world.consents.map(
    ({ taken, recorded, scopes, ...rest }): Consent => ({
      ...rest,
      takenAt: instant(taken),
      recordedAt: instant(recorded),
      scopes: scopes.map((scope): Scope => ({ ...scope, from: instant(scope.from), until: instant(scope.until) })),
    }),
  );
  const withdrawals = world.withdrawals.map(
    ({ at, recorded, ...rest }): Withdrawal => ({ ...rest, at: instant(at), recordedAt: instant(recorded) }),
  );
  const decisions = world.decisions.map(
    ({ kinds, from, until, ...rest }): DisclosureDecision => ({
      ...rest,
      dataKinds: kinds,
      from: instant(from),
      until: instant(until),
      decidedAt: instant(from),
      recordedAt: instant(from),
    }),
  );
  return {
    ask: world.ask,
    sharing: { rows: { consents, withdrawals }, decisions, voices: { voices: world.voices } },
    at: instant(world.at),
  };
}
