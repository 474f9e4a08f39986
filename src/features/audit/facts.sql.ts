import { sql } from 'kysely';
import type { LookFacts } from '../../domain/audit/odd-patterns.ts';
import type { Tx } from '../../platform/index.ts';

/** Whom rows are about, in records of the reviewed huvudman. */
export type PersonFacts = {
  readonly person_id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly case_numbers: readonly string[];
  readonly staff: LookFacts['staff'];
};

/** By person; nothing about those in records of others. */
export async function listPersonFacts(tx: Tx, persons: readonly string[]): Promise<Map<string, PersonFacts>> {
  if (persons.length === 0) return new Map();
  const { rows } =
    await sql<PersonFacts>`select person_id, name, protected, case_numbers, staff from audit_person_facts(${persons}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** The records that a number or a case number points out, as far as the reviewed log may speak of them. */
export async function findPersons(tx: Tx, { hash, caseNumber }: { hash: Buffer | undefined; caseNumber: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select audit_persons_by_case_number(${caseNumber}) as id
    union select audit_persons_by_number(${hash ?? null}::bytea)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Staff accounts whose HSA-id this is, or whose name has each word as the beginning of one of its words. */
export async function findStaff(tx: Tx, { hsaId, words }: { hsaId: string; words: readonly string[] }): Promise<string[]> {
  const begins = words.map((word) => sql`lower(a.name collate "sv-x-icu") ~ ${`(^|[^[:alnum:]])${word}`}`);
  const byName = begins.length > 0 ? sql`or (${sql.join(begins, sql` and `)})` : sql``;
  const { rows } = await sql<{ id: string }>`select a.id from account a
    where a.kind = 'staff' and (upper(a.hsa_id) = ${hsaId.toUpperCase()} ${byName}) order by a.id limit 500`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The units of an organisation, also those that are no more, under their latest name. */
export async function listUnitsEver(tx: Tx, organisation: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (
      select distinct on (unit_id) unit_id as id, name from unit_version where organisation_id = ${organisation} order by unit_id, lower(valid) desc
    ) latest order by name collate "sv-x-icu", id`.execute(tx);
  return rows;
}

/** The looks, by id, that are at somebody whose very name somebody in the unit that looked had that day. */
export async function listLooksAtNamesInUnit(tx: Tx, looks: readonly LookKey[]): Promise<Set<string>> {
  if (looks.length === 0) return new Set();
  const { rows } = await sql<{ nth: number }>`
    select nth from audit_names_in_unit(${looks.map((one) => one.person)}::uuid[], ${looks.map((one) => one.unit)}::uuid[],
      ${looks.map((one) => String(one.at))}::timestamptz[])`.execute(tx);
  return new Set(rows.flatMap(({ nth }) => looks[nth - 1]?.id ?? []));
}

type LookKey = {
  readonly id: string;
  readonly person: string | null;
  readonly unit: string | null;
  readonly account: string | null;
  readonly at: Temporal.Instant;
};

/** Had the unit of each look a relation to the person then? By id of the look; undefined when it cannot be told. */
export async function listRelations(tx: Tx, looks: readonly LookKey[]): Promise<Map<string, boolean | undefined>> {
  if (looks.length === 0) return new Map();
  const { rows } = await sql<{ nth: number; related: boolean | null }>`
    select nth, related from audit_had_relation(${looks.map((one) => one.person)}::uuid[], ${looks.map((one) => one.unit)}::uuid[],
      ${looks.map((one) => one.account)}::uuid[], ${looks.map((one) => String(one.at))}::timestamptz[])`.execute(tx);
  return new Map(
    rows.flatMap(({ nth, related }) => {
      const look = looks[nth - 1];
      return look ? [[look.id, related ?? undefined] as const] : [];
    }),
  );
}
