import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenLogins } from '../../../tests/given/database.ts';
import { createLog } from '../log/index.ts';
import { createPool } from './connect.ts';
import { TransactionConnection } from './connection.ts';
import { migrationsFolder, openMigrated } from './database.ts';
import { transactionOn } from './dialect.ts';
import type { Database } from './index.ts';
import { readMigrations } from './migration-files.ts';
import { type Tx, transactions } from './transaction.ts';

const acting = { secret: `it's "quoted"; drop table thing`, now: Temporal.Instant.from('2026-11-22T10:00:00Z') };

/** A connection on which nothing is ever answered, and what was sent on it. */
function givenSilence() {
  const sent: string[] = [];
  const query = (asked: string | { text: string }) => {
    sent.push(typeof asked === 'string' ? asked : asked.text);
    return new Promise(() => undefined);
  };
  const stream = { cork: () => undefined, uncork: () => undefined };
  const client = { query, connection: { stream }, release: () => undefined } as unknown as PoolClient;
  const taken: PoolClient[] = [];
  const connect = async () => {
    taken.push(client);
    return client;
  };
  return { sent, taken, connect };
}

describe('what is sent', () => {
  test('statements that are asked for together are sent together, behind what begins their transaction, before any is answered', async () => {
    const { sent, connect } = givenSilence();
    const tx = transactionOn(new TransactionConnection(connect, new Map(), { mode: 'write', single: false }));
    void sql`select 1`.execute(tx);
    void sql`select 2`.execute(tx);
    await turn();
    expect(sent).toEqual(['start transaction read write', 'select 1', 'select 2']);
  });

  test('a transaction that asks for nothing takes no connection and sends nothing', async () => {
    const { sent, taken, connect } = givenSilence();
    const connection = new TransactionConnection(connect, new Map(), { mode: 'write', single: false, acting });
    await connection.commit();
    connection.release();
    expect(sent).toEqual([]);
    expect(taken).toEqual([]);
  });

  test('takes one connection for all that is asked for together', async () => {
    const { taken, connect } = givenSilence();
    const tx = transactionOn(new TransactionConnection(connect, new Map(), { mode: 'read', single: false }));
    void sql`select 1`.execute(tx);
    void sql`select 2`.execute(tx);
    await turn();
    expect(taken.length).toBe(1);
  });

  test('ends what was asked for and not waited for, behind it', async () => {
    const { sent, connect } = givenSilence();
    const connection = new TransactionConnection(connect, new Map(), { mode: 'write', single: false });
    void sql`select 1`.execute(transactionOn(connection));
    void connection.commit();
    await turn();
    expect(sent).toEqual(['start transaction read write', 'select 1', 'commit']);
  });

  test('refuses a statement after the end, and has not sent it', async () => {
    const { sent, connect } = givenSilence();
    const connection = new TransactionConnection(connect, new Map(), { mode: 'read', single: false });
    const tx = transactionOn(connection);
    await connection.commit();
    await expect(sql`select 1`.execute(tx)).rejects.toThrow('over');
    expect(sent).toEqual([]);
  });
});

describe('one connection after another', () => {
  let database: Database;
  let one: ReturnType<typeof transactions>;
  beforeAll(async () => {
    const logins = await givenLogins();
    database = await openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));
    await database.asOwner(async (tx) => {
      await sql`create table if not exists thing (name text primary key)`.execute(tx);
      await sql`grant select, insert on thing to overens_app`.execute(tx);
    });
    one = transactions(createPool(logins.app, { max: 1 }, () => undefined));
  });
  afterAll(() => Promise.all([one.end(), database.close()]));

  const add = (tx: Tx, name: string) => sql`insert into thing values (${name})`.execute(tx);
  const names = async (tx: Tx) => (await sql<{ name: string }>`select name from thing order by 1`.execute(tx)).rows.map(({ name }) => name);
  const told = async (tx: Tx) =>
    (await sql<{ secret: string }>`select coalesce(current_setting('overens.session', true), '') as secret`.execute(tx)).rows[0]?.secret;

  test('a transaction is told who acts, whatever the secret holds, and the next on its connection is not', async () => {
    expect(await one.transaction('read', told, acting)).toBe(acting.secret);
    expect(await one.once('read', told)).toBe('');
    expect(await one.transaction('write', told, acting)).toBe(acting.secret);
    expect(await one.transaction('read', told)).toBe('');
  });

  test('what comes after a read sees what was stored since, also when it comes at once', async () => {
    await one.transaction('read', names);
    await database.transaction('write', (tx) => add(tx, 'a'));
    expect(await one.once('read', names)).toEqual(['a']);
    await one.transaction('read', names);
    await database.transaction('write', (tx) => add(tx, 'b'));
    expect(await one.transaction('read', names)).toEqual(['a', 'b']);
  });

  test('a read that nobody comes after is ended all the same', async () => {
    await one.transaction('read', names);
    const held = () =>
      database.asOwner(
        async (tx) =>
          (await sql<{ n: number }>`select count(*) as n from pg_locks where relation = 'thing'::regclass`.execute(tx)).rows[0]?.n,
      );
    await expect.poll(held).toBe(0);
  });

  test('when one of several statements fails none of them is stored, and the connection is fit for use', async () => {
    const together = one.transaction('write', (tx) => Promise.all([add(tx, 'c'), sql`select 1/0`.execute(tx), add(tx, 'd')]));
    await expect(together).rejects.toMatchObject({ code: '22012' });
    expect(await one.transaction('read', names)).not.toContain('c');
    await one.transaction('write', (tx) => add(tx, 'e'));
    expect(await one.transaction('read', names)).toContain('e');
  });
});
