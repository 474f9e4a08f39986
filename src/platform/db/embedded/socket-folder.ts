import { chmod, chown, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ServerUser } from './server-user.ts';

/** A socket's path may have 104 bytes on macOS and 108 on Linux; this leaves room for `/.s.PGSQL.5432`. */
const LONGEST = 88;

const TEMPORARY = 'overens-socket-';

/**
 * Makes the folder of the database's socket, closed to everyone but its user: beside the data, or in the temporary folder
 * where that path would be too long for a socket.
 */
export async function makeSocketFolder(data: string, user: ServerUser | undefined): Promise<string> {
  const beside = join(dirname(data), 'pg-socket');
  const folder = Buffer.byteLength(beside) <= LONGEST ? beside : await mkdtemp(join(tmpdir(), TEMPORARY));
  await mkdir(folder, { recursive: true });
  if (user) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  return folder;
}

/** Did we make this folder, so that we may remove it? */
export function isOwnSocketFolder(folder: string): boolean {
  return basename(folder) === 'pg-socket' || (dirname(folder) === tmpdir() && basename(folder).startsWith(TEMPORARY));
}
