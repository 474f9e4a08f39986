import { spawnSync } from 'node:child_process';
import { startFault } from '../../start-fault.ts';

/** The system user that PostgreSQL runs as, when it cannot be our own. */
export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string };

/** Are we root? PostgreSQL refuses to run as root, so that another user must run it. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The user `postgres`, created as a system user without a login when there is none. Throws `embedded-no-user`. */
export function postgresUser(): ServerUser {
  const found = lookUp('postgres') ?? create('postgres');
  const tried = spawnSync('/bin/sh', ['-c', ':'], { uid: found.uid, gid: found.gid, cwd: '/' });
  if (tried.status !== 0) throw startFault('embedded-no-user', { detail: tried.error?.message ?? 'setuid' });
  return found;
}

/** May this user enter the folder, or run the file, with every folder above it? */
export function canReach(user: ServerUser, path: string): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid: user.uid, gid: user.gid, cwd: '/' });
  return test.status === 0;
}

function lookUp(name: string): ServerUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
}

function create(name: string): ServerUser {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name],
    {
      encoding: 'utf8',
    },
  );
  const user = lookUp(name);
  if (!user) throw startFault('embedded-no-user', { detail: made.error?.message ?? made.stderr.trim() });
  return user;
}
