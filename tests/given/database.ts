import { inject } from 'vitest';
import type { Logins } from '../../src/platform/db/connect.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createDatabase, dropDatabase, loginsOf } from './server.ts';

/** What has been given to the test file that runs. Files share a process, one after another. */
let names: string[] = [];
let opened: Database[] = [];
let shared: Promise<Database> | undefined;
const withDemo = new WeakSet<Database>();
const loginsBy = new WeakMap<Database, Logins>();
const nameBy = new WeakMap<Logins, string>();

/** Takes back everything that was given to a test file: `each-file.ts` does it after each. */
export async function takeBackGiven(): Promise<void> {
  const [databases, created] = [opened, names];
  opened = [];
  names = [];
  shared = undefined;
  for (const database of databases) await database.close();
  for (const name of created) await dropDatabase(inject('testServer'), name);
}

/**
 * The database of this test file: migrated, filled, and its own. Every call in the file answers the same one. `demo`: with the fictional register in it
 * from the start, if this is the first call.
 */
export function givenDatabase({ demo = false }: { demo?: boolean } = {}): Promise<Database> {
  shared ??= open(demo);
  return shared;
}

/** Was the fictional register in the database when it was given? */
export function cameWithDemo(database: Database): boolean {
  return withDemo.has(database);
}

/** How another process connects to a database that was given, as a child can read it: without what only this process can use. */
export function givenLoginsOf(database: Database): Logins {
  const logins = loginsBy.get(database);
  if (!logins) throw new Error('this database was not given');
  const plain = ({ client: { types: _, ...client }, ...login }: Logins['app']) => ({ ...login, client });
  return { owner: plain(logins.owner), app: plain(logins.app), writes: plain(logins.writes), jobs: plain(logins.jobs) };
}

/** How to connect to a further copy of the filled database, as its owner or as the app. */
export async function givenLogins(): Promise<Logins> {
  return create(inject('templateDatabase'));
}

/** How to connect to a database with nothing in it. */
export async function givenEmptyDatabase(): Promise<Logins> {
  return create('template0');
}

/** How to connect to a copy of a database that was given by its logins, and that nobody is connected to any more. */
export async function givenCopy(of: Logins): Promise<Logins> {
  const name = nameBy.get(of);
  if (name === undefined) throw new Error('this database was not given');
  return create(name);
}

async function create(template: string): Promise<Logins> {
  const name = await createDatabase(inject('testServer'), template);
  names.push(name);
  const logins = loginsOf(inject('testServer'), name);
  nameBy.set(logins, name);
  return logins;
}

async function open(demo: boolean): Promise<Database> {
  const logins = await create(inject(demo ? 'demoDatabase' : 'templateDatabase'));
  const database = await openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));
  opened.push(database);
  loginsBy.set(database, logins);
  if (demo) withDemo.add(database);
  return database;
}
