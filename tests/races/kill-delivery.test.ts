import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { sql } from 'kysely';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { deliverNotices } from '../../src/features/notifications/deliver-notices.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { JOB_SCHEMA, startJobs } from '../../src/platform/jobs/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { givenClock } from '../given/app.ts';
import { givenLogins } from '../given/database.ts';
import { givenLogin } from '../given/logged-in.ts';
import { asOwner } from '../given/notices.ts';
import { until } from '../given/until.ts';

const KILLS = 200;
/** So many die at the same time, so that they are also in each other's way. */
const AT_ONCE = 2;
const RECEIVERS = 6;

const log = createLog('silent');

test(`${KILLS} kills of a delivering process lose nothing, give nobody anything twice, and leave no gap in the numbers`, async () => {
  const logins = await givenLogins();
  const database = await openMigrated(logins, await readMigrations(migrationsFolder), log);
  const folder = await mkdtemp(join(tmpdir(), 'overens-races-'));
  try {
    await givenLogin(database, givenClock());
    const accounts = await receiversOf(database);
    const child = await bundleChild(folder);
    const told: string[] = [];
    let unfinished = 0;
    const killer = async () => {
      while (kills < KILLS) {
        kills += 1;
        told.push(
          ...(await killOne([child, JSON.stringify({ app: plain(logins.app), jobs: plain(logins.jobs) }), JSON.stringify(accounts)])),
        );
        unfinished += await countWaiting(database);
      }
    };
    let kills = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, killer));
    // Else nothing was tried: the kills must have met processes at work, with deliveries under way.
    expect(told.length).toBeGreaterThan(KILLS / 4);
    expect(unfinished).toBeGreaterThan(0);

    await giveBackJobs(database);
    const jobs = await startJobs({ database, log, kinds: [deliverNotices({ database, clock: givenClock() })], every: 50 });
    await until(async () => (await countWaiting(database)) === 0);
    await jobs.stop();

    expect(await deliveredWrong(database)).toEqual([]);
    expect(await numberedWrong(database)).toEqual([]);
    const delivered = new Set(
      (await asOwner<{ id: string }>(database, (tx) => sql<{ id: string }>`select distinct outbox_id as id from notice`.execute(tx))).map(
        ({ id }) => id,
      ),
    );
    expect(told.filter((id) => !delivered.has(id))).toEqual([]);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** The process as one file with all it needs: two hundred of them start in a fraction of the time. */
async function bundleChild(folder: string): Promise<string> {
  const outfile = join(folder, 'telling-process.mjs');
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const entryPoints = [join(import.meta.dirname, 'telling-process.ts')];
  await build({
    entryPoints,
    outfile,
    banner,
    bundle: true,
    platform: 'node',
    target: 'node26',
    format: 'esm',
    external: ['pg-native'],
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts a process, lets it work for a moment of random length, kills it, and answers the outbox rows that it said were committed. */
async function killOne(args: string[]): Promise<string[]> {
  const node = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node');
  const running = spawn(node, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  const ended = new Promise((resolve) => running.once('close', (_code, signal) => resolve(signal)));
  for await (const line of createInterface(running.stdout)) {
    if (line !== 'ready') told.push(line);
    else void wait(Math.random() * 60).then(() => running.kill('SIGKILL'));
  }
  // One that ended by itself was not killed at work.
  expect(await ended).toBe('SIGKILL');
  return told;
}

/** As a child can read it: without what only this process can use. */
function plain({ client: { types: _, ...client }, ...login }: Awaited<ReturnType<typeof givenLogins>>['app']) {
  return { ...login, client };
}

async function receiversOf(database: Database): Promise<string[]> {
  const rows = await asOwner<{ id: string }>(database, (tx) =>
    sql<{ id: string }>`select id from account order by id limit ${RECEIVERS}`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

async function countWaiting(database: Database): Promise<number> {
  const { rows } = await database.transaction('read', (tx) =>
    sql<{ count: number }>`select count(*) as count from outbox where handled_at is null`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

/** What happens by itself some twenty seconds later: jobs that killed processes had taken are given back. */
async function giveBackJobs(database: Database): Promise<void> {
  const pool = new pg.Pool({ ...database.jobs.client, max: 1 });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    schedule: false,
    supervise: false,
  });
  await boss.start();
  await pool.query("update job.job set started_on = started_on - interval '1 minute' where state = 'active'");
  await boss.supervise();
  await pool.query("update job.job set start_after = now() where state = 'retry'");
  await boss.stop();
  await pool.end();
}

/** Outbox rows whose notices are not exactly one for each receiver. */
function deliveredWrong(database: Database): Promise<unknown[]> {
  return asOwner(database, (tx) =>
    sql`select o.id from outbox o left join notice n on n.outbox_id = o.id
      -- What the demonstration came with is told to roles, and some of it reaches nobody.
      where o.receivers ? 'accounts' group by o.id
      having o.handled_at is null or count(n.account_id) <> jsonb_array_length(o.receivers->'accounts')
        or not coalesce(bool_and(o.receivers->'accounts' ? n.account_id::text), false) or count(n.account_id) <> count(distinct n.account_id)`.execute(
      tx,
    ),
  );
}

/** Receivers whose numbers are not 1, 2, 3 … to the last. */
function numberedWrong(database: Database): Promise<unknown[]> {
  return asOwner(database, (tx) =>
    sql`select i.account_id from inbox i left join notice n using (account_id) group by i.account_id, i.last_number
      having count(n.number) <> i.last_number or min(n.number) <> 1 or max(n.number) <> i.last_number or count(distinct n.number) <> i.last_number`.execute(
      tx,
    ),
  );
}
