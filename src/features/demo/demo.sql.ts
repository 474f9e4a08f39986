import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { DemoUnit } from './demo-register.ts';
import type { DemoSeat, DemoStaff } from './demo-staff.ts';

const SINCE = '2025-01-01';

export async function insertUnit(tx: Tx, unit: DemoUnit, confirmed: Temporal.PlainDate): Promise<void> {
  const { numAffectedRows } = await sql`insert into unit (id, hsa_id) values (${unit.id}, ${unit.hsaId}) on conflict do nothing`.execute(
    tx,
  );
  if (numAffectedRows === 0n) return;
  const contacts = JSON.stringify([{ kind: 'phone', value: unit.phone, note: '' }]);
  await sql`insert into unit_version (unit_id, valid, organisation_id, name, kind, serves, contacts, confirmed_on, opening)
    values (${unit.id}, daterange(${SINCE}::date, null), ${unit.organisation}, ${unit.name}, ${unit.kind}, ${[...unit.serves]}, ${contacts},
      ${confirmed}, '')`.execute(tx);
}

export async function insertStaff(tx: Tx, staff: DemoStaff, now: Temporal.Instant): Promise<void> {
  const { numAffectedRows } = await sql`insert into account (id, kind, name, hsa_id, organisation_id, county_code, created_at)
    values (${staff.account}, 'staff', ${staff.name}, ${staff.hsaId}, ${staff.home}, ${staff.county}, ${now}) on conflict do nothing`.execute(
    tx,
  );
  if (numAffectedRows === 0n) return;
  for (const { id, role, organisation, unit, body } of staff.assignments) {
    await sql`insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, valid, created_at)
      values (${id}, ${staff.account}, ${role}, ${organisation}, ${unit ?? null}, ${staff.county}, ${body ?? null},
        daterange(${SINCE}::date, null), ${now})`.execute(tx);
  }
}

/** A seat, unless it is there or somebody else has it then. */
export async function insertSeat(tx: Tx, county: string, { id, body, position, organisation, account, holder }: DemoSeat): Promise<void> {
  await sql`insert into seat (id, county_code, body, position, organisation_id, holder, account_id, valid)
    select ${id}, ${county}, ${body}, ${position}, ${organisation}, ${holder}, ${account}, daterange(${SINCE}::date, null)
    where not exists (select from seat where county_code = ${county} and body = ${body} and position = ${position})
    on conflict do nothing`.execute(tx);
}

export async function insertIndividual(
  tx: Tx,
  one: { account: string; name: string; numberHash: Buffer },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into account (id, kind, name, number_hash, created_at)
    values (${one.account}, 'individual', ${one.name}, ${one.numberHash}, ${now}) on conflict do nothing`.execute(tx);
}
