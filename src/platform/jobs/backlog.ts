import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/index.ts';

/** So long may an outbox row wait before it is late. */
const LATE = { minutes: 5 };

/**
 * Adds to the metrics what is stuck: jobs that were given up, by queue, and outbox rows that nobody has been told of for five minutes. Asked of the
 * database when the metrics are read; NaN when it cannot be asked.
 */
export function measureBacklog(registry: Registry, { database, clock }: { database: Pick<Database, 'transaction'>; clock: Clock }): void {
  const labelNames = ['queue'] as const;
  new Gauge({
    name: 'overens_jobs_given_up',
    help: 'Jobs that failed as often as they are tried and lie with the dead letters, by queue.',
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      const found = await countGivenUp(database).catch(() => [{ queue: 'unknown', count: Number.NaN }]);
      for (const { queue, count } of found) this.set({ queue }, count);
    },
  });
  new Gauge({
    name: 'overens_outbox_late',
    help: 'Outbox rows older than five minutes that are not delivered.',
    registers: [registry],
    async collect() {
      this.set(await countLate(database, clock.now().subtract(LATE)).catch(() => Number.NaN));
    },
  });
}

async function countGivenUp(database: Pick<Database, 'transaction'>): Promise<{ queue: string; count: number }[]> {
  return database.transaction('read', async (tx) => {
    const { rows } = await sql<{ queue: string; count: number }>`
      select q.name as queue, count(j.id)::int as count
      from job.queue q left join job.job j on j.name = q.dead_letter and j.state in ('created', 'retry', 'active', 'failed')
      where q.dead_letter is not null group by q.name order by q.name`.execute(tx);
    return rows;
  });
}

async function countLate(database: Pick<Database, 'transaction'>, before: Temporal.Instant): Promise<number> {
  return database.transaction('read', async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from outbox
      where handled_at is null and created_at < ${before}`.execute(tx);
    return rows[0]?.count ?? 0;
  });
}
