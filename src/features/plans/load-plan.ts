import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import type { Consent, ConsentRows, Withdrawal } from '../../domain/consents/consent.ts';
import { type Subject, voicesOf } from '../../domain/consents/guardians.ts';
import { jointAnswer, voiceStatus } from '../../domain/consents/joint-answer.ts';
import type { ConsentKind, ConsentStatus, Giver } from '../../domain/consents/kinds.ts';
import { type PlanReach, type PlanStanding, planReachOf } from '../../domain/plans/reach.ts';
import { loggedReach } from '../../domain/plans/replay.ts';
import type { KeyRing, Look, Tx } from '../../platform/index.ts';
import { findStanding, type StandingFacts, type StandingRow } from './standing.sql.ts';
import { subjectOf } from './subject.ts';
import { findWholePlan, type PlanParts } from './whole.sql.ts';

/** The part of a use-case's context that reading a plan takes. */
export type Asking = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly keys: KeyRing;
};

/** A plan and how who acts stands to it. */
export type Loaded = {
  readonly row: StandingRow;
  readonly reach: PlanReach;
  readonly standing: PlanStanding;
  /** Whom it is about, as far as it decides whose yes is needed. */
  readonly subject: Subject;
  readonly purpose: NonNullable<Look['purpose']>;
  /** The moment that it is the answer of. */
  readonly at: Temporal.Instant;
};

/** The plan with this id; undefined when it is nothing to who acts: they take no part in it, and it is not theirs. */
export async function loadPlan(asking: Asking, id: string): Promise<Loaded | undefined> {
  const row = await findStanding(asking.tx, id);
  return row && standingTo(asking, row);
}

/** The same with what the plan says, as far as it is open to who acts. */
export type WholeLoaded = Loaded & { readonly parts: PlanParts };

/** The plan with this id and what it says, in one question; undefined when it is nothing to who acts. */
export async function loadWholePlan(asking: Asking, id: string): Promise<WholeLoaded | undefined> {
  const whole = await findWholePlan(asking.tx, id);
  return whole && { ...standingTo(asking, whole.row), parts: whole.parts };
}

/** How who acts stands to a plan, by the domain's own rules. */
export function standingTo({ actor, today, now }: Pick<Asking, 'actor' | 'today' | 'now'>, row: StandingRow): Loaded {
  const standing = standingOf(row, now);
  const reach = planReachOf(actor, standing, { today, now });
  return { row, standing, subject: subjectOf(row.speakers), reach, purpose: purposeOfLook(actor, reach), at: now };
}

/** The facts of a plan as the rules take them at a moment. */
export function standingOf(row: StandingFacts, now: Temporal.Instant): PlanStanding {
  const { id, owner, own, units, formerly, parties } = row;
  return {
    plan: id,
    owner,
    own,
    established: row.established,
    units,
    formerly,
    parties,
    contacts: row.contacts.map(({ unit, from, until }) => ({
      unit,
      from: Temporal.PlainDate.from(from),
      until: until === null ? undefined : Temporal.PlainDate.from(until),
    })),
    consents: consentsOf(row),
    voices: voicesOf(subjectOf(row.speakers), 'lift-secrecy', now),
    decisions: row.decisions.map(({ from, until, at, endedAt, ...one }) => ({
      ...one,
      plan: id,
      decidedAt: Temporal.Instant.from(at),
      recordedAt: Temporal.Instant.from(at),
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
      endedAt: endedAt === null ? undefined : Temporal.Instant.from(endedAt),
    })),
  };
}

function consentsOf({ id: plan, consents }: StandingFacts): ConsentRows {
  const withdrawals = consents.flatMap(({ id, withdrawals: taken }) =>
    taken.map(
      ({ scope, at, recordedAt }): Withdrawal => ({
        consent: id,
        scope: scope ?? undefined,
        at: Temporal.Instant.from(at),
        recordedAt: Temporal.Instant.from(recordedAt),
      }),
    ),
  );
  return { withdrawals, consents: consents.map((one) => consentOf(plan, one)) };
}

function consentOf(
  plan: string,
  { id, kind, answer, giver, giverId, givenAt, recordedAt, scopes }: StandingRow['consents'][number],
): Consent {
  const as: Giver = giver === 'person' ? { as: 'person' } : { as: giver, id: giverId ?? '' };
  return {
    ...{ id, plan, kind, answer, giver: as },
    takenAt: Temporal.Instant.from(givenAt),
    recordedAt: Temporal.Instant.from(recordedAt),
    scopes: scopes.map(({ unit, from, until, ...scope }) => ({
      ...scope,
      unit: unit ?? undefined,
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
    })),
  };
}

/** What a look is for, as the log says it: the ground that lets the asker in. */
function purposeOfLook(actor: Actor, { leads, own, grounds }: PlanReach): NonNullable<Look['purpose']> {
  if (own) return { kind: 'own', share: null };
  if (leads) return { kind: assignmentOf(actor)?.organisation.kind === 'municipality' ? 'case-handling' : 'care', share: null };
  const lent = [...grounds.values()].find((ground) => ground.kind === 'consent' || ground.kind === 'rule');
  return lent && 'id' in lent ? { kind: 'share', share: lent.id } : { kind: 'coordination', share: null };
}

/** What is said to a plan being made, now, by all whose yes is needed: the person, or those who answer for them. */
export function agreedTo({ standing, subject }: Pick<Loaded, 'standing' | 'subject'>, now: Temporal.Instant): ConsentStatus {
  return statusOfAll(standing.consents, subject, { plan: standing.plan, kind: 'make-plan' }, now);
}

/** How all answers to one question of a plan stand together: a no of anybody whose yes is needed is a no, and a yes takes them all. */
export function statusOfAll(
  rows: ConsentRows,
  subject: Subject,
  question: { readonly plan: string; readonly kind: ConsentKind },
  now: Temporal.Instant,
): ConsentStatus {
  const voices = voicesOf(subject, question.kind, now);
  if ('stop' in voices) return 'not-asked';
  const [only, ...others] = voices.voices;
  if (only && others.length === 0) return voiceStatus(rows, question, only, now);
  const joint = jointAnswer(rows, question, voices.voices, now);
  if (joint.answer === 'guardians-disagree') return 'declined';
  return joint.answer === 'waiting' || joint.answer === 'nobody-to-ask' ? 'not-asked' : joint.answer;
}

/** The log's row for a look at, or a change of, one plan: by which rules, and at which moment, which kinds of data were open, and by what each was. */
export function lookAtPlan(plan: string, loaded: Loaded | undefined, details: Look['details'] = {}): Look[] {
  if (!loaded) return [{ person: null, owner: null, record: { kind: 'plan', id: plan } }];
  const { row, reach, purpose, at } = loaded;
  const decided = loggedReach(reach, at);
  return [
    {
      person: row.person_id,
      owner: row.owner,
      record: { kind: 'plan', id: plan },
      purpose,
      details: { rules: decided.rules, moment: decided.moment, kinds: [...decided.kinds], grounds: [...decided.grounds], ...details },
    },
  ];
}
