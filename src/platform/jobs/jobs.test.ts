import { sql } from 'kysely';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { givenDatabase, givenLogins } from '../../../tests/given/database.ts';
import { until } from '../../../tests/given/until.ts';
import { createLog } from '../log/index.ts';
import { JOB_SCHEMA, type JobKind, startJobs } from './jobs.ts';

const log = createLog('silent');
const newIds = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test('what the migration lays is what the installed pg-boss expects', async () => {
  const { owner } = await givenLogins();
  const { types: _, ...client } = owner.client;
  const pool = new pg.Pool({ ...client, max: 1 });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  try {
    await boss.start();
    const drift = await boss.detectSchemaDrift();
    expect(drift).toMatchObject({ ok: true });
  } finally {
    await boss.stop();
    await pool.end();
  }
});

/** Work that rows in memory wait for. `fails`: so many times before each is done. */
function givenKind(ids: readonly string[], fails: (id: string) => boolean = () => false) {
  const waiting = new Set(ids);
  const runs: { id: string; last: boolean }[] = [];
  const kind: JobKind = {
    queue: 'deliver-notice',
    waiting: async () => [...waiting],
    run: async (id, { last }) => {
      runs.push({ id, last });
      if (fails(id)) throw Object.assign(new Error('19121212-1212 Tolvan Tolvansson'), { code: 'not-now' });
      waiting.delete(id);
    },
  };
  return { kind, runs, waiting };
}

test('every waiting row is worked on once, in two processes as in one', async () => {
  const database = await givenDatabase();
  const ids = newIds(60);
  const { kind, runs, waiting } = givenKind(ids);
  const both = await Promise.all([
    startJobs({ database, log, kinds: [kind], every: 50 }),
    startJobs({ database, log, kinds: [kind], every: 50 }),
  ]);
  await until(() => waiting.size === 0);
  await Promise.all(both.map((jobs) => jobs.stop()));
  expect(runs.map(({ id }) => id).sort()).toEqual(ids.toSorted());
});

test('what fails is tried again later and then put with the dead letters, with a code and never its message', async () => {
  const database = await givenDatabase();
  const [poison = '', sound = ''] = newIds(2);
  const { kind, runs, waiting } = givenKind([poison, sound], (id) => id === poison);
  const jobs = await startJobs({ database, log, kinds: [kind], every: 50 });
  await until(() => !waiting.has(sound) && runs.some(({ id }) => id === poison));
  const rows = () =>
    database
      .transaction('read', (tx) =>
        sql<{
          name: string;
          state: string;
          retry: boolean;
          text: string;
        }>`select name, state, start_after > created_on as retry, j::text as text from job.job j
          where j.id = ${poison} or j.data->>'id' = ${poison}`.execute(tx),
      )
      .then((found) => found.rows);
  await until(async () => (await rows()).some(({ state }) => state === 'retry'));
  expect(await rows()).toMatchObject([{ name: 'deliver-notice', retry: true }]);
  // Its patience is spent: the next failure is the last.
  await database.transaction('write', (tx) =>
    sql`update job.job set retry_count = retry_limit, start_after = now() where id = ${poison}`.execute(tx),
  );
  await jobs.stop();
  const again = await startJobs({ database, log, kinds: [kind], every: 50 });
  await until(async () => (await rows()).some(({ name }) => name === 'deliver-notice-dead'));
  await again.stop();
  expect(runs.filter(({ id }) => id === poison).at(-1)?.last).toBe(true);
  const texts = (await rows()).map(({ text }) => text).join('\n');
  expect(texts).toContain('not-now');
  expect(texts).not.toMatch(/Tolvan|1212/);
});

test('the queue is looked after as the app role: what was left by a killed process comes back', async () => {
  const database = await givenDatabase();
  const pool = new pg.Pool({ ...database.jobs.client, max: 1 });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    schedule: false,
    reindex: false,
  });
  const errors: unknown[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  const [id = ''] = newIds(1);
  await boss.insert('send-digest', [{ id, data: { id } }]);
  expect(await boss.fetch('send-digest')).toMatchObject([{ id }]);
  await pool.query("update job.job set started_on = now() - interval '1 day' where id = $1", [id]);
  await pool.query('update job.queue set monitor_on = null');
  await boss.supervise();
  const { rows } = await pool.query<{ state: string }>('select state from job.job where id = $1', [id]);
  await boss.stop();
  await pool.end();
  expect(rows).toEqual([{ state: 'retry' }]);
  expect(errors).toEqual([]);
});

test('begins when the database can be asked, and waits until then', async () => {
  const { jobs: reached } = await givenDatabase();
  const ids = newIds(1);
  const { kind, runs } = givenKind(ids);
  let asked = 0;
  const late = {
    get jobs() {
      asked += 1;
      return asked === 1 ? { ...reached, client: { ...reached.client, host: '127.0.0.1', port: 1 } } : reached;
    },
  };
  const jobs = await startJobs({ database: late, log, kinds: [kind], every: 20 });
  await until(() => runs.length === 1);
  await jobs.stop();
  expect(asked).toBe(2);
});
