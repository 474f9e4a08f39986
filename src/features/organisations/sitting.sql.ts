import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** The accounts of those who sit or act in bodies of a county, or write agreements for organisations, on a day. */
export async function accountsSitting(
  tx: Tx,
  county: string,
  { bodies, organisations = [] }: { readonly bodies: readonly string[]; readonly organisations?: readonly string[] },
  on: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select a.id from accounts_sitting(${county}, ${[...bodies]}::text[], ${[...organisations]}::uuid[], ${on}) as a (id)
    order by a.id`.execute(tx);
  return rows.map(({ id }) => id);
}
