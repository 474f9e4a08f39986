import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../tests/given/logged-in.ts';
import { accountOf, asOwner, givenActor, givenTold } from '../../../tests/given/notices.ts';
import type { StaffActor } from '../../domain/access/actor.ts';
import { actingOf } from '../../platform/acting.ts';
import type { Runtime, Tx } from '../../platform/index.ts';
import { deliver } from './delivery.sql.ts';

// Whatever a forgotten policy would let through, the database does not: everything here is SQL as the app role.

const clock = givenClock('2026-11-24');
let runtime: Runtime;
let one: StaffActor;
let other: StaffActor;

beforeAll(async () => {
  const database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  await givenLogin(database, clock);
  one = await givenActor(runtime, 'handlaggare-aneby-06');
  other = await givenActor(runtime, 'enhetschef-aneby-06');
  for (const actor of [one, other]) {
    const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(actor)] } }, actor);
    await database.transaction('write', (tx) => deliver(tx, outbox, clock.now()));
    await as(actor, (tx) => sql`insert into notice_setting values (${accountOf(actor)}, 'k', 'weekly')`.execute(tx));
    await as(actor, (tx) =>
      sql`insert into absence (id, account_id, valid, created_at) values (gen_random_uuid(), ${accountOf(actor)}, '[2026-12-01,2026-12-03)', now())`.execute(
        tx,
      ),
    );
  }
});

function as<T>(actor: StaffActor | undefined, run: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction('write', run, actor && actingOf(actor, clock.now()));
}

const owners = async (actor: StaffActor | undefined, table: string) => {
  const { rows } = await as(actor, (tx) => sql<{ account_id: string }>`select account_id from ${sql.table(table)}`.execute(tx));
  return rows.map(({ account_id }) => account_id);
};

const TABLES = ['notice', 'inbox', 'notice_setting', 'absence'] as const;

test.each(TABLES)('%s shows nothing to whoever nobody is, though it is full', async (table) => {
  expect((await asOwner(runtime.database, (tx) => sql`select 1 from ${sql.table(table)}`.execute(tx))).length).toBeGreaterThan(1);
  expect(await owners(undefined, table)).toEqual([]);
});

test.each(TABLES)('%s shows each their own', async (table) => {
  expect(await owners(one, table)).toEqual([accountOf(one)]);
  expect(await owners(other, table)).toEqual([accountOf(other)]);
});

test('a secret that is no session, or that has ended, opens nothing', async () => {
  const forged = { ...one, login: { ...one.login, secret: '00'.repeat(32) } };
  expect(await owners(forged, 'notice')).toEqual([]);
  const leaving = await givenActor(runtime, 'registrator-aneby-06');
  await as(leaving, (tx) =>
    sql`update session set ended_at = ${clock.now()}, end_reason = 'logout' where account_id = ${accountOf(leaving)}`.execute(tx),
  );
  const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(leaving)] } });
  await runtime.database.transaction('write', (tx) => deliver(tx, outbox, clock.now()));
  expect(await owners(leaving, 'notice')).toEqual([]);
});

test('nobody marks the notice of another, nor writes or changes one', async () => {
  const marked = await as(one, (tx) => sql`update notice set read_at = now() where account_id = ${accountOf(other)}`.execute(tx));
  expect(marked.numAffectedRows).toBe(0n);
  for (const statement of [
    sql`insert into notice select * from notice`,
    sql`insert into inbox values (${accountOf(one)}, 7)`,
    sql`update inbox set last_number = 0`,
    sql`update notice set kind = 'x'`,
    sql`delete from notice`,
    sql`select * from digest`,
    sql`select * from digest_day`,
    sql`select * from deputies_of(${accountOf(other)}, current_date)`,
  ]) {
    await expect(as(one, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
  }
});

test('nobody chooses for another, nor sends them away', async () => {
  const theirs = accountOf(other);
  await expect(as(one, (tx) => sql`insert into notice_setting values (${theirs}, 'm', 'none')`.execute(tx))).rejects.toThrow(
    /row-level security/,
  );
  await expect(
    as(one, (tx) =>
      sql`insert into absence (id, account_id, valid, created_at) values (gen_random_uuid(), ${theirs}, '[2027-01-01,2027-01-02)', now())`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
  const changed = await as(one, (tx) => sql`update absence set withdrawn_at = now() where account_id = ${theirs}`.execute(tx));
  expect(changed.numAffectedRows).toBe(0n);
});

test('what an act told is answered to the one who did it alone', async () => {
  const { act } = await givenTold(runtime, { to: { accounts: [accountOf(other)] } }, one);
  const told = (actor: StaffActor | undefined) => as(actor, (tx) => sql`select * from notices_of_own_act(${act})`.execute(tx));
  expect((await told(one)).rows).toHaveLength(1);
  expect((await told(other)).rows).toHaveLength(0);
  expect((await told(undefined)).rows).toHaveLength(0);
});
