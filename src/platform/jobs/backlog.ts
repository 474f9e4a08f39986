import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/index.ts';
import { countGivenUp, countLate } from './backlog.sql.ts';

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
      const found = await database.transaction('read', countGivenUp).catch(() => [{ queue: 'unknown', count: Number.NaN }]);
      for (const { queue, count } of found) this.set({ queue }, count);
    },
  });
  new Gauge({
    name: 'overens_outbox_late',
    help: 'Outbox rows older than five minutes that are not delivered.',
    registers: [registry],
    async collect() {
      this.set(await database.transaction('read', (tx) => countLate(tx, clock.now().subtract(LATE))).catch(() => Number.NaN));
    },
  });
}
