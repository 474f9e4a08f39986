import { sql } from 'kysely';
import type { Facts, Tx } from '../../platform/index.ts';

/** Whom an act of the demonstration is by: an account, and the first assignment it has. */
export async function insertSeedAct(
  tx: Tx,
  act: { id: string; kind: string; account: string; draft: string; on: string; at: string; content: Facts },
): Promise<void> {
  const { id, kind, account, draft, on, at, content } = act;
  await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
    values (${id}, ${at}, ${kind}, ${account}, (select m.id from assignment m where m.account_id = ${account} order by m.id limit 1), 'draft',
      ${draft}, ${on}, ${JSON.stringify(content)}) on conflict do nothing`.execute(tx);
}
