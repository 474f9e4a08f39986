import { sql } from 'kysely';
import type { Change } from '../../domain/organisations/changes.ts';
import type { Succession } from '../../domain/organisations/succession.ts';
import type { Unit, UnitContact, UnitVersion } from '../../domain/organisations/unit.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';
import { groupedBy, type PeriodRow, periodOf } from './rows.ts';

type Row = PeriodRow & {
  id: string;
  hsa_id: string | null;
  county_code: string;
  organisation_id: string;
  name: string;
  kind: string;
  serves: string[];
  age_from: number;
  age_to: number | null;
  contacts: UnitContact[];
  confirmed_on: Temporal.PlainDate | null;
  opening: string;
};

/** Which units: those that have ever been the organisation's, or these. */
type Which =
  | { readonly county: string }
  | { readonly organisation: string }
  | { readonly ids: readonly string[] }
  | { readonly hsaIds: readonly string[] };

/** Units with their whole histories, by id. */
export async function listUnits(tx: Tx, which: Which): Promise<Unit[]> {
  const { rows } = await sql<Row>`
    select u.id, u.hsa_id, o.county_code, v.organisation_id, v.name, v.kind, v.serves, lower(v.ages) as age_from, upper(v.ages) - 1 as age_to,
      v.contacts, v.confirmed_on, v.opening, lower(v.valid) as from_day, upper(v.valid) - 1 as to_day
    from unit u join unit_version v on v.unit_id = u.id join organisation o on o.id = v.organisation_id
    where ${chosen(which)} order by u.id, lower(v.valid)`.execute(tx);
  return [...groupedBy(rows, ({ id }) => id)].flatMap(([id, versions]) => {
    const [first] = versions;
    return first ? [{ id, hsaId: first.hsa_id ?? undefined, county: first.county_code, versions: versions.map(versionOf) }] : [];
  });
}

function chosen(which: Which) {
  if ('county' in which) return sql`o.county_code = ${which.county}`;
  if ('ids' in which) return sql`u.id = any(${[...which.ids]}::uuid[])`;
  if ('hsaIds' in which) return sql`u.hsa_id = any(${[...which.hsaIds]})`;
  return sql`u.id in (select unit_id from unit_version where organisation_id = ${which.organisation})`;
}

function versionOf(row: Row): UnitVersion {
  const { organisation_id, name, kind, serves, age_from, age_to, contacts, confirmed_on, opening } = row;
  const ages = { from: age_from, ...(age_to === null ? {} : { to: age_to }) };
  return {
    ...periodOf(row),
    organisation: organisation_id,
    name,
    kind,
    serves,
    ages,
    contacts,
    confirmedOn: confirmed_on ?? undefined,
    opening,
  };
}

/** Every merge and split of units or organisations, in order. */
export async function listSuccessions(tx: Tx, of: 'unit' | 'organisation' = 'unit'): Promise<Succession[]> {
  const { rows } = await sql<{ on_date: Temporal.PlainDate; how: Succession['how']; from_id: string; to_id: string }>`
    select on_date, how, from_id, to_id from succession where of = ${of} order by on_date, from_id, to_id`.execute(tx);
  return rows.map(({ on_date, how, from_id, to_id }) => ({ on: on_date, how, from: from_id, to: to_id }));
}

/** Makes whoever else wants to change one of these wait until this transaction is done. Always in the same order, so that nobody waits for each other. */
export async function lockForChange(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await lockSubject(tx, 'register', id);
}

/** Opens a unit, whose first period is the version's. */
export async function insertUnit(tx: Tx, unit: { id: string; hsaId?: string | undefined }, version: UnitVersion): Promise<void> {
  await sql`insert into unit (id, hsa_id) values (${unit.id}, ${unit.hsaId ?? null})`.execute(tx);
  await insertVersion(tx, unit.id, version);
}

/** Ends the period that begins on the day, and begins the next. */
export async function writeUnitChange(tx: Tx, id: string, { ends, begins }: Change<UnitVersion>): Promise<void> {
  await sql`update unit_version set valid = daterange(${ends.from}::date, ${ends.to}::date, '[]')
    where unit_id = ${id} and lower(valid) = ${ends.from}::date`.execute(tx);
  if (begins) await insertVersion(tx, id, begins);
}

async function insertVersion(tx: Tx, id: string, version: UnitVersion): Promise<void> {
  const { from, to, organisation, name, kind, serves, ages, contacts, confirmedOn, opening } = version;
  await sql`insert into unit_version (unit_id, valid, organisation_id, name, kind, serves, ages, contacts, confirmed_on, opening)
    values (${id}, daterange(${from}::date, ${to ?? null}::date, '[]'), ${organisation}, ${name}, ${kind}, ${[...serves]},
      int4range(${ages.from}::int, ${ages.to ?? null}::int, '[]'), ${JSON.stringify(contacts)}, ${confirmedOn ?? null}, ${opening})`.execute(
    tx,
  );
}

/** Puts contacts in place in the period of the day and in those that lie ahead, as made sure of on the day. */
export async function updateContacts(
  tx: Tx,
  id: string,
  { contacts, opening }: { contacts: readonly UnitContact[]; opening: string },
  day: Temporal.PlainDate,
): Promise<void> {
  await sql`update unit_version set contacts = ${JSON.stringify(contacts)}, opening = ${opening}, confirmed_on = ${day}
    where unit_id = ${id} and (upper_inf(valid) or upper(valid) > ${day}::date)`.execute(tx);
}

/** Keeps what became of a unit. Its cases go on in the one that it was merged into; of a split in the one that `takesCases`. */
export async function insertSuccession(tx: Tx, id: string, { on, how, from, to }: Succession, takesCases = how === 'merge'): Promise<void> {
  await sql`insert into succession (id, on_date, how, of, from_id, to_id, takes_cases)
    values (${id}, ${on}, ${how}, 'unit', ${from}, ${to}, ${takesCases})`.execute(tx);
}

/** Keeps what became of an organisation. What is of no unit goes on in the one that `takesRest`. */
export async function insertOrganisationSuccession(
  tx: Tx,
  id: string,
  { on, how, from, to }: Succession,
  takesRest = how === 'merge',
): Promise<void> {
  await sql`insert into succession (id, on_date, how, of, from_id, to_id, takes_cases)
    values (${id}, ${on}, ${how}, 'organisation', ${from}, ${to}, ${takesRest})`.execute(tx);
}

/** The latest day, from one on, from which something is decided to go up into an organisation or become a part of it. */
export async function findLastComing(tx: Tx, organisation: string, from: Temporal.PlainDate): Promise<Temporal.PlainDate | undefined> {
  const { rows } = await sql<{ last: Temporal.PlainDate | null }>`
    select max(on_date) as last from succession where of = 'organisation' and to_id = ${organisation} and on_date >= ${from}::date`.execute(
    tx,
  );
  return rows[0]?.last ?? undefined;
}
