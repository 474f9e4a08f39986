import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import { grants, type Permission } from '../../src/domain/access/permissions.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import type { LoginSetup } from '../../src/platform/identity/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { givenKeyRing, givenLoggedIn, givenLogin, TEST_ORIGIN } from '../given/logged-in.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer } from '../given/server.ts';
import { fillTemplate } from '../given/template.ts';
import { visits } from './door-visits.ts';
import { root } from './project-files.ts';
import type { Visit } from './visit.ts';

/** One door: the permissions it was seen to ask for, how it answered, and whether it opened a transaction that no policy was asked about. */
export type Door = {
  readonly name: string;
  readonly asks: readonly Permission[];
  /** Of those, what it asks for on behalf of someone who has not logged in. */
  readonly publicAsks: readonly Permission[];
  /** How it answered the visits that it should answer fully, and those that are refused (`no`: below 500). */
  readonly answers: readonly { readonly status: number; readonly refused: boolean }[];
  readonly unasked: boolean;
};

const clock = { today: () => Temporal.PlainDate.from('2026-11-22'), now: () => Temporal.Instant.from('2026-11-22T11:00:00Z') };

/** The application, all its doors in place but those of demo mode, unless it is given with a way to log in. Only knocking needs the database. */
export function givenDoors(database?: Database, login?: LoginSetup): Promise<Hono<AppEnv>> {
  return createApp({
    login,
    runtime: { database: database as Database, clock, keys: givenKeyRing() },
    log: createLog('silent'),
    demo: false,
    https: false,
    ratePerMinute: 0,
    pagesPerMinute: 0,
    assets: join(root, 'src', 'ui', 'layout'),
    callerOf: () => '192.0.2.1',
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
    transaction: (mode, run, acting) => {
      transactions += 1;
      return database.transaction(mode, run, acting);
    },
  };
  const names = doorNames(await givenDoors());
  const app = await givenDoors(counting, await givenLogin(database, clock));
  const sessions = new Map<string, string>();
  for (const account of new Set(names.flatMap((name) => (visits[name] ?? []).flatMap(({ as }) => as ?? [])))) {
    sessions.set(account, await givenLoggedIn(app, account));
  }
  const listening = listenToPolicies((permission) => asked.push(permission));
  try {
    const doors: Door[] = [];
    for (const name of names) {
      const asks = new Set<Permission>();
      const publicAsks = new Set<Permission>();
      const answers: { status: number; refused: boolean }[] = [];
      let unasked = false;
      for (const visit of visits[name] ?? []) {
        const request = await requestOf(app, name, visit, visit.as === undefined ? visit.cookie : sessions.get(visit.as));
        asked = [];
        transactions = 0;
        answers.push({ status: (await app.request(request)).status, refused: visit.refused === true });
        unasked ||= transactions > asked.length;
        for (const permission of asked) asks.add(permission);
        if (visit.as === undefined) for (const permission of asked) publicAsks.add(permission);
      }
      doors.push({ name, asks: [...asks].sort(), publicAsks: [...publicAsks].sort(), answers, unasked });
    }
    return doors;
  } finally {
    listening.end();
  }
}

/** From now on tells which permission is asked for, each time; the grants stay what they are. */
function listenToPolicies(tell: (permission: Permission) => void): { end(): void } {
  const own = { ...grants };
  for (const permission of Object.keys(own) as Permission[]) {
    const get = () => {
      tell(permission);
      return own[permission];
    };
    Object.defineProperty(grants, permission, { get, configurable: true, enumerable: true });
  }
  const end = () => {
    for (const permission of Object.keys(own) as Permission[]) {
      Object.defineProperty(grants, permission, { value: own[permission], configurable: true, enumerable: true, writable: true });
    }
  };
  return { end };
}

async function requestOf(app: Hono<AppEnv>, name: string, visit: Visit, cookie = ''): Promise<Request> {
  const [method = 'GET'] = name.split(' ');
  const { json, form } = visit;
  const page = async (path: string) => (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
  const linked = visit.follow ? /href="([^"]+)"/g : undefined;
  const links = linked ? [...(await page(visit.path)).matchAll(linked)].map(([, href = '']) => href) : [];
  const path = links.find((href) => href.startsWith(visit.follow ?? '')) ?? visit.path;
  const url = `${TEST_ORIGIN}${path}`;
  if (json !== undefined) {
    return new Request(url, { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json', cookie } });
  }
  if (visit.upload) {
    const body = new FormData();
    body.set(visit.upload.field, new File([visit.upload.content], 'fil'));
    return new Request(url, { method, body, headers: { origin: TEST_ORIGIN, cookie } });
  }
  if (!form) return new Request(url, { method, headers: { cookie } });
  const fields = new URLSearchParams();
  const own = visit.as ? [...(await page(path)).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)] : [];
  for (const [, field = '', value = ''] of own) if (!(field in form)) fields.append(field, value);
  for (const [field, value] of Object.entries(form)) for (const one of [value].flat()) fields.append(field, one);
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: TEST_ORIGIN, cookie };
  return new Request(url, { method, body: fields.toString(), headers });
}
