import { sql } from 'kysely';
import type { Facts, Tx } from '../../platform/index.ts';

/** An act of the demonstration about a consultation: by an account, as the first assignment it has. `at` is the moment, ISO. */
export async function insertRoundAct(
  tx: Tx,
  act: { id: string; kind: string; account: string; round: string; at: string; content: Facts },
): Promise<void> {
  const { id, kind, account, round, at, content } = act;
  await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
    values (${id}, ${at}, ${kind}, ${account}, (select m.id from assignment m where m.account_id = ${account} order by m.id limit 1), 'consultation',
      ${round}, ${at}::date, ${JSON.stringify(content)})`.execute(tx);
}
