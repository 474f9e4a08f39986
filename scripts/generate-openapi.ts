/**
 * Writes docs/openapi.json from the schemas that check requests and build answers, and src/features/api-docs/examples.json: what the
 * API answers to the examples of its own document, on the shipped data and on one day, with long lists cut short. Of the same code they are the same each
 * time: ids are made in order instead of by chance, and shown by the order in which they are met.
 * Run as `node --import ./scripts/tsx-hooks.mjs scripts/generate-openapi.ts`. A test fails when the files are stale.
 */
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { API_BASE, apiDocumentWith } from '../src/api.ts';
import { createApp } from '../src/app.tsx';
import { isRefusal } from '../src/domain/refusal.ts';
import { bodyOf, exampleAddress } from '../src/features/api-docs/index.ts';
import { listCounties, loadFolders, readDataFolders } from '../src/features/counties/load.ts';
import { seedDemo } from '../src/features/demo/index.ts';
import { projectRoot } from '../src/platform/config/index.ts';
import { migrationsFolder, openMigrated } from '../src/platform/db/database.ts';
import type { Database } from '../src/platform/db/index.ts';
import { readMigrations } from '../src/platform/db/migration-files.ts';
import { newId, operationsOf } from '../src/platform/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { numberHasher } from '../src/platform/secrets/index.ts';
import { afterLoad } from '../src/prepare-data.ts';
import { cookieFor, givenLogins } from '../tests/fuzz/sessions.ts';
import { givenKeyRing, givenLogin } from '../tests/given/logged-in.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer } from '../tests/given/server.ts';

const DAY = Temporal.PlainDate.from('2026-11-22');
const LONGEST_LISTS = [2, 2, 1];
const log = createLog('silent');

let drawn = 0;
const inOrder = (size: number, done?: (error: Error | null, bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(size);
  const room = Math.min(size, 6);
  drawn += 1;
  bytes.writeUIntBE(drawn % 256 ** room, size - room, room);
  if (done) process.nextTick(done, null, bytes);
  return bytes;
};
Object.assign(crypto, { randomBytes: inOrder });
syncBuiltinESMExports();

const { server, stop } = await startTestServer();
try {
  const name = await createDatabase(server);
  const database = await openMigrated(loginsOf(server, name), await readMigrations(migrationsFolder), log);
  const examples = await record(database);
  await database.close();
  await dropDatabase(server, name);
  await write(join(projectRoot, 'src', 'features', 'api-docs', 'examples.json'), examples);
  await write(join(projectRoot, 'docs', 'openapi.json'), apiDocumentWith(examples));
} finally {
  await stop();
}

async function record(database: Database): Promise<Record<string, unknown>> {
  const folders = await readDataFolders(join(projectRoot, 'counties'));
  if (isRefusal(folders)) throw new Error('the data folders have faults: overens county check');
  await database.asOwner((tx) => loadFolders(tx, folders, afterLoad));
  const now = DAY.toZonedDateTime('Europe/Stockholm').toInstant();
  const keys = givenKeyRing();
  const numberHash = numberHasher(keys, () => DAY);
  await database.asOwner(async (tx) => seedDemo(tx, { counties: await listCounties(tx), now, numberHash, keys }));
  const clock = { today: () => DAY, now: () => now };
  const options = {
    runtime: { database, clock, keys },
    login: await givenLogin(database, clock),
    log,
    demo: false,
    https: false,
    ratePerMinute: 0,
    pagesPerMinute: 0,
    assets: undefined,
    callerOf: () => '',
  };
  const app = await createApp(options);
  const logins = await givenLogins(app);
  const document = apiDocumentWith({});
  const answers: Record<string, unknown> = {};
  for (const found of operationsOf(document)) {
    const body = bodyOf(document, found)?.example;
    const headers = { ...cookieFor(logins, found), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const address = exampleAddress(document, found);
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(address, { method: found.method.toUpperCase(), headers, ...sent });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${found.method} ${address} answers ${answer.status}: ${text}`);
    answers[found.operation.operationId ?? ''] = shortened(JSON.parse(text));
  }
  return withCalmIds(answers, now);
}

/** The same with each id that was made at the moment as the first, the second … of that moment that is met. */
function withCalmIds<T>(answers: T, now: Temporal.Instant): T {
  const made = newId(now).slice(0, 15);
  const met = new Map<string, string>();
  const calm = (id: string) => {
    if (!met.has(id)) met.set(id, `${made}000-8000-${String(met.size + 1).padStart(12, '0')}`);
    return met.get(id) ?? id;
  };
  return JSON.parse(JSON.stringify(answers).replaceAll(new RegExp(`${made}[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`, 'g'), calm)) as T;
}

/** The same with fewer values in each list, the fewer the deeper it lies. */
function shortened(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.slice(0, LONGEST_LISTS[depth] ?? 1).map((inner) => shortened(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner, depth)]));
}

/** Two spaces, then laid out as the formatter wants it where the formatter looks. */
async function write(file: string, content: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  spawnSync(join(projectRoot, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { cwd: projectRoot });
  process.stdout.write(`wrote ${file} (${API_BASE})\n`);
}
