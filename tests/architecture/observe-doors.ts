import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import { type Permission, policies } from '../../src/domain/access/permissions.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer } from '../given/server.ts';
import { fillTemplate } from '../given/template.ts';
import { type Visit, visits } from './door-visits.ts';
import { root } from './project-files.ts';

/** One door: the permissions it was seen to ask for, how it answered, and whether it opened a transaction that no policy was asked about. */
export type Door = {
  readonly name: string;
  readonly asks: readonly Permission[];
  readonly statuses: readonly number[];
  readonly unasked: boolean;
};

/** The application, all its doors in place. Only those that are knocked on need the database. */
export function givenDoors(database?: Database): Promise<Hono<AppEnv>> {
  const clock = { today: () => Temporal.PlainDate.from('2026-11-22'), now: () => Temporal.Instant.from('2026-11-22T11:00:00Z') };
  return createApp({
    runtime: { database: database as Database, clock },
    log: createLog('silent'),
    demo: false,
    https: false,
    ratePerMinute: 0,
    assets: join(root, 'src', 'ui', 'layout'),
    callerOf: () => 'architecture',
  });
}

/** `METHOD address` of every door; middleware, which stands before all of them, is none. */
export function doorNames(app: Hono<AppEnv>): string[] {
  const doors = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  return [...new Set(doors)];
}

/** Knocks on every door that has a visit, on a database of its own with the shipped data, and notes which policies were asked. */
export async function observeDoors(): Promise<Door[]> {
  const { server, stop } = await startTestServer();
  try {
    const name = await createDatabase(server);
    const database = await openMigrated(loginsOf(server, name), await readMigrations(migrationsFolder), createLog('silent'));
    try {
      await fillTemplate(database);
      return await knock(database);
    } finally {
      await database.close();
      await dropDatabase(server, name);
    }
  } finally {
    await stop();
  }
}

async function knock(database: Database): Promise<Door[]> {
  let asked: Permission[] = [];
  let transactions = 0;
  const counting: Database = {
    ...database,
    transaction: (mode, run) => {
      transactions += 1;
      return database.transaction(mode, run);
    },
  };
  const app = await givenDoors(counting);
  const listening = listenToPolicies((permission) => asked.push(permission));
  try {
    const doors: Door[] = [];
    for (const name of doorNames(app)) {
      asked = [];
      transactions = 0;
      const statuses: number[] = [];
      for (const visit of visits[name] ?? []) statuses.push((await app.request(requestOf(name, visit))).status);
      doors.push({ name, asks: [...new Set(asked)].sort(), statuses, unasked: transactions > asked.length });
    }
    return doors;
  } finally {
    listening.end();
  }
}

/** From now on tells which permission is asked for, each time; the answers are the policies' own. */
function listenToPolicies(tell: (permission: Permission) => void): { end(): void } {
  const table = policies as Record<Permission, (typeof policies)[Permission]>;
  const own = { ...table };
  for (const permission of Object.keys(own) as Permission[]) {
    table[permission] = (actor) => {
      tell(permission);
      return own[permission](actor);
    };
  }
  return { end: () => void Object.assign(table, own) };
}

function requestOf(name: string, { path, json, form }: Visit): Request {
  const [method = 'GET'] = name.split(' ');
  const url = `http://localhost${path}`;
  if (json !== undefined) {
    return new Request(url, { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });
  }
  if (form) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' };
    return new Request(url, { method, body: new URLSearchParams(form).toString(), headers });
  }
  return new Request(url, { method });
}
