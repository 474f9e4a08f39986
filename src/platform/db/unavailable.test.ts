import { sql } from 'kysely';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { givenLogins } from '../../../tests/given/database.ts';
import { givenThrottle } from '../../../tests/given/throttle.ts';
import { createLog } from '../log/index.ts';
import { REQUEST_POOL } from './connect.ts';
import { migrationsFolder, openMigrated } from './database.ts';
import type { Database, Tx } from './index.ts';
import { readMigrations } from './migration-files.ts';
import { asUnavailable, DatabaseUnavailable } from './unavailable.ts';

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** A database behind a way that can be stopped up, cut and opened again, where an answer is waited for half a second. */
async function givenWay() {
  const { owner, app, writes, jobs } = await givenLogins();
  const way = await givenThrottle(`${app.client.host}/.s.PGSQL.${app.client.port}`);
  const impatient = { query_timeout: 500, connectionTimeoutMillis: 500, max: 2, host: '127.0.0.1', port: way.port };
  const through = (login: typeof app) => ({ ...login, client: { ...login.client, ...impatient } });
  const logins = { owner, jobs, app: through(app), writes: through(writes) };
  const database = await openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));
  toClose.push(way.close, database.close);
  return { database, way };
}

const ask = (tx: Tx) => sql`select 1 as one`.execute(tx);
const read = (database: Database) => database.transaction('read', ask);
const write = (database: Database) => database.once('write', ask);
const isWell = async (database: Database) => (await read(database)).rows.length === 1 && (await database.revision()) !== '';
/** Asks until there is an answer: on a slow machine the half second may be over before the first one comes. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
    }
}

const onSockets = describe.runIf(inject('testServer').kind === 'embedded');

onSockets('a database that cannot be asked', () => {
  test('never hangs a question when it hangs itself, and is asked again when it speaks', async () => {
    const { database, way } = await givenWay();
    expect(await answered(() => isWell(database))).toBe(true);
    way.hold();
    for (let round = 0; round < 2; round++) {
      await expect(read(database)).rejects.toThrow(DatabaseUnavailable);
      await expect(database.revision()).rejects.toThrow(DatabaseUnavailable);
      await expect(write(database)).rejects.toThrow(DatabaseUnavailable);
    }
    way.release();
    expect(await answered(() => isWell(database))).toBe(true);
    expect((await answered(() => write(database))).rows).toEqual([{ one: 1 }]);
  });

  test('never hands a connection that timed out to the next who waits', async () => {
    const { database, way } = await givenWay();
    await answered(() => isWell(database));
    way.hold();
    const many = await Promise.allSettled(Array.from({ length: 12 }, () => read(database)));
    expect(many.map((one) => one.status === 'rejected' && one.reason instanceof DatabaseUnavailable)).toEqual(Array(12).fill(true));
    way.release();
    const after = await Promise.all(Array.from({ length: 12 }, () => answered(() => read(database))));
    expect(after.map(({ rows }) => rows.length)).toEqual(Array(12).fill(1));
  });

  test('is told as such when it is lost in the middle of a transaction, and when it is not there', async () => {
    const { database, way } = await givenWay();
    const cut = database.transaction('read', async (tx) => {
      await ask(tx);
      way.cut();
      return ask(tx);
    });
    await expect(cut).rejects.toThrow(DatabaseUnavailable);
    await expect(read(database)).rejects.toThrow(DatabaseUnavailable);
    await expect(database.revision()).rejects.toThrow(DatabaseUnavailable);
    expect(await database.ready()).toBe(false);
    way.mend();
    expect(await answered(() => isWell(database))).toBe(true);
    await expect.poll(() => database.ready()).toBe(true);
  });

  test('refuses instead of waiting for ever when every connection is in use', async () => {
    const { database } = await givenWay();
    let free: (value?: unknown) => void = () => undefined;
    const freed = new Promise((resolve) => {
      free = resolve;
    });
    const busy = [0, 1].map(() => database.transaction('read', (tx) => ask(tx).then(() => freed)));
    await expect(read(database)).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'timeout exceeded when trying to connect' });
    free();
    await Promise.all(busy);
    expect(await answered(() => isWell(database))).toBe(true);
  });

  test('is waited for longer than the server lets a statement take, and never for ever', async () => {
    const { database } = await givenWay();
    const { rows } = await database.transaction('read', (tx) =>
      sql<{ setting: string }>`select setting from pg_settings where name = 'statement_timeout'`.execute(tx),
    );
    const server = Number(rows[0]?.setting);
    expect(server).toBeGreaterThan(0);
    expect(REQUEST_POOL.query_timeout).toBeGreaterThan(server);
    expect(REQUEST_POOL.query_timeout).toBeLessThan(2 * server);
  });

  test('is told as such when a statement takes longer than it may', async () => {
    const { database } = await givenWay();
    const slow = database.transaction('read', async (tx) => {
      await sql`set local statement_timeout = 20`.execute(tx);
      return sql`select pg_sleep(10)`.execute(tx);
    });
    await expect(slow).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: '57014' });
  });

  test('is not blamed for a faulty question or for an error of ours', async () => {
    const { database } = await givenWay();
    const faulty = database.transaction('read', (tx) => sql`select 1 / 0`.execute(tx));
    await expect(faulty).rejects.not.toThrow(DatabaseUnavailable);
    const ours = database.transaction('read', () => Promise.reject(new TypeError('a bug')));
    await expect(ours).rejects.toThrow(TypeError);
  });
});

test.each([
  ['ECONNREFUSED', Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })],
  ['ECONNREFUSED', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })],
  ['timeout expired', new Error('timeout expired')],
])('the reason %s is kept for the log', (reason, error) => {
  expect(asUnavailable(error)).toMatchObject({ name: 'DatabaseUnavailable', reason });
});
