import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startFault } from '../../start-fault.ts';
import { diskFault } from './data-folder.ts';
import type { Placement } from './placement.ts';
import { MAJOR_VERSION } from './program.ts';

/** Names inside the database server. The superuser can only be reached in single-user mode, by the one who may read the files. */
export const EMBEDDED = { superuser: 'overens_superuser', owner: 'overens_owner', app: 'overens_app', database: 'overens' } as const;

/** What PostgreSQL's processes may see of our environment: nothing but where programs are. */
export const serverEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the database, unless it is already there: initdb, the two roles and the empty database, all in a folder that only
 * gets its right name when everything is done, so that an interrupted first start leaves nothing half-made.
 * `lasting` false skips flushing to disk, for tests. Throws `embedded-not-created`, `disk-full` or `data-folder-other-version`.
 */
export async function createCluster(place: Placement, lasting: boolean): Promise<void> {
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) return assertVersion(place.data, version.trim());
  const unfinished = `${place.data}.new`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    if (place.user) await chown(unfinished, place.user.uid, place.user.gid);
    await run(place, 'initdb', initdbArguments(unfinished, lasting));
    await run(place, 'postgres', ['--single', '-D', unfinished, 'postgres'], bootstrapSql(lasting));
    await rename(unfinished, place.data);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw diskFault(error, place.data) ?? error;
  }
}

/**
 * Says who may connect: over the socket, and only our own system user (PostgreSQL asks the kernel who is calling), as the owner or as the app.
 * Written at each start, because root and a plain user have different names.
 */
export async function writeAccessRules(place: Placement): Promise<void> {
  const us = JSON.stringify(userInfo().username);
  await writeOwned(place, 'pg_hba.conf', 'local all all peer map=overens\n');
  await writeOwned(place, 'pg_ident.conf', [EMBEDDED.owner, EMBEDDED.app].map((role) => `overens ${us} ${role}\n`).join(''));
}

async function writeOwned(place: Placement, name: string, content: string): Promise<void> {
  const file = join(place.data, name);
  await writeFile(file, content, { mode: 0o600 });
  if (place.user) await chown(file, place.user.uid, place.user.gid);
}

function assertVersion(data: string, found: string): void {
  if (found !== MAJOR_VERSION) throw startFault('data-folder-other-version', { folder: data, found, needed: MAJOR_VERSION });
}

/** The collation is PostgreSQL's own, the same on every machine; what people read is sorted by `sv-x-icu` in the queries. */
function initdbArguments(data: string, lasting: boolean): string[] {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-messages=C'];
  const always = ['-D', data, '-U', EMBEDDED.superuser, '--auth=peer', '--encoding=UTF8', ...locale, `--lc-ctype=${utf8Locale()}`];
  return lasting ? always : [...always, '--no-sync'];
}

/** Trigrams and full text still ask the system's C library what a letter is, so å must be one in the locale that is chosen. */
function utf8Locale(): string {
  const { stdout } = spawnSync('locale', ['-a'], { encoding: 'utf8' });
  const present = new Set((stdout ?? '').split('\n'));
  return ['C.UTF-8', 'C.utf8', 'sv_SE.UTF-8', 'sv_SE.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => present.has(name)) ?? 'C.UTF-8';
}

/** One statement a line, as single-user mode reads them. The owner of a test server makes copies of databases and throws them away. */
function bootstrapSql(lasting: boolean): string {
  const { owner, app, database } = EMBEDDED;
  return [
    `create role ${owner} login${lasting ? '' : ' createdb'};`,
    `create role ${app} login;`,
    ...(lasting ? [] : [`grant pg_signal_backend to ${owner};`]),
    `create database ${database} owner ${owner} template template0;`,
    '',
  ].join('\n');
}

/** Runs one of PostgreSQL's programs to its end. Single-user mode ends well even when a statement fails, but says ERROR. */
async function run(place: Placement, name: 'initdb' | 'postgres', args: string[], input = ''): Promise<void> {
  const as = place.user && { uid: place.user.uid, gid: place.user.gid };
  const child = spawn(join(place.program, 'bin', name), args, {
    ...as,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  child.stdin.on('error', () => undefined).end(input);
  const [said, [code]] = await Promise.all([text(child.stderr), ended]);
  const lines = said.trim().split('\n');
  const complaint = lines.find((line) => /\b(error|fatal|panic):/i.test(line));
  if (code === 0 && !complaint) return;
  const detail = (complaint ?? lines[0] ?? '').replace(/^.*?(error|fatal|panic|initdb):\s*/i, '');
  throw startFault('embedded-not-created', { detail: detail || `${name} ${code}` }, said);
}
