import { sql } from 'kysely';
import type { Facts, Tx } from '../../platform/index.ts';

/** Whom an act of the demonstration is by: an account, and the first assignment it has. */
export type SeedAct = {
  readonly id: string;
  readonly kind: string;
  readonly account: string;
  readonly change: string;
  readonly on: string;
  readonly at: string;
  readonly content: Facts;
};

export async function insertSeedAct(tx: Tx, { id, kind, account, change, on, at, content }: SeedAct): Promise<void> {
  await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
    values (${id}, ${at}, ${kind}, ${account}, (select m.id from assignment m where m.account_id = ${account} order by m.id limit 1),
      'planned-change', ${change}, ${on}, ${JSON.stringify(content)}) on conflict do nothing`.execute(tx);
}
