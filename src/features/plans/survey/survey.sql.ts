import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

export type HandOut = { readonly held: string; readonly to: 'meeting' | 'individual'; readonly codes: number };

/** How many codes have been handed out after each meeting, as far as it is for who acts to know. Which, nobody knows. */
export async function listHandOuts(tx: Tx, plan: string): Promise<HandOut[]> {
  const { rows } = await sql<HandOut>`select held_id as held, given_to as "to", sum(codes)::int as codes from plan_survey_hand_out
    where plan_id = ${plan} group by 1, 2`.execute(tx);
  return rows;
}

/** Notes that so many codes were handed out. */
export async function insertHandOut(
  tx: Tx,
  plan: string,
  id: string,
  { held, to, codes }: HandOut,
  account: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_survey_hand_out (id, plan_id, held_id, given_to, codes, given_by, at)
    values (${id}, ${plan}, ${held}, ${to}, ${codes}, ${account}, ${now})`.execute(tx);
}
