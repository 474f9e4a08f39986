import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** How many jobs of each queue lie with the dead letters. */
export async function countGivenUp(tx: Tx): Promise<{ queue: string; count: number }[]> {
  const { rows } = await sql<{ queue: string; count: number }>`
    select q.name as queue, count(j.id)::int as count
    from job.queue q left join job.job j on j.name = q.dead_letter and j.state in ('created', 'retry', 'active', 'failed')
    where q.dead_letter is not null group by q.name order by q.name`.execute(tx);
  return rows;
}

/** How many outbox rows written before a moment nobody has been told of. */
export async function countLate(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from outbox
    where handled_at is null and created_at < ${before}`.execute(tx);
  return rows[0]?.count ?? 0;
}
