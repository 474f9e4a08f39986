import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { Database } from './index.ts';

let database: Database;
beforeAll(async () => {
  database = await givenDatabase();
});

const ID = '0199d0a4-0000-7000-8000-000000000001';
const partitions = (day: string) => sql<{ made: number }>`select audit_ensure_partitions(${day}::date, ${day}::date) as made`;

test('a single statement is committed when it has answered', async () => {
  const { rows } = await database.once('write', (tx) => partitions('2041-01-15').execute(tx));
  expect(rows).toEqual([{ made: 1 }]);
  // Another connection sees it.
  const again = await database.asOwner((tx) => partitions('2041-01-15').execute(tx));
  expect(again.rows).toEqual([{ made: 0 }]);
});

test('a single statement that fails says why, changes nothing, and leaves its connection fit for use', async () => {
  const failing = Array.from({ length: 20 }, () =>
    database.once('write', (tx) =>
      sql`insert into audit_leaf (position, event_id, event_at, leaf_hash) values (-1, ${ID}, now(), 'x')`.execute(tx),
    ),
  );
  for (const one of await Promise.allSettled(failing)) expect(one).toMatchObject({ status: 'rejected', reason: { code: '23514' } });
  const { rows } = await database.once('read', (tx) => sql`select 1 as n from audit_leaf`.execute(tx));
  expect(rows).toEqual([]);
});

test('a single statement has not answered before it is committed: one whose commit is refused is refused', async () => {
  await database.asOwner(async (tx) => {
    await sql`create table late (n int)`.execute(tx);
    await sql`grant insert on late to overens_app`.execute(tx);
    await sql`create function refuse_late() returns trigger language plpgsql as 'begin raise exception using errcode = ''23514''; end'`.execute(
      tx,
    );
    await sql`create constraint trigger late after insert on late deferrable initially deferred for each row execute function refuse_late()`.execute(
      tx,
    );
  });
  try {
    const late = database.once('write', (tx) => sql`insert into late values (1)`.execute(tx));
    await expect(late).rejects.toMatchObject({ code: '23514' });
    const { rows } = await database.asOwner((tx) => sql`select n from late`.execute(tx));
    expect(rows).toEqual([]);
  } finally {
    await database.asOwner(async (tx) => {
      await sql`drop table late`.execute(tx);
      await sql`drop function refuse_late()`.execute(tx);
    });
  }
});

test('a single statement that is to read cannot write', async () => {
  const write = database.once('read', (tx) => partitions('2042-01-15').execute(tx));
  await expect(write).rejects.toMatchObject({ code: '25006' });
});

test('refuses a second statement, and has not sent it', async () => {
  const two = database.once('write', async (tx) => {
    await partitions('2043-01-15').execute(tx);
    await partitions('2044-01-15').execute(tx);
  });
  await expect(two).rejects.toThrow('one statement');
  const { rows } = await database.asOwner((tx) => partitions('2044-01-15').execute(tx));
  expect(rows).toEqual([{ made: 1 }]);
});
