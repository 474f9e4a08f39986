import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { Database } from '../db/index.ts';
import { insertEvents } from './events.sql.ts';
import { givenEvent, givenKey } from './given-events.ts';
import { sealNext } from './seal.ts';

const MINE = '0199d0a4-0000-4000-8000-00000000000a';
const OTHER = '0199d0a4-0000-4000-8000-00000000000b';

let database: Database;
beforeAll(async () => {
  database = await givenDatabase();
  const events = [
    givenEvent({ organisation: MINE, ownerOrganisation: OTHER }),
    givenEvent({ organisation: OTHER, ownerOrganisation: MINE }),
    givenEvent({ organisation: OTHER, ownerOrganisation: OTHER }),
    givenEvent({ organisation: null, ownerOrganisation: null }),
  ];
  await database.transaction('write', (tx) => insertEvents(tx, events));
  await database.transaction('write', (tx) => sealNext(tx, { key: givenKey(), now: Temporal.Now.instant(), most: 100 }));
});

const TABLES = ['audit_event', 'audit_event_default', 'audit_leaf', 'audit_node', 'audit_checkpoint', 'audit_log'];
const CHANGES = TABLES.flatMap((table) => [
  `update ${table} set ${{ audit_log: 'id = null', audit_checkpoint: 'key_id = null', audit_node: 'hash = null' }[table] ?? 'leaf_hash = null'}`,
  `delete from ${table}`,
  `truncate ${table}`,
]);

const asApp = (statement: string, mode: 'read' | 'write' = 'write') => database.transaction(mode, (tx) => sql.raw(statement).execute(tx));
const asOwner = (statement: string) => database.asOwner((tx) => sql.raw(statement).execute(tx));
const count = async (session?: string) => {
  const { rows } = await database.transaction('read', async (tx) => {
    if (session) await sql`select set_config('overens.session', ${session}, true)`.execute(tx);
    return sql<{ n: number }>`select count(*) as n from audit_event`.execute(tx);
  });
  return rows[0]?.n;
};

describe('the app role', () => {
  test.each(CHANGES)('may not %s', async (statement) => {
    await expect(asApp(statement)).rejects.toThrow(/permission denied/);
  });

  test('sees nothing of the log without a session, or with one that there is not', async () => {
    expect(await count()).toBe(0);
    expect(await count('ab'.repeat(32))).toBe(0);
  });

  test('cannot go round the wall by asking a partition', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(12);
    for (const { name } of rows) await expect(asApp(`select * from ${name}`, 'read')).rejects.toThrow(/permission denied/);
  });

  test('cannot say itself which transaction an event is of', async () => {
    await expect(asApp("insert into audit_event (id, at, xid) values (gen_random_uuid(), now(), '3')")).rejects.toThrow(
      /permission denied/,
    );
  });

  test('cannot write an event of another time than its id holds', async () => {
    const { id } = givenEvent();
    const insert = `insert into audit_event (id, at, actor_kind, record_kind, act, outcome, via, policy_version, leaf_hash)
      values ('${id}', now() - interval '1 day', 'system', 'x', 'x', 'allowed', 'job', 'x', sha256('x'))`;
    await expect(asApp(insert)).rejects.toThrow(/audit_event_id_holds_its_time/);
  });

  test('makes partitions ahead, once, and refuses a period without end', async () => {
    const make = "select audit_ensure_partitions('2031-01-15', '2031-03-01') as made";
    expect((await asApp(make)).rows).toEqual([{ made: 3 }]);
    expect((await asApp(make)).rows).toEqual([{ made: 0 }]);
    await expect(asApp("select audit_ensure_partitions('2031-01-01', '2099-01-01')")).rejects.toThrow(/forty months/);
  });
});

describe('the owner', () => {
  test.each(CHANGES)('may not %s either, as long as the triggers stand', async (statement) => {
    // An empty partition has no row to refuse for.
    if (/^(update|delete).*audit_event_default/.test(statement)) {
      expect((await asOwner(statement)).rows).toEqual([]);
      return;
    }
    await expect(asOwner(statement)).rejects.toThrow(/only added to|null value/);
  });

  test('may not empty a month either, also one that was made later', async () => {
    await asApp("select audit_ensure_partitions('2032-01-01', '2032-01-31')");
    await expect(asOwner('truncate audit_event_2032_01')).rejects.toThrow(/only added to/);
  });

  test('sees all of it, to verify it', async () => {
    expect((await asOwner('select count(*) as n from audit_event')).rows).toEqual([{ n: 4 }]);
  });
});
