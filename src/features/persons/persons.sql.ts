import { sql } from 'kysely';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import type { Tx } from '../../platform/index.ts';
import type { SealedNumber } from './sealed.ts';

export type NewPerson = {
  readonly id: string;
  readonly organisation: string;
  readonly number: SealedNumber | undefined;
  readonly name: string;
  readonly interpreter: string | null;
};

/** Makes a record. Answers false when another has the number by now, in this or in a transaction that was done while we waited. */
export async function insertPerson(
  tx: Tx,
  { id, organisation, number, name, interpreter }: NewPerson,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into person (id, organisation_id, number_kind, number_cipher, number_hash, name, interpreter_language, created_at)
    values (${id}, ${organisation}, ${number?.kind ?? null}, ${number?.cipher ?? null}, ${number?.hash ?? null}, ${name}, ${interpreter},
      ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type Changes = {
  readonly name: string;
  /** Undefined leaves the number as it is; null takes it away. */
  readonly number: SealedNumber | null | undefined;
  readonly interpreter: string | null;
  readonly blocked: boolean;
};

/** Keeps others from changing a record until the transaction is done. A record that who acts may not change is left alone. */
export async function lockPerson(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from person where id = ${id} for update`.execute(tx);
}

/** Changes a record that who acts may change. Answers false when there is none. */
export async function updatePerson(
  tx: Tx,
  id: string,
  { name, number, interpreter, blocked }: Changes,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update person set name = ${name}, interpreter_language = ${interpreter},
      blocked_since = case when ${blocked} then coalesce(blocked_since, ${now}::timestamptz) end where id = ${id}`.execute(tx);
  if (number !== undefined) {
    await sql`update person set number_kind = ${number?.kind ?? null}, number_cipher = ${number?.cipher ?? null},
      number_hash = ${number?.hash ?? null} where id = ${id}`.execute(tx);
  }
  return numAffectedRows === 1n;
}

/** Sets or lifts protected identity. Answers false when there is no such record, or it is not for who acts to do. */
export async function updateProtection(tx: Tx, id: string, protection: ProtectedIdentity | null): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select protect_person(${id}, ${protection}) as done`.execute(tx);
  return rows[0]?.done === true;
}

/** Writes where a person lives and is, over what stood there. */
export async function putPlace(tx: Tx, person: string, place: { address: Buffer | null; whereabouts: Buffer | null }): Promise<void> {
  const { numAffectedRows } = await sql`update person_place set address_cipher = ${place.address}, whereabouts_cipher = ${place.whereabouts}
    where person_id = ${person}`.execute(tx);
  if (numAffectedRows === 1n) return;
  await sql`insert into person_place (person_id, address_cipher, whereabouts_cipher)
    values (${person}, ${place.address}, ${place.whereabouts})`.execute(tx);
}

export type NewContact = {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly unit: string;
  readonly caseNumber: string;
};

/** A contact from today on. */
export async function insertCaseContact(tx: Tx, contact: NewContact, today: Temporal.PlainDate): Promise<void> {
  await sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
    values (${contact.id}, ${contact.person}, ${contact.organisation}, ${contact.unit}, ${contact.caseNumber},
      daterange(${today}::date, null))`.execute(tx);
}

/**
 * Opens a contact for the acting unit with somebody whom its huvudman already knows by the number. Answers whom, or undefined. Violates
 * `contact_by_number_allowed` when the record has another name, or is of somebody with protected identity and who acts is not authorised.
 */
export async function openContactByNumber(
  tx: Tx,
  { id, hash, caseNumber, name }: { id: string; hash: Buffer; caseNumber: string; name: string },
): Promise<string | undefined> {
  const { rows } = await sql<{
    person: string | null;
  }>`select open_contact_by_number(${id}, ${hash}, ${caseNumber}, ${name}) as person`.execute(tx);
  return rows[0]?.person ?? undefined;
}

/** Ends a contact at once: today is the first day without. Answers false when it is not the unit's, or has ended. */
export async function endContact(tx: Tx, person: string, contact: string, today: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update case_contact set valid = daterange(lower(valid), ${today}::date)
    where id = ${contact} and person_id = ${person} and valid @> ${today}::date`.execute(tx);
  return numAffectedRows === 1n;
}

export type UnitRow = { readonly id: string; readonly name: string };

/** The units of an organisation on a day, and those that begin later, by name: cases can be handed over before a split. */
export async function listUnits(tx: Tx, organisation: string, today: Temporal.PlainDate): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`select id, name from (
      select distinct on (unit_id) unit_id as id, name from unit_version
      where organisation_id = ${organisation} and (valid @> ${today}::date or lower(valid) > ${today}::date) order by unit_id, lower(valid)
    ) units order by name collate "sv-x-icu", id`.execute(tx);
  return rows;
}
