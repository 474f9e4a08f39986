import { setTimeout as wait } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Database } from '../db/index.ts';
import { openJobConnection } from '../db/job-connection.ts';
import { asUnavailable, DatabaseUnavailable } from '../db/unavailable.ts';
import type { Log } from '../log/index.ts';

/** The schema that a migration lays for pg-boss. */
export const JOB_SCHEMA = 'job';

/**
 * One kind of work that rows of our own tables wait for. The row is the truth and the job a nudge: a job is made for each waiting row that has none,
 * under the row's id, so that a crash at any moment loses nothing and makes nothing twice.
 */
export type JobKind = {
  /** A queue that a migration has made, with its retries, back-off and dead letter queue. */
  readonly queue: string;
  /** Ids of rows that wait and have no job (`job.job`), the oldest first, at most some hundred. */
  readonly waiting: () => Promise<readonly string[]>;
  /** Does the work of one row; done again it must do nothing. Throws to be tried later. `last`: after this it is given up. */
  readonly run: (id: string, attempt: { readonly last: boolean }) => Promise<void>;
};

/** Work that began. `sweep` looks for waiting rows now; `stop` finishes what runs and closes the connections. */
export type Jobs = { sweep(): Promise<void>; stop(): Promise<void> };

export type JobsOptions = {
  readonly database: Pick<Database, 'jobs'>;
  readonly log: Log;
  readonly kinds: readonly JobKind[];
  /** Milliseconds between looks for waiting rows. */
  readonly every?: number;
};

/** So many jobs are fetched at a time, and so many connections serve the queue: it is idle nearly always. */
const BATCH = 20;
const CONNECTIONS = 2;

/** How often each queue is asked for jobs that are to be tried again; new ones are told of. Seconds. */
const POLLING = 15;

/** Milliseconds between attempts to begin while the database cannot be asked, and how many there are: as long as its recovery may take. */
const AGAIN_AFTER = 1_000;
const MOST_ATTEMPTS = 300;

/**
 * Starts working on the kinds in this process, beside any number of others. Nothing is created in the database here: pg-boss runs as the app role on
 * the tables a migration has laid. Waits while the database cannot be asked, which is no reason for the program to end. Throws when the tables are
 * not those of the installed pg-boss.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await beginJobs(options);
    } catch (error) {
      const waits = asUnavailable(error) instanceof DatabaseUnavailable && attempt < MOST_ATTEMPTS;
      if (!waits) throw error;
      options.log.warn({ code: codeOf(error) }, 'job queue waits for the database');
      await wait(AGAIN_AFTER);
    }
  }
}

async function beginJobs({ database, log, kinds, every = 2_000 }: JobsOptions): Promise<Jobs> {
  const connection = openJobConnection(database.jobs, CONNECTIONS, (error) =>
    log.warn({ code: codeOf(error) }, 'job queue lost a connection'),
  );
  const boss = new PgBoss({
    db: connection,
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 30,
  });
  boss.on('error', (error) => log.warn({ code: codeOf(error) }, 'job queue failed'));
  const workers = new Map<string, string>();
  try {
    await boss.start();
    for (const kind of kinds) workers.set(kind.queue, await work(boss, kind, log));
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    await connection.close();
    throw error;
  }

  const sweepKind = async ({ queue, waiting }: JobKind) => {
    const ids = await waiting();
    if (ids.length === 0) return;
    await boss.insert(
      queue,
      ids.map((id) => ({ id, data: { id } })),
      { returnId: false },
    );
    boss.notifyWorker(workers.get(queue) ?? '');
  };
  const sweep = async () => {
    for (const kind of kinds) await sweepKind(kind).catch((error) => log.warn({ queue: kind.queue, code: codeOf(error) }, 'sweep failed'));
  };
  const stopping = new AbortController();
  const sweeping = (async () => {
    while (!stopping.signal.aborted) {
      await sweep();
      await wait(every, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  const stop = async () => {
    stopping.abort();
    await sweeping;
    await boss.stop({ timeout: 5_000 });
    await connection.close();
  };
  return { sweep, stop };
}

/** Works on one queue. What is stored of a failure is its code alone: messages may hold an address or more. */
function work(boss: PgBoss, { queue, run }: JobKind, log: Log): Promise<string> {
  const options = {
    batchSize: BATCH,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLLING,
    includeMetadata: true,
    perJobResults: true,
  } as const;
  return boss.work<{ id: string }, unknown, typeof options>(queue, options, async (jobs) => {
    const results = [];
    for (const { id, retryCount, retryLimit } of jobs) {
      try {
        await run(id, { last: retryCount >= retryLimit });
        results.push({ id, status: 'completed' as const });
      } catch (error) {
        const code = codeOf(error);
        log.warn({ queue, id, retryCount, code }, 'job failed');
        results.push({ id, status: 'failed' as const, output: { code } });
      }
    }
    return results;
  });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
