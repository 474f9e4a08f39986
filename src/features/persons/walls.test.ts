import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, type World } from '../../../tests/given/persons-world.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Tx } from '../../platform/index.ts';

const CASE_ROLES: readonly string[] = ['municipal-case-worker', 'regional-clinician', 'coordinator'];

let database: Database;
let world: World;
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 7, actors: 120, persons: 40 });
});

type Table = { name: string; forced: boolean; readable: boolean };

/** Every table with data about persons, by what the catalogue says: the persons, whatever refers to them however far, and whatever names one, if only as a
 * subject or in JSON; with the assignments, which decide who sees them. */
async function personTables(tx: Tx): Promise<Table[]> {
  const { rows } = await sql<Table>`
    with recursive about(oid) as (
      select 'person'::regclass::oid
      union select c.conrelid from pg_constraint c join about on c.confrelid = about.oid where c.contype = 'f'
    )
    select t.oid::regclass::text as name, t.relrowsecurity and t.relforcerowsecurity as forced, has_table_privilege('overens_app', t.oid, 'select') as readable
    from pg_class t
    where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and not t.relispartition and (
      t.oid in (select oid from about)
      or t.oid = 'assignment'::regclass
      or exists (
        select from pg_attribute a where a.attrelid = t.oid and not a.attisdropped
          and a.attname in ('person_id', 'number_cipher', 'subject_id', 'params')
      )
    )
    order by name`.execute(tx);
  return rows;
}

/** How many rows of each table the running program sees, in the session that this secret opens. */
async function seen(secret: string | undefined, tables: readonly Table[]): Promise<Record<string, number>> {
  return database.transaction('read', async (tx) => {
    if (secret !== undefined)
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
    const counts: Record<string, number> = {};
    for (const { name } of tables.filter(({ readable }) => readable)) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx);
      counts[name] = rows[0]?.n ?? -1;
    }
    return counts;
  });
}

const open = (tables: readonly Table[]) => tables.filter(({ readable, forced }) => readable && !forced).map(({ name }) => name);

describe('every table with data about persons', () => {
  test('has forced row-level security, also one that comes tomorrow', async () => {
    const tables = await database.asOwner(personTables);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'act',
        'assignment',
        'audit_event',
        'case_contact',
        'emergency_opening',
        'notice',
        'outbox',
        'person',
        'person_place',
        'person_share',
      ]),
    );
    expect(open(tables)).toEqual([]);
    const planted = await database.asOwner(async (tx) => {
      await sql`create table planted (id uuid primary key, contact uuid references case_contact)`.execute(tx);
      await sql`grant select on planted to overens_app`.execute(tx);
      const found = await personTables(tx);
      await sql`drop table planted`.execute(tx);
      return open(found);
    });
    expect(planted).toEqual(['planted']);
  });

  test('is empty for the running program without a session, with one that is none, and with what is kept of a secret', async () => {
    const tables = await database.asOwner(personTables);
    const [actor] = world.actors;
    const { rows } = await database.asOwner((tx) =>
      sql<{ hash: string }>`select encode(token_hash, 'hex') as hash from session where account_id = ${actor?.account ?? null}`.execute(tx),
    );
    for (const secret of [undefined, '', 'ab'.repeat(32), rows[0]?.hash]) {
      const counts = await seen(secret, tables);
      expect(Object.keys(counts).length).toBeGreaterThan(4);
      expect(Object.values(counts).filter((n) => n !== 0)).toEqual([]);
    }
  });

  test('is empty for roles that do not work with persons, whatever they are', async () => {
    const tables = await database.asOwner(personTables);
    const strangers = world.actors.filter(
      ({ actor }) =>
        actor.kind === 'staff' && actor.assignment && ![...CASE_ROLES, 'quality-manager', 'log-reviewer'].includes(actor.assignment.role),
    );
    expect(strangers.length).toBeGreaterThan(5);
    for (const { secret } of strangers) {
      const { protected_access: _, assignment: __, ...counts } = await seen(secret, tables);
      expect(Object.values(counts).filter((n) => n !== 0)).toEqual([]);
    }
  });
});

