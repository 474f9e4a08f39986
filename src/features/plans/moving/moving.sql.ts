import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

/** Lets a plan follow the agreements of another municipality of its county from now. Answers false when it is not for who acts to do. */
export async function setPlanMunicipality(tx: Tx, plan: string, municipality: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select set_plan_municipality(${plan}::uuid, ${municipality}) as done`.execute(tx);
  return rows[0]?.done === true;
}
