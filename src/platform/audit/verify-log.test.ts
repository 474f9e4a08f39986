import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenCopy, givenLogins } from '../../../tests/given/database.ts';
import type { AuditEvent } from '../../domain/audit/event.ts';
import { migrationsFolder, openMigrated } from '../db/database.ts';
import type { Database } from '../db/index.ts';
import { readMigrations } from '../db/migration-files.ts';
import { createLog } from '../log/index.ts';
import { insertEvents } from './events.sql.ts';
import { givenEvent, givenKey } from './given-events.ts';
import { sealNext } from './seal.ts';
import { verifyLog } from './verify-log.ts';

const key = givenKey();
const BATCHES = [5, 1, 8, 3, 4];

let log: Awaited<ReturnType<typeof givenLogins>>;
let events: AuditEvent[] = [];

const open = async (logins: typeof log): Promise<Database> =>
  openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));

/** A log of 21 events under five checkpoints, in a database of its own, of which each test gets a copy. */
async function writeLog(): Promise<void> {
  log = await givenLogins();
  const database = await open(log);
  for (const size of BATCHES) {
    const batch = Array.from({ length: size }, () => givenEvent({ details: { total: events.length } }));
    await database.transaction('write', (tx) => insertEvents(tx, batch));
    const seal = () => database.transaction('write', (tx) => sealNext(tx, { key, now: Temporal.Now.instant(), most: 100 }));
    while ((await seal()) === 0);
    const order = await database.asOwner((tx) => sql<{ id: string }>`select event_id as id from audit_leaf order by position`.execute(tx));
    events = order.rows.map(({ id }) => [...events, ...batch].find((event) => event.id === id) as AuditEvent);
  }
  await database.close();
}

/** As somebody who owns the database, with every trigger and check out of the way; `$1` is the id of the event at position 10. */
async function tamper(statements: readonly string[]): Promise<Awaited<ReturnType<typeof verifyLog>>> {
  const database = await open(await givenCopy(log));
  try {
    await database.asOwner(async (tx) => {
      for (const table of ['audit_event', 'audit_leaf', 'audit_node', 'audit_checkpoint']) {
        await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
      }
      await sql`alter table audit_event drop constraint audit_event_id_holds_its_time`.execute(tx);
      for (const statement of statements) {
        await sql.raw(statement.replace(/\$(\d+)/g, (_, n: string) => `'${events[Number(n)]?.id}'`)).execute(tx);
      }
    });
    return await verifyLog(database, [key]);
  } finally {
    await database.close();
  }
}

let sound: Awaited<ReturnType<typeof verifyLog>>;
beforeAll(async () => {
  await writeLog();
  sound = await tamper([]);
});

const told = ({ faults }: Awaited<ReturnType<typeof verifyLog>>) =>
  faults.map(({ kind, from, to, events: named, checkpoint }) =>
    [kind, checkpoint === null ? '' : `@${checkpoint}`, from === null ? '' : from === to ? from : `${from}-${to}`]
      .concat(
        named.map((id) => (events.some((event) => event.id === id) ? `event ${events.findIndex((event) => event.id === id)}` : 'event ?')),
      )
      .filter((part) => part !== '')
      .join(' '),
  );

test('a log that nobody has touched is sound', () => {
  expect(sound).toEqual({ faults: [], count: 0, events: 21, checkpoints: 5, waiting: 0 });
});

const COLUMNS: readonly [string, string][] = [
  ['account_id', 'gen_random_uuid()'],
  ['actor_kind', "'public'"],
  ['assignment_id', 'null'],
  ['organisation_id', 'gen_random_uuid()'],
  ['unit_id', 'null'],
  ['owner_organisation_id', 'gen_random_uuid()'],
  ['person_id', 'gen_random_uuid()'],
  ['record_kind', "'plan'"],
  ['record_id', "'x'"],
  ['act', "'persons.write'"],
  ['purpose', "'care'"],
  ['share_id', 'gen_random_uuid()'],
  ['via', "'job'"],
  ['request_id', "'r-2'"],
  ['from_address', "'192.0.2.8'"],
  ['policy_version', "'b'"],
  ['details', `'{"total": 99}'`],
  ['at', "at - interval '1 hour'"],
  ['at', "at + interval '1 microsecond'"],
  ['leaf_hash', "sha256('x')"],
];

