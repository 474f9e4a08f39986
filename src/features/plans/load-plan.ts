import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import type { Consent, ConsentRows, Withdrawal } from '../../domain/consents/consent.ts';
import { type Subject, voicesOf } from '../../domain/consents/guardians.ts';
import { statusOfAll } from '../../domain/consents/joint-answer.ts';
import type { ConsentStatus, Giver } from '../../domain/consents/kinds.ts';
import { speakingFor } from '../../domain/consents/speaking-for.ts';
import { type PlanReach, type PlanStanding, planReachOf } from '../../domain/plans/reach.ts';
import { loggedReach } from '../../domain/plans/replay.ts';
import type { KeyRing, Look, Tx } from '../../platform/index.ts';
import type { PlanParts } from './plan-parts.ts';
import { findStanding, type StandingFacts, type StandingRow } from './standing.sql.ts';
import { subjectOf } from './subject.ts';
import { findWholePlan } from './whole.sql.ts';

/** The part of a use-case's context that reading a plan takes. */
export type Asking = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly keys: KeyRing;
};

/** What is known of a plan to somebody who stands to it in some way. */
export type Known = {
  readonly row: KnownRow;
  readonly reach: PlanReach;
  /** Whom it is about, as far as it decides whose yes is needed. */
  readonly subject: Subject;
  /** What has been answered, to a plan being made at least. */
  readonly answered: ConsentRows;
  readonly purpose: NonNullable<Look['purpose']>;
  /** The moment that it is the answer of. */
  readonly at: Temporal.Instant;
};
type KnownRow = Pick<
  StandingRow,
  | ('id' | 'kind' | 'person_id' | 'owner' | 'owner_name' | 'unit_name' | 'county_code' | 'municipality_code' | 'established')
  | ('name' | 'number_cipher' | 'protection' | 'interpreter_language')
>;

/** A plan and how who acts stands to it, with the facts that it is worked out from. */
export type Loaded = Known & { readonly row: StandingRow; readonly standing: PlanStanding };

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
  return {
    row,
    standing,
    subject: subjectOf(row.speakers),
    answered: standing.consents,
    reach,
    purpose: purposeOfLook(actor, reach),
    at: now,
  };
}

/** The facts of a plan as the rules take them at a moment. */
export function standingOf(row: StandingFacts, now: Temporal.Instant): PlanStanding {
  const { id, owner, own, units, formerly, parties } = row;
  return {
    plan: id,
    owner,
    own,
    speaks: speakingFor(subjectOf(row.speakers), { speakers: row.speakers?.asker ?? [], protected: row.speakers?.protected ?? false }, now),
    established: row.established,
    units,
    formerly,
    parties,
    lead: row.lead ?? undefined,
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

/** Consents and what has been taken back of them, as the rules take them. */
export function consentsOf({ id: plan, consents }: Pick<StandingFacts, 'id' | 'consents'>): ConsentRows {
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
export function purposeOfLook(actor: Actor, { keeps, own, speaks: [speaker], grounds }: PlanReach): NonNullable<Look['purpose']> {
  if (own) return { kind: 'own', share: null };
  if (speaker) return { kind: speaker.as, share: null };
  if (keeps) return { kind: assignmentOf(actor)?.organisation.kind === 'municipality' ? 'case-handling' : 'care', share: null };
  const lent = [...grounds.values()].find((ground) => ground.kind === 'consent' || ground.kind === 'rule');
  return lent && 'id' in lent ? { kind: 'share', share: lent.id } : { kind: 'coordination', share: null };
}

/** What is said to a plan being made, now, by all whose yes is needed: the person, or those who answer for them. */
export function agreedTo(
  { row, answered, subject }: Pick<Known, 'answered' | 'subject'> & { readonly row: { readonly id: string } },
  now: Temporal.Instant,
): ConsentStatus {
  return statusOfAll(answered, subject, { plan: row.id, kind: 'make-plan' }, now);
}

/** The log's row for a look at, or a change of, one plan: by which rules, and at which moment, which kinds of data were open, and by what each was. */
export function lookAtPlan(
  plan: string,
  loaded: (Pick<Known, 'reach' | 'purpose' | 'at'> & { readonly row: Pick<KnownRow, 'person_id' | 'owner'> }) | undefined,
  details: Look['details'] = {},
): Look[] {
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
