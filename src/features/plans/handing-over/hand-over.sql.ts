import { sql } from 'kysely';
import type { HandOverAnswer } from '../../../domain/plans/hand-over.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type HandOverRow = {
  readonly id: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly from_name: string;
  readonly from_unit: string;
  readonly reason_cipher: Buffer;
  readonly offered_by: string;
  readonly at: Temporal.Instant;
  readonly answer: HandOverAnswer | null;
  readonly answered_by: string | null;
  readonly answered_at: Temporal.Instant | null;
  readonly coordinator: string | null;
  readonly substitute: string | null;
  readonly answer_cipher: Buffer | null;
  /** Is it a unit of who acts that is asked, and has nobody answered? */
  readonly own: boolean;
};

/** The questions to answer for the whole of a plan that are for who acts to know, the first first. */
export async function listHandOvers(tx: Tx, plan: string): Promise<HandOverRow[]> {
  const { rows } =
    await sql<HandOverRow>`select h.id, h.to_unit_id as unit, coalesce(u.name, '') as unit_name, h.to_organisation_id as organisation,
      coalesce(o.name, '') as organisation_name, coalesce(f.name, '') as from_name, h.unit_id as from_unit, h.reason_cipher, h.offered_by, h.at, a.answer,
      a.written_by as answered_by, a.at as answered_at, a.coordinator_id as coordinator, a.substitute_id as substitute, a.reason_cipher as answer_cipher,
      is_offered_plan(h.id) as own
    from plan_hand_over h left join plan_hand_over_answer a on a.hand_over_id = h.id
    left join lateral (select v.name from unit_version v where v.unit_id = h.to_unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    left join organisation_version o on o.organisation_id = h.to_organisation_id and o.valid @> acting_today()
    left join organisation_version f on f.organisation_id = h.from_organisation_id and f.valid @> acting_today()
    where h.plan_id = ${plan} order by h.at, h.id`.execute(tx);
  return rows;
}

/** The huvudman that answers for the whole of an established plan now, where who acts may read its measures; else undefined. */
export async function findOverall(tx: Tx, plan: string): Promise<string | undefined> {
  const { rows } = await sql<{ organisation: string }>`select organisation_id as organisation from plan_overall
    where plan_id = ${plan} and upper_inf(valid)`.execute(tx);
  return rows[0]?.organisation;
}

/** What a unit and a huvudman are called. */
export async function findLead(
  tx: Tx,
  { unit, organisation }: { readonly unit: string; readonly organisation: string },
): Promise<{ unit: string; organisation: string }> {
  const { rows } = await sql<{ unit: string; organisation: string }>`select
    coalesce((select v.name from unit_version v where v.unit_id = coalesce(unit_merged_into(${unit}::uuid, acting_today()), ${unit}::uuid) and v.valid @> acting_today()), '') as unit,
    coalesce((select o.name from organisation_version o where o.organisation_id = ${organisation}::uuid and o.valid @> acting_today()), '') as organisation`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('a question about one unit has one answer');
  return row;
}

export type NewHandOver = {
  readonly id: string;
  readonly unit: string;
  readonly organisation: string;
  readonly from: string;
  readonly reason: Buffer;
};

/** Asks a unit of another huvudman to answer for the whole. */
export async function insertHandOver(tx: Tx, plan: string, one: NewHandOver, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_hand_over (id, plan_id, to_organisation_id, to_unit_id, reason_cipher, from_organisation_id, organisation_id, unit_id, offered_by, at)
    values (${one.id}, ${plan}, ${one.organisation}, ${one.unit}, ${one.reason}, ${one.from}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(
    tx,
  );
}

/** Lets the huvudman of who acts answer for the whole from now on. Answers false when they may not, or somebody answered before. */
export async function acceptHandOver(
  tx: Tx,
  id: string,
  { coordinator, substitute, duties }: { coordinator: string; substitute: string | undefined; duties: readonly [string, string] },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select accept_hand_over(${id}::uuid, ${coordinator}::uuid, ${substitute ?? null}::uuid, ${duties[0]}::uuid,
    ${duties[1]}::uuid) as done`.execute(tx);
  return rows[0]?.done === true;
}

/** Says no to it, or takes the question back. */
export async function insertHandOverAnswer(
  tx: Tx,
  plan: string,
  { id, answer, reason }: { id: string; answer: 'declined' | 'withdrawn'; reason: Buffer | null },
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_hand_over_answer (hand_over_id, plan_id, answer, reason_cipher, organisation_id, unit_id, written_by, at)
    values (${id}, ${plan}, ${answer}, ${reason}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(tx);
}

/** Those in the unit of who acts who can coordinate a plan that it takes part in, by name. */
export async function listHandOverStaff(tx: Tx, plan: string): Promise<{ account: string; name: string }[]> {
  const { rows } = await sql<{
    account: string;
    name: string;
  }>`select account_id as account, name from hand_over_staff(${plan}::uuid) order by name`.execute(tx);
  return rows;
}