test.each(COLUMNS)('names the event whose %s was changed', async (column, value) => {
  const found = told(await tamper([`update audit_event set ${column} = ${value} where id = $10`]));
  expect(found).toContain('changed 10 event 10');
  expect(found.filter((fault) => !fault.endsWith('event 10'))).toEqual([]);
});

test('names an event whose time was changed to none at all', async () => {
  expect(told(await tamper(["update audit_event set at = 'infinity' where id = $10"]))).toContain('changed 10 event 10');
});

test('names an event whose outcome was changed to allowed', async () => {
  expect(told(await tamper(["update audit_event set outcome = 'refused', code = 'x' where id = $10"]))).toEqual(['changed 10 event 10']);
});

test('names an event that was changed together with the hash in its place', async () => {
  const both = [`update audit_event set act = 'x' where id = $10`, `update audit_leaf set leaf_hash = sha256('x') where event_id = $10`];
  expect(told(await tamper(both))).toEqual(['changed 10 event 10', 'leaf-changed 10 event 10']);
});

test.each([
  ['a removed event', ['delete from audit_event where id = $10'], ['removed 10 event 10']],
  ['a removed place', ['delete from audit_leaf where position = 10'], ['leaf-removed 10', 'inserted event 10']],
  [
    'an event removed with its place',
    ['delete from audit_event where id = $10', 'delete from audit_leaf where position = 10'],
    ['leaf-removed 10'],
  ],
  ['a changed place', ["update audit_leaf set leaf_hash = sha256('x') where position = 10"], ['leaf-changed 10 event 10']],
  [
    'events that changed places side by side',
    [
      'update audit_leaf set position = 999 where position = 10',
      'update audit_leaf set position = 10 where position = 11',
      'update audit_leaf set position = 11 where position = 999',
    ],
    ['reordered 10 event 11', 'reordered 11 event 10'],
  ],
  [
    'events that changed places far apart',
    [
      'update audit_leaf set position = 999 where position = 2',
      'update audit_leaf set position = 2 where position = 17',
      'update audit_leaf set position = 17 where position = 999',
    ],
    ['reordered 2 event 17', 'reordered 17 event 2'],
  ],
  ['a removed hash', ['delete from audit_node where level = 2 and index = 1'], ['node-removed 4-7']],
  ['a changed hash', ["update audit_node set hash = sha256('x') where level = 4"], ['node-changed 0-15', 'root @17 14-16']],
  ['a hash too many', ["insert into audit_node values (9, 9, sha256('x'))"], ['node-inserted @21']],
  ['a changed signature', ["update audit_checkpoint set signature = sha512('x') where size = 14"], ['signature @14']],
  ['a changed time of sealing', ["update audit_checkpoint set at = at - interval '1 minute' where size = 14"], ['signature @14']],
  ['a changed root', ["update audit_checkpoint set root = sha256('x') where size = 14"], ['root @14 6-13', 'signature @14']],
  ['a checkpoint by another key', ["update audit_checkpoint set key_id = '00' where size = 14"], ['unknown-key @14']],
  ['a removed checkpoint', ['delete from audit_checkpoint where size = 14'], ['checkpoint-removed @17 14-16']],
  ['a removed last checkpoint', ['delete from audit_checkpoint where size = 21'], ['unsigned 17-20', 'node-inserted @17']],
  [
    'an event written in afterwards among those that are sealed',
    [
      `insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('id', 'ffffffff-0000-7000-8000-000000000000'))).* from audit_event e where id = $10`,
    ],
    ['inserted event ?'],
  ],
  [
    'an event that claims a transaction yet to come, so that it is never sealed',
    [
      `insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('id', 'ffffffff-0000-7000-8000-000000000000', 'xid', '999999999'))).* from audit_event e where id = $10`,
    ],
    ['inserted event ?'],
  ],
])('names %s', async (_, statements, faults) => {
  expect(told(await tamper(statements)).sort()).toEqual([...faults].sort());
});

test('narrows a forgery that was carried through every hash to the events of one checkpoint', async () => {
  const forged = [
    `alter table audit_checkpoint drop constraint audit_checkpoint_root_check`,
    `update audit_event set act = 'x', leaf_hash = sha256('x') where id = $10`,
    `update audit_leaf set leaf_hash = sha256('x') where position = 10`,
    `delete from audit_node`,
  ];
  expect(told(await tamper(forged))).toContain('root @14 6-13');
});
