import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../src/platform/config/index.ts';
import { connect, embeddedLogins, externalLogins, type Logins } from '../../src/platform/db/connect.ts';
import { takeLock } from '../../src/platform/db/embedded/folder-lock.ts';
import { startEmbedded } from '../../src/platform/db/embedded/index.ts';
import { clearLeftovers } from '../../src/platform/db/embedded/postmaster.ts';
import { createLog } from '../../src/platform/log/index.ts';

/** How a test process reaches the server: plain data, so that it can be handed from Vitest's main process to its workers. */
export type TestServer = { readonly kind: 'embedded'; readonly socketFolder: string } | { readonly kind: 'external'; readonly url: string };

const PREFIX = 'overens-test-';

/**
 * The server that tests run on: the one in DATABASE_URL, whose user must be allowed to create databases, or an embedded one in a temporary folder.
 * What an earlier, killed run left behind is removed first.
 */
export async function startTestServer(): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { server: { kind: 'external', url }, stop: async () => undefined };
  await sweep();
  const folder = await mkdtemp(join(await temporaryGround(), PREFIX));
  // When root runs the tests, another user runs the server and must pass through.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded({ folder, lasting: false, log: createLog('silent') });
  const stop = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { server: { kind: 'embedded', socketFolder: embedded.socketFolder }, stop };
}

/** The logins of one database on the test server. */
export function loginsOf(server: TestServer, database: string): Logins {
  if (server.kind === 'embedded') return embeddedLogins(server.socketFolder, database);
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return externalLogins({ kind: 'external', url: new Secret(url.href), ownerUrl: undefined });
}

/** Creates a database, empty or as a copy, and answers its name. Copying needs that nobody is connected to the original. */
export async function createDatabase(server: TestServer, template = 'template0'): Promise<string> {
  const name = `overens_test_${randomBytes(6).toString('hex')}`;
  // Our own server copies the files as they lie, which is half the work: what it writes need not last.
  const how = server.kind === 'embedded' ? ' strategy file_copy' : '';
  await administer(server, `create database ${name} template ${template}${how}`);
  return name;
}

/** Drops a database, whoever is still connected to it. */
export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await administer(server, `drop database if exists ${name} with (force)`);
}

async function administer(server: TestServer, sql: string): Promise<void> {
  const maintenance = server.kind === 'embedded' ? 'postgres' : new URL(server.url).pathname.slice(1);
  const client = await connect(loginsOf(server, maintenance).owner);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Where databases of tests lie: in memory, where the system lends it as a folder and has plenty: a database is copied there in 10 ms instead of 200. */
export async function temporaryGround(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  return memory && memory.bavail * memory.bsize > 1_000_000_000 ? '/dev/shm' : tmpdir();
}

/** Removes the folders of runs that were killed: nobody holds their lock any more. A folder younger than a minute may be about to be locked. */
async function sweep(): Promise<void> {
  const root = await temporaryGround();
  for (const name of (await readdir(root)).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(root, name);
    const found = await stat(folder).catch(() => undefined);
    if (!found || found.uid !== process.getuid?.() || Date.now() - found.mtimeMs < 60_000) continue;
    const lock = takeLock(join(folder, 'pg.lock'));
    if (!lock) continue;
    await clearLeftovers(join(folder, 'pg'), '').catch(() => undefined);
    lock.release();
    await rm(folder, { recursive: true, force: true });
  }
}
