import type { Clock } from '../clock.ts';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { ensurePartitions } from './events.sql.ts';
import { sealNext } from './seal.ts';
import type { SigningKey } from './signing-key.ts';

/** Well under the second within which an event is to be under a signed checkpoint. */
const PAUSE = 500;

/** Events in one transaction of sealing: a tenth of a second's work. */
const MOST_AT_ONCE = 5_000;

/** How many days ahead the log has partitions, and how often that is seen to. */
const DAYS_AHEAD = 400;
const A_DAY = 86_400_000;

export type Sealer = {
  /** Seals all that waits, and answers how many events that were. Throws what the database says. */
  sealAll(): Promise<number>;
  /** Ends: seals what waits a last time, unless the database cannot be asked. */
  stop(): Promise<void>;
};

/**
 * Seals the log every half second for as long as the process lives. Any number of processes may: one at a time seals. What goes wrong is logged
 * once and tried again, until it goes.
 */
export function startSealer({
  database,
  key,
  clock,
  log,
}: {
  database: Pick<Database, 'transaction'>;
  key: SigningKey;
  clock: Clock;
  log: Log;
}): Sealer {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let failing = false;
  let partitionsUntil = 0;

  const sealAll = async (): Promise<number> => {
    let sum = 0;
    for (;;) {
      const sealed = await database.transaction('write', (tx) => sealNext(tx, { key, now: clock.now(), most: MOST_AT_ONCE }));
      sum += sealed;
      if (sealed < MOST_AT_ONCE) return sum;
    }
  };
  const lookAhead = async (): Promise<void> => {
    const now = clock.now();
    if (now.epochMilliseconds < partitionsUntil) return;
    const today = now.toZonedDateTimeISO('UTC').toPlainDate();
    await database.transaction('write', (tx) => ensurePartitions(tx, today, today.add({ days: DAYS_AHEAD })));
    partitionsUntil = now.epochMilliseconds + A_DAY;
  };
  const once = async (): Promise<void> => {
    try {
      await lookAhead();
      await sealAll();
      if (failing) log.info('Loggen förseglas igen.');
      failing = false;
    } catch (error) {
      if (!failing)
        log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'Loggen kunde inte förseglas. Nytt försök görs.');
      failing = true;
    }
  };
  const turn = () => {
    running = once().then(() => {
      if (!stopped) timer = setTimeout(turn, PAUSE).unref();
    });
  };
  const stop = async (): Promise<void> => {
    if (stopped) return running;
    stopped = true;
    clearTimeout(timer);
    running = running.then(once);
    await running;
  };
  turn();
  return { sealAll, stop };
}
