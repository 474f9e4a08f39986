import { appendFile, copyFile, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../../tests/given/app.ts';
import { givenEmptyDatabase, givenLogins } from '../../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../../tests/given/logged-in.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { insertEvents } from '../../audit/events.sql.ts';
import { givenEvent, givenKey } from '../../audit/given-events.ts';
import { verifyLog } from '../../audit/index.ts';
import { sealNext } from '../../audit/seal.ts';
import { Secret } from '../../config/index.ts';
import { createLog } from '../../log/index.ts';
import { backupKeys, createKeyRing, newKey } from '../../secrets/index.ts';
import { connect, type Logins } from '../connect.ts';
import { migrationsFolder, openMigrated } from '../database.ts';
import type { Database } from '../index.ts';
import { type Migration, readMigrations } from '../migration-files.ts';
import { backUp as backUpWith, type Manifest, restore as restoreWith } from './index.ts';
import { openTable } from './manifest.ts';
import { blindTables, readShape } from './tables.ts';

const key = givenKey();
const keys = backupKeys(new Secret(newKey()));
const backUp = (owner: Logins['owner'], folder: string) => backUpWith(owner, folder, keys);
const restore = (given: Logins, folder: string, own: readonly Migration[]) => restoreWith(given, folder, own, keys);
const sealAll = (database: Database) =>
  database.transaction('write', (tx) => sealNext(tx, { key, now: Temporal.Now.instant(), most: 1_000 }));

let ground: string;
let logins: Logins;
let database: Database;
let migrations: Migration[];
let manifest: Manifest;
let copy: string;
const opened: Database[] = [];
const open = async (given: Logins) => {
  const made = await openMigrated(given, migrations, createLog('silent'));
  opened.push(made);
  return made;
};

beforeAll(async () => {
  ground = await mkdtemp(join(tmpdir(), 'overens-backup-'));
  copy = join(ground, 'copy');
  migrations = await readMigrations(migrationsFolder);
  logins = await givenLogins();
  database = await open(logins);
  await givenLogin(database, givenClock());
  await database.transaction('write', (tx) =>
    insertEvents(
      tx,
      Array.from({ length: 40 }, () => givenEvent()),
    ),
  );
  await database.transaction('write', (tx) => insertEvents(tx, [givenEvent({ at: '2019-05-05T10:00:00Z' })]));
  await sealAll(database);
  await database.transaction('write', (tx) => insertEvents(tx, [givenEvent(), givenEvent()]));
  await database.asOwner((tx) => sql`select audit_ensure_partitions('2033-02-01', '2033-02-01')`.execute(tx));
  const written = await backUp(logins.owner, copy);
  if (isRefusal(written)) throw new Error(written.code);
  manifest = written;
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await rm(ground, { recursive: true, force: true });
});

const isEmptyStill = async (given: Logins) => {
  const client = await connect(given.owner);
  try {
    return (await readShape(client)).tables.length === 0;
  } finally {
    await client.end();
  }
};

describe('a backup', () => {
  test('holds every table of the database, with its rows counted', async () => {
    const names = manifest.tables.map(({ name }) => name);
    expect(names).toContain('public.agreement');
    expect(names).toContain('job.queue');
    expect(names).not.toContain('public.audit_event_default');
    for (const { name, rows } of manifest.tables) {
      const counted = await database.asOwner((tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(tx));
      expect([name, rows]).toEqual([name, counted.rows[0]?.n]);
    }
  });

  test('can be read by its owner alone', async () => {
    for (const file of await readdir(copy)) expect([file, (await stat(join(copy, file))).mode & 0o777]).toEqual([file, 0o600]);
    expect((await stat(copy)).mode & 0o777).toBe(0o700);
  });

  test('is refused in a folder where something is, which stays as it was', async () => {
    const folder = await mkdtemp(join(ground, 'used-'));
    await writeFile(join(folder, 'mine.txt'), 'x');
    expect(await backUp(logins.owner, folder)).toMatchObject({ refused: true, code: 'folder-in-use' });
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });

  test('sees every row of every table, also behind forced row-level security', async () => {
    const client = await connect(logins.owner);
    try {
      expect(await blindTables(client)).toEqual([]);
    } finally {
      await client.end();
    }
  });

  test('is refused, and nothing left of it, when rows are hidden from the one who makes it', async () => {
    const own = await givenLogins();
    const client = await connect(own.owner);
    await client.query(
      'create table hidden (id int); alter table hidden enable row level security; alter table hidden force row level security',
    );
    await client.end();
    const folder = join(ground, 'hidden');
    expect(await backUp(own.owner, folder)).toMatchObject({ code: 'tables-hidden', params: { tables: ['public.hidden'] } });
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  test('is of one moment: what is written meanwhile is in all of it or in none', async () => {
    const folder = join(ground, 'moment');
    const [written] = await Promise.all([
      backUp(logins.owner, folder),
      ...Array.from({ length: 20 }, () =>
        database.transaction('write', (tx) => insertEvents(tx, [givenEvent()])).then(() => sealAll(database)),
      ),
    ]);
    if (isRefusal(written)) throw new Error(written.code);
    const fresh = await givenEmptyDatabase();
    expect(await restore(fresh, folder, migrations)).toEqual(written);
    expect((await verifyLog(await open(fresh), [key])).faults).toEqual([]);
  });
});

describe('a restore', () => {
  let back: Database;
  beforeAll(async () => {
    const fresh = await givenEmptyDatabase();
    expect(await restore(fresh, copy, migrations)).toEqual(manifest);
    back = await open(fresh);
  });

  test('gives a database whose own backup is the same, row by row', async () => {
    const fresh = await givenEmptyDatabase();
    await restore(fresh, copy, migrations);
    const again = await backUp(fresh.owner, join(ground, 'again'));
    if (isRefusal(again)) throw new Error(again.code);
    const sums = ({ tables }: Manifest) => Object.fromEntries(tables.map(({ name, rows, sha256 }) => [name, { rows, sha256 }]));
    // The one column that belongs to a server and not to the data: which of its transactions wrote an event that is not sealed yet.
    const { 'public.audit_event': before, ...others } = sums(manifest);
    const { 'public.audit_event': after, ...othersAgain } = sums(again);
    expect(othersAgain).toEqual(others);
    expect(after?.rows).toBe(before?.rows);
  });

  test('gives a log that is whole, in which what waited is sealed as before', async () => {
    expect(await verifyLog(back, [key])).toMatchObject({ faults: [], events: 41, waiting: 2 });
    await sealAll(back);
    expect(await verifyLog(back, [key])).toMatchObject({ faults: [], events: 43, waiting: 0 });
  });

  test('puts up the walls again: references, triggers, row-level security and grants', async () => {
    await expect(back.asOwner((tx) => sql`delete from audit_event`.execute(tx))).rejects.toThrow(/only added to/);
    await expect(back.asOwner((tx) => sql`truncate audit_event_2033_02`.execute(tx))).rejects.toThrow(/only added to/);
    await expect(back.transaction('write', (tx) => sql`delete from audit_event`.execute(tx))).rejects.toThrow(/permission denied/);
    await expect(
      back.asOwner((tx) =>
        sql`update session set account_id = gen_random_uuid()`.execute(tx).then(() => sql`delete from account`.execute(tx)),
      ),
    ).rejects.toThrow(/violates foreign key/);
    const walls = (of: Database) =>
      of.asOwner((tx) =>
        sql<{ wall: string }>`
          select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) as wall from pg_constraint
            where connamespace::regnamespace::text in ('public', 'job')
          union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
          union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') from pg_class
            where relnamespace::regnamespace::text in ('public', 'job') and relkind in ('r', 'p')
          order by wall`.execute(tx),
      );
    expect((await walls(back)).rows).toEqual((await walls(database)).rows);
  });

  test('gives back what was encrypted, readable with the same keys and with no others', async () => {
    const own = await givenLogins();
    const source = await open(own);
    const sealed = givenKeyRing().encrypt('Vega Provlund', 'person:1');
    await source.asOwner((tx) =>
      sql`insert into account (id, kind, name, number_hash, created_at) values (gen_random_uuid(), 'individual', '–', ${sealed}, now())`.execute(
        tx,
      ),
    );
    const folder = join(ground, 'sealed');
    await backUp(own.owner, folder);
    const fresh = await givenEmptyDatabase();
    await restore(fresh, folder, migrations);
    const { rows } = await (await open(fresh)).asOwner((tx) =>
      sql<{ value: Buffer }>`select number_hash as value from account`.execute(tx),
    );
    const other = createKeyRing({ keys: [{ id: 'k1', key: new Secret(newKey()) }], hashKey: new Secret(newKey()) });
    expect(rows.map(({ value }) => givenKeyRing().decrypt(value, 'person:1'))).toEqual(['Vega Provlund']);
    expect(() => other.decrypt(rows[0]?.value ?? Buffer.alloc(0), 'person:1')).toThrow('secret-not-authentic');
  });

  test.each<[string, string, (folder: string) => Promise<void>]>([
    ['a table that is changed by one byte', 'backup-damaged', (folder) => appendFile(join(folder, '0003.copy'), 'x')],
    ['a table that is gone', 'backup-damaged', (folder) => rm(join(folder, '0001.copy'))],
    ['a table that is cut short', 'backup-damaged', (folder) => truncate(join(folder, '0001.copy'), 40)],
    ['a table in the place of another', 'backup-damaged', (folder) => copyFile(join(folder, '0002.copy'), join(folder, '0001.copy'))],
    ['a table of another backup', 'backup-damaged', (folder) => copyFile(join(copy, '0001.copy'), join(folder, '0001.copy'))],
    [
      'the manifest of another backup',
      'backup-damaged',
      (folder) => copyFile(join(copy, 'manifest.sealed'), join(folder, 'manifest.sealed')),
    ],
    ['a manifest that is changed', 'backup-damaged', (folder) => appendFile(join(folder, 'manifest.sealed'), ' ')],
    ['no signature', 'backup-damaged', (folder) => rm(join(folder, 'manifest.signature'))],
    ['no manifest', 'backup-missing', (folder) => rm(join(folder, 'manifest.sealed'))],
  ])('refuses %s, and leaves the database empty', async (_, code, spoil) => {
    const folder = join(ground, `spoilt-${Math.random()}`);
    await backUp(logins.owner, folder);
    await spoil(folder);
    const fresh = await givenEmptyDatabase();
    expect(await restore(fresh, folder, migrations)).toMatchObject({ refused: true, code });
    expect(await isEmptyStill(fresh)).toBe(true);
  });

  test.each<[string, (own: readonly Migration[]) => Migration[]]>([
    ['fewer migrations', (own) => own.slice(0, -1)],
    ['a migration that reads otherwise', (own) => own.map((one, i) => (i === 2 ? { ...one, checksum: '0'.repeat(64) } : one))],
  ])('refuses a backup when the program has %s, and leaves the database empty', async (_, change) => {
    const fresh = await givenEmptyDatabase();
    expect(await restore(fresh, copy, change(migrations))).toMatchObject({ code: 'other-migrations' });
    expect(await isEmptyStill(fresh)).toBe(true);
  });

  test('refuses a database that holds anything, and changes nothing in it', async () => {
    const used = await givenLogins();
    const before = await backUp(used.owner, join(ground, 'before'));
    expect(await restore(used, copy, migrations)).toMatchObject({ code: 'database-not-empty' });
    const after = await backUp(used.owner, join(ground, 'after'));
    expect((after as Manifest).tables).toEqual((before as Manifest).tables);
  });

  test('takes everything back when it cannot be finished: rows that break a reference', async () => {
    const own = await givenLogins();
    const client = await connect(own.owner);
    await client.query('alter table session drop constraint session_account_id_fkey');
    await client.query(`insert into session (token_hash, id, account_id, assurance, authenticated_at, created_at, last_seen_at, expires_at)
      values ('\\x01', gen_random_uuid(), gen_random_uuid(), 'loa3', now(), now(), now(), now())`);
    await client.end();
    const folder = join(ground, 'broken');
    await backUp(own.owner, folder);
    const fresh = await givenEmptyDatabase();
    await expect(restore(fresh, folder, migrations)).rejects.toThrow(/session_account_id_fkey/);
    expect(await isEmptyStill(fresh)).toBe(true);
  });
});

test('the text of a backup, opened, is the text of PostgreSQL itself, which its own tools can load', async () => {
  const { file, columns } = manifest.tables.find(({ name }) => name === 'public.schema_migration') ?? { file: '', columns: [] };
  const pieces: Buffer[] = [];
  for await (const piece of openTable(copy, file, manifest, keys)) pieces.push(piece);
  const lines = Buffer.concat(pieces).toString('utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(migrations.length);
  expect(lines[0]?.split('\t')).toHaveLength(columns.length);
});
