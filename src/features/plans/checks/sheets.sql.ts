import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type Sheet = 'checks' | 'attitude' | 'discharge';

export type SheetRow = {
  readonly id: string;
  readonly sheet: Sheet;
  readonly number: number;
  readonly cipher: Buffer;
  readonly unit_name: string;
  readonly written_by: string;
  readonly at: Temporal.Instant;
};

/** What is noted on each sheet of a plan now, as far as it is for who acts to read. */
export async function listSheets(tx: Tx, plan: string): Promise<SheetRow[]> {
  const { rows } =
    await sql<SheetRow>`select distinct on (s.sheet) s.id, s.sheet, s.number, s.words_cipher as cipher, coalesce(u.name, '') as unit_name, s.written_by, s.at
    from plan_sheet s
    left join lateral (select v.name from unit_version v where v.unit_id = s.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where s.plan_id = ${plan} order by s.sheet, s.number desc`.execute(tx);
  return rows;
}

/** A noting by its id, of whichever sheet; undefined where it is not for who acts to read. */
export async function findSheet(tx: Tx, id: string): Promise<(Omit<SheetRow, 'unit_name'> & { readonly plan: string }) | undefined> {
  const { rows } = await sql<Omit<SheetRow, 'unit_name'> & { plan: string }>`
    select id, plan_id as plan, sheet, number, words_cipher as cipher, written_by, at from plan_sheet where id = ${id}`.execute(tx);
  return rows[0];
}

export type NewSheet = {
  readonly id: string;
  readonly plan: string;
  readonly sheet: Sheet;
  readonly number: number;
  readonly cipher: Buffer;
};

/** Notes a sheet anew. */
export async function insertSheet(
  tx: Tx,
  { id, plan, sheet, number, cipher }: NewSheet,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_sheet (id, plan_id, sheet, number, words_cipher, organisation_id, unit_id, written_by, at)
    values (${id}, ${plan}, ${sheet}, ${number}, ${cipher}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(tx);
}

/** The units in a plan that have no way to reach them in the register today, by name. */
export async function listUnitsWithoutContact(tx: Tx, plan: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select v.unit_id as id, v.name from plan_party t
    join unit_version v on v.unit_id = t.unit_id and v.valid @> acting_today()
    where t.plan_id = ${plan} and jsonb_array_length(v.contacts) = 0 order by v.name collate "sv-x-icu"`.execute(tx);
  return rows;
}
