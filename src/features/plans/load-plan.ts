import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import type { Consent, ConsentRows, Withdrawal } from '../../domain/consents/consent.ts';
import type { Voice } from '../../domain/consents/covers.ts';
import type { ConsentStatus, DataKind, Giver } from '../../domain/consents/kinds.ts';
import { consentStatus } from '../../domain/consents/status.ts';
import { type PlanReach, type PlanStanding, planReachOf } from '../../domain/plans/reach.ts';
import type { KeyRing, Look, Tx } from '../../platform/index.ts';
import { findStanding, type StandingRow } from './standing.sql.ts';

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
  readonly purpose: NonNullable<Look['purpose']>;
};

/** The plan with this id; undefined when it is nothing to who acts: they take no part in it, and it is not theirs. */
export async function loadPlan(asking: Asking, id: string): Promise<Loaded | undefined> {
  const row = await findStanding(asking.tx, id);
  return row && standingTo(asking, row);
}

/** How who acts stands to a plan, by the domain's own rules. */
export function standingTo({ actor, today, now }: Pick<Asking, 'actor' | 'today' | 'now'>, row: StandingRow): Loaded {
  const standing = standingOf(row);
  const reach = planReachOf(actor, standing, { today, now });
  return { row, standing, reach, purpose: purposeOfLook(actor, reach) };
}

/** Whose yes it takes: that of the person. */
const THEIR_OWN: readonly Voice[] = [[{ as: 'person' }]];

function standingOf(row: StandingRow): PlanStanding {
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
    voices: THEIR_OWN,
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

function consentsOf({ id: plan, consents }: StandingRow): ConsentRows {
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

/** What the person says to a plan being made, now. */
export function agreedTo({ standing }: Loaded, now: Temporal.Instant): ConsentStatus {
  return consentStatus(standing.consents, { plan: standing.plan, kind: 'make-plan', giver: { as: 'person' } }, now);
}

/** The log's row for a look at, or a change of, one plan: which kinds of data were open, and by what each was. */
export function lookAtPlan(plan: string, loaded: Loaded | undefined, details: Look['details'] = {}): Look[] {
  if (!loaded) return [{ person: null, owner: null, record: { kind: 'plan', id: plan } }];
  const { row, reach, purpose } = loaded;
  const kinds: DataKind[] = [...reach.grounds.keys()];
  const grounds = [...new Set([...reach.grounds.values()].map((ground) => ('id' in ground ? `${ground.kind}:${ground.id}` : ground.kind)))];
  return [
    {
      person: row.person_id,
      owner: row.owner,
      record: { kind: 'plan', id: plan },
      purpose,
      details: { kinds, grounds, ...details },
    },
  ];
}
