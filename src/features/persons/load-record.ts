import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import { type Abilities, abilitiesOn, maySeePlace } from '../../domain/persons/policy.ts';
import { hides, type ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import { type Reach, reachOf, type Standing } from '../../domain/persons/reach.ts';
import type { KeyRing, Look, Tx } from '../../platform/index.ts';
import { findRecord, type RecordRow, type WholeRecordRow } from './record.sql.ts';
import { contexts, openText, shownNumber } from './sealed.ts';

/** The part of a use-case's context that reading a record takes. */
export type Asking = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly keys: KeyRing;
};

export type Purpose = NonNullable<Look['purpose']>;

/** A record and how who acts stands to it. */
export type Loaded<Row extends RecordRow = RecordRow> = { readonly row: Row; readonly reach: Reach; readonly purpose: Purpose };

export type ShownContact = {
  readonly id: string;
  readonly unit: string;
  /** What the unit has become by a merger; undefined when it is as it was. */
  readonly mergedInto: string | undefined;
  /** Is the unit no more, and in no other? */
  readonly ended: boolean;
  readonly caseNumber: string;
  readonly from: Temporal.PlainDate | undefined;
  /** The last day. */
  readonly to: Temporal.PlainDate | undefined;
  readonly current: boolean;
};

/** A record as its reader may see it: what is not in it has not left the database. */
export type ShownRecord = {
  readonly id: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly number: string | undefined;
  readonly interpreter: string | undefined;
  readonly blocked: boolean;
  /** Has the person protected identity? Of which kind, where the kind itself is not protected. */
  readonly protection: { readonly kind: ProtectedIdentity | undefined } | undefined;
  /** Undefined when it is not for the reader to see. */
  readonly place: { readonly address: string | undefined; readonly whereabouts: string | undefined } | undefined;
  readonly contacts: readonly ShownContact[];
  readonly purpose: Purpose;
  readonly abilities: Abilities;
};

/** The record with this id, as far as row-level security lets it be seen; undefined otherwise. */
export async function loadRecord(asking: Asking, id: string): Promise<Loaded<WholeRecordRow> | undefined> {
  const row = await findRecord(asking.tx, id);
  return row && standingTo(asking, row);
}

/** How who acts stands to a record, by the domain's own rules. */
export function standingTo<Row extends RecordRow>({ actor, today, now }: Pick<Asking, 'actor' | 'today' | 'now'>, row: Row): Loaded<Row> {
  const reach = reachOf(actor, standingOf(row), { today, now });
  return { row, reach, purpose: purposeOf(actor, reach) };
}

/** The record for its reader. Where the person lives has come from the database only when the reader may see it. */
export function showRecord({ actor, keys, today }: Asking, { row, reach, purpose }: Loaded<WholeRecordRow>): ShownRecord {
  return {
    id: row.id,
    owner: { id: row.owner, name: row.owner_name },
    name: row.name,
    number: numberOf(keys, row),
    interpreter: row.interpreter_language ?? undefined,
    blocked: row.blocked,
    protection: reach.protection && { kind: hides(reach, 'kind') ? undefined : reach.protection },
    place: maySeePlace(actor, reach)
      ? {
          address: openText(keys, row.address_cipher, contexts.address(row.id)),
          whereabouts: openText(keys, row.whereabouts_cipher, contexts.whereabouts(row.id)),
        }
      : undefined,
    contacts: row.contacts.map(({ id, unit_name, merged_into, ended, case_number, from, until }) => ({
      id,
      unit: unit_name,
      mergedInto: merged_into ?? undefined,
      ended,
      caseNumber: case_number,
      from: dayOf(from),
      to: dayOf(until)?.subtract({ days: 1 }),
      current: from !== null && isCurrent({ from: Temporal.PlainDate.from(from), until: dayOf(until) }, today),
    })),
    purpose,
    abilities: abilitiesOn(actor, reach),
  };
}

/** The number as people read it. */
export function numberOf(keys: KeyRing, row: RecordRow): string | undefined {
  const number = openText(keys, row.number_cipher, contexts.number(row.id));
  return number && shownNumber(number);
}

function standingOf(row: RecordRow): Standing {
  return {
    owner: row.owner,
    merged: row.merged,
    contacts: row.contacts.flatMap(({ unit, from, until }) =>
      from === null ? [] : [{ unit, from: Temporal.PlainDate.from(from), until: dayOf(until) }],
    ),
    shares: row.shares.map(({ id, unit, from, until }) => ({
      id,
      unit,
      from: Temporal.Instant.from(from),
      until: until === null ? undefined : Temporal.Instant.from(until),
    })),
    openings: row.openings.map(({ account, unit, from, until }) => ({
      account,
      unit,
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
    })),
    own: row.own,
    authorised: row.authorised,
    protection: row.protection ?? undefined,
    blocked: row.blocked,
  };
}

/** What a look is for, as the log says it: the ground that lets the asker in. */
function purposeOf(actor: Actor, { contact, share, own }: Reach): Purpose {
  if (own) return { kind: 'own', share: null };
  if (contact) return { kind: assignmentOf(actor)?.organisation.kind === 'municipality' ? 'case-handling' : 'care', share: null };
  if (share !== undefined) return { kind: 'share', share };
  return { kind: 'emergency', share: null };
}

function isCurrent(
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate | undefined },
  today: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(from, today) <= 0 && (!until || Temporal.PlainDate.compare(today, until) < 0);
}

function dayOf(text: string | null): Temporal.PlainDate | undefined {
  return text === null ? undefined : Temporal.PlainDate.from(text);
}
