import { afterAll, inject } from 'vitest';
import type { Logins } from '../../src/platform/db/connect.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createDatabase, dropDatabase, loginsOf } from './server.ts';

const names: string[] = [];
const opened: Database[] = [];
let shared: Promise<Database> | undefined;

// Registered when a test file imports this: everything given to the file is taken back after it.
afterAll(async () => {
  for (const database of opened) await database.close();
  for (const name of names) await dropDatabase(inject('testServer'), name);
});

/** The database of this test file: migrated, filled, and its own. Every call in the file answers the same one. */
export function givenDatabase(): Promise<Database> {
  shared ??= givenLogins().then(openGiven);
  return shared;
}

/** How to connect to a further copy of the filled database, as its owner or as the app. */
export async function givenLogins(): Promise<Logins> {
  return create(inject('templateDatabase'));
}

/** How to connect to a database with nothing in it. */
export async function givenEmptyDatabase(): Promise<Logins> {
  return create('template0');
}

async function create(template: string): Promise<Logins> {
  const name = await createDatabase(inject('testServer'), template);
  names.push(name);
  return loginsOf(inject('testServer'), name);
}

async function openGiven(logins: Logins): Promise<Database> {
  const database = await openMigrated(logins, await readMigrations(migrationsFolder), createLog('silent'));
  opened.push(database);
  return database;
}