describe('accounts and sessions', () => {
  const within = <T>(secret: string | undefined, run: (tx: Tx) => Promise<T>) =>
    database.transaction('write', async (tx) => {
      if (secret !== undefined)
        await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
      return run(tx);
    });
  const accountsSeen = (secret?: string) =>
    within(secret, async (tx) => (await sql<{ id: string; kind: string }>`select id, kind from account`.execute(tx)).rows);
  const sessionsSeen = (secret?: string) =>
    within(secret, async (tx) => (await sql<{ account: string }>`select account_id as account from session`.execute(tx)).rows);

  test('are shut to the running program when nobody acts', async () => {
    for (const secret of [undefined, '', 'ab'.repeat(32)]) {
      expect(await accountsSeen(secret)).toEqual([]);
      expect(await sessionsSeen(secret)).toEqual([]);
    }
  });

  test('of others are never seen, but for colleagues of the same county; an individual is seen by nobody else', async () => {
    const seenByStaff: number[] = [];
    for (const { actor, account, secret } of world.actors) {
      const [accounts, sessions] = [await accountsSeen(secret), await sessionsSeen(secret)];
      if (actor.kind === 'public') {
        expect([...accounts, ...sessions]).toEqual([]);
        continue;
      }
      expect(accounts.filter(({ id, kind }) => kind === 'individual' && id !== account)).toEqual([]);
      expect(accounts.map(({ id }) => id)).toContain(account);
      expect(new Set(sessions.map((one) => one.account))).toEqual(new Set([account]));
      if (actor.kind === 'individual' || !actor.assignment) expect(accounts).toHaveLength(1);
      else seenByStaff.push(accounts.length);
    }
    expect(seenByStaff.length).toBeGreaterThan(10);
    expect(Math.min(...seenByStaff)).toBeGreaterThan(10);
  });

  test('are opened and shut by administrators alone, and logins on their way are read by nobody', async () => {
    const worker = world.actors.find(({ actor }) => actor.kind === 'staff' && CASE_ROLES.includes(actor.assignment?.role ?? ''));
    for (const secret of [undefined, worker?.secret]) {
      await expect(
        within(secret, (tx) =>
          sql`insert into account (id, kind, name, organisation_id, county_code, created_at)
            select gen_random_uuid(), 'staff', 'X', organisation_id, '06', now() from organisation_version limit 1`.execute(tx),
        ),
      ).rejects.toThrow(/row-level security/);
      const shut = await within(secret, (tx) => sql`update account set deactivated_at = now()`.execute(tx));
      expect(shut.numAffectedRows).toBe(0n);
      for (const statement of [
        sql`select 1 from login_attempt`,
        sql`insert into session (token_hash) values ('x')`,
        sql`update account set number_hash = null`,
        sql`update session set account_id = null`,
      ])
        await expect(within(secret, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('acts, what they tell, and assignments', () => {
  const within = <T>(secret: string | undefined, run: (tx: Tx) => Promise<T>) =>
    database.transaction('write', async (tx) => {
      if (secret !== undefined)
        await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
      return run(tx);
    });
  const act = (account: string | null, assignment: string | null = null, id: string = randomUUID()) =>
    sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
      values (${id}, now(), 'persons.protect', ${account}, ${assignment}, 'person', gen_random_uuid(), '2026-11-23', '{}')`;
  const telling = (of: string) => sql`insert into outbox (id, act_id, kind, receivers, params, created_at)
      values (gen_random_uuid(), ${of}, 'k', '{"accounts":[]}', '{}', now())`;
  const acting = (wanted: (role: string) => boolean) =>
    world.actors.flatMap((one) => {
      const assignment = one.actor.kind === 'staff' ? one.actor.assignment : undefined;
      return assignment && wanted(assignment.role) ? [{ ...one, assignment }] : [];
    });
  const counted = (secret: string | undefined, table: string) =>
    within(secret, async (tx) => (await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(tx)).rows.map(({ id }) => id));

  test('let an act be written only as who acts, and read by nobody else', async () => {
    const [one, other] = acting((role) => CASE_ROLES.includes(role));
    if (!one || !other) throw new Error('the world has too few who work with persons');
    const own = randomUUID();
    await within(one.secret, (tx) => act(one.account, one.assignment.id, own).execute(tx));
    expect(await counted(one.secret, 'act')).toEqual([own]);
    expect(await counted(other.secret, 'act')).toEqual([]);
    expect(await counted(undefined, 'act')).toEqual([]);
    const forged = [
      [undefined, act(one.account)],
      ['ab'.repeat(32), act(one.account)],
      ['ab'.repeat(32), act(null)],
      [one.secret, act(other.account)],
      [one.secret, act(one.account, other.assignment.id)],
      [one.secret, act(null)],
      [other.secret, telling(own)],
      [undefined, telling(own)],
    ] as const;
    for (const [secret, statement] of forged)
      await expect(within(secret, (tx) => statement.execute(tx))).rejects.toThrow(/row-level security/);
    // Nobody is nobody: only the program, when it says that it is, acts in its own name.
    await expect(within(undefined, (tx) => act(null).execute(tx))).rejects.toThrow(/row-level security/);
    await within(undefined, async (tx) => {
      await sql`select set_config('overens.program', 'test', true)`.execute(tx);
      await act(null).execute(tx);
    });
    await within(one.secret, (tx) => telling(own).execute(tx));
    expect(await counted(undefined, 'outbox')).toHaveLength(1);
    for (const statement of [
      sql`select act_id from outbox`,
      sql`select params from outbox`,
      sql`select receivers from outbox`,
      sql`update outbox set handled_at = now()`,
      sql`update act set content = '{}'`,
    ])
      await expect(within(one.secret, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
  });

  test('let assignments be given and ended by those who administer, where they do', async () => {
    const give = (account: string, organisation: string, county: string) =>
      sql`insert into assignment (id, account_id, role, organisation_id, county_code, valid, created_at)
        values (gen_random_uuid(), ${account}, 'log-reviewer', ${organisation}, ${county}, '[2031-01-01,)', now())`;
    const end = sql`update assignment set valid = daterange(lower(valid), lower(valid) + 1)`;
    const others = acting((role) => !['system-administrator', 'county-administrator'].includes(role));
    const [reviewed] = others;
    if (!reviewed) throw new Error('the world has nobody');
    const { organisation, county } = reviewed.assignment;
    for (const secret of [undefined, '', 'ab'.repeat(32), ...others.slice(0, 25).map((one) => one.secret)]) {
      await expect(within(secret, (tx) => give(reviewed.account, organisation.id, county).execute(tx))).rejects.toThrow(
        /row-level security/,
      );
      expect((await within(secret, (tx) => end.execute(tx))).numAffectedRows).toBe(0n);
    }
    const administrators = acting((role) => role === 'system-administrator');
    expect(administrators.length).toBeGreaterThan(0);
    for (const one of administrators) {
      const elsewhere = others.find(({ assignment }) => assignment.organisation.id !== one.assignment.organisation.id);
      const there = elsewhere?.assignment;
      await expect(
        within(one.secret, (tx) => give(one.account, there?.organisation.id ?? '', there?.county ?? '').execute(tx)),
      ).rejects.toThrow(/row-level security/);
    }
  });

  test('show assignments to colleagues of the same county, and to everyone their own', async () => {
    const all = await database.asOwner(
      async (tx) =>
        (
          await sql<{
            id: string;
            account: string;
            county: string;
          }>`select id, account_id as account, county_code as county from assignment`.execute(tx)
        ).rows,
    );
    for (const { actor, account, secret } of world.actors) {
      const county = actor.kind === 'staff' ? actor.assignment?.county : undefined;
      const expected = actor.kind === 'public' ? [] : all.filter((one) => one.account === account || one.county === county);
      expect((await counted(secret, 'assignment')).sort()).toEqual(expected.map(({ id }) => id).sort());
    }
  });
});
