import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { givenLogins } from '../../../tests/given/database.ts';
import { systemClock } from '../clock.ts';
import type { Logins } from '../db/connect.ts';
import { migrationsFolder, openMigrated } from '../db/database.ts';
import type { Database } from '../db/index.ts';
import { readMigrations } from '../db/migration-files.ts';
import { createLog } from '../log/index.ts';
import { writeAudit } from './audit-log.ts';
import { insertEvents } from './events.sql.ts';
import { givenEvent, givenKey } from './given-events.ts';
import { sealNext } from './seal.ts';
import { startSealer } from './sealer.ts';
import { verifyLog } from './verify-log.ts';

const key = givenKey();
const log = createLog('silent');
const opened: Database[] = [];
let logins: Logins;
let database: Database;

beforeEach(async () => {
  logins = await givenLogins();
  database = await open();
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

async function open(): Promise<Database> {
  const one = await openMigrated(logins, await readMigrations(migrationsFolder), log);
  opened.push(one);
  return one;
}

const write = (count = 1) =>
  database.transaction('write', (tx) =>
    insertEvents(
      tx,
      Array.from({ length: count }, () => givenEvent()),
    ),
  );
const seal = (on = database, most = 100) => on.transaction('write', (tx) => sealNext(tx, { key, now: Temporal.Now.instant(), most }));
const verify = () => verifyLog(database, [key]);
const sound = (events: number) => expect.objectContaining({ faults: [], events, waiting: 0 });

/** A transaction as the app, held open by hand. */
async function held(login = logins.app.client): Promise<{ write(): Promise<string>; commit(): Promise<void>; vanish(): Promise<void> }> {
  const client = new pg.Client(login);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin read write');
  return {
    write: async () => {
      const event = givenEvent();
      await client.query(
        `insert into audit_event (id, at, actor_kind, record_kind, act, outcome, via, policy_version, leaf_hash)
         values ($1, $2, 'system', 'person', 'persons.read', 'allowed', 'job', 'a', sha256('x'))`,
        [event.id, event.at],
      );
      return event.id;
    },
    commit: async () => {
      await client.query('commit');
      await client.end();
    },
    vanish: () => client.end(),
  };
}

const order = async () =>
  (await database.asOwner((tx) => sql<{ id: string }>`select event_id as id from audit_leaf order by position`.execute(tx))).rows.map(
    ({ id }) => id,
  );

describe('sealing', () => {
  test('seals each event once, whatever the size of the batches, and then has nothing to do', async () => {
    await write(7);
    await write(4);
    const steps = [];
    for (let sealed = -1; sealed !== 0; steps.push(sealed)) sealed = await seal(database, 3);
    expect(steps.reduce((sum, one) => sum + one)).toBe(11);
    expect(await verify()).toEqual(sound(11));
  });

  test('never skips an event whose transaction commits after later ones', async () => {
    const slow = await held();
    const late = await slow.write();
    await write(3);
    expect(await seal()).toBe(0);
    expect(await verify()).toMatchObject({ faults: [], waiting: 3 });
    await slow.commit();
    await write(2);
    while ((await seal(database, 2)) > 0);
    expect(await order()).toContain(late);
    expect(await order()).toHaveLength(6);
  });

  test('does not wait for a transaction of another database on the server', async () => {
    const elsewhere = await held((await givenLogins()).app.client);
    await elsewhere.write();
    await write(3);
    await expect.poll(() => seal()).toBe(3);
    await elsewhere.commit();
  });

  test('goes on when a transaction ends without committing, and seals nothing of it', async () => {
    const slow = await held();
    const lost = await slow.write();
    await write(3);
    await slow.vanish();
    await expect.poll(() => seal()).toBe(3);
    expect(await order()).not.toContain(lost);
    expect(await verify()).toEqual(sound(3));
  });

  test('leaves no half of a seal when it is broken off', async () => {
    await write(5);
    const broken = database.transaction('write', async (tx) => {
      await sealNext(tx, { key, now: Temporal.Now.instant(), most: 100 });
      throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await order()).toEqual([]);
    await expect.poll(() => seal()).toBe(5);
    expect(await verify()).toEqual(sound(5));
  });

  test('is done by one at a time: the other has nothing to do meanwhile', async () => {
    await write(5);
    const other = await open();
    await database.transaction('write', async (tx) => {
      expect(await sealNext(tx, { key, now: Temporal.Now.instant(), most: 100 })).toBe(5);
      expect(await seal(other)).toBe(0);
    });
    expect(await verify()).toEqual(sound(5));
  });

  test('of several processes while events are written gives one sound log with all of them', async () => {
    const sealers = [database, await open(), await open()].map((one) => startSealer({ database: one, key, clock: systemClock, log }));
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < 10; i++) {
          await write(3);
          await Promise.all(sealers.map((sealer) => sealer.sealAll()));
        }
      }),
    );
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    await seal();
    expect(await verify()).toEqual(sound(240));
  });

  test('by itself comes within moments of the event, and a last time when it stops', async () => {
    const sealer = startSealer({ database, key, clock: systemClock, log });
    await write(2);
    await expect.poll(async () => (await order()).length).toBe(2);
    await write(1);
    await sealer.stop();
    expect(await verify()).toEqual(sound(3));
  });

  test('goes on in a copy that was restored into a server whose transactions are numbered lower', async () => {
    await write(3);
    await expect.poll(() => seal()).toBe(3);
    await database.asOwner(async (tx) => {
      await sql`alter table audit_checkpoint disable trigger user`.execute(tx);
      await sql`update audit_checkpoint set horizon = '4000000000'`.execute(tx);
    });
    await write(2);
    await expect.poll(() => seal()).toBe(2);
    await write(2);
    await expect.poll(() => seal()).toBe(2);
    expect(await verify()).toEqual(sound(7));
  });
});

describe('the row of a change', () => {
  test('is taken back with the change, and committed with it', async () => {
    const lost = database.transaction('write', async (tx) => {
      await writeAudit(tx, givenEvent());
      throw new Error('afterwards');
    });
    await expect(lost).rejects.toThrow('afterwards');
    expect(await seal()).toBe(0);
    await database.transaction('write', (tx) => writeAudit(tx, givenEvent()));
    await expect.poll(() => seal()).toBe(1);
  });
});
