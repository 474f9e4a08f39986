import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readlink, realpath, rename, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startFault } from '../../start-fault.ts';
import type { Program } from './program.ts';
import { canReach, isRoot, postgresUser, type ServerUser } from './server-user.ts';

/** Where PostgreSQL's program and data lie, and who runs it (undefined: we ourselves). */
export type Placement = { readonly program: string; readonly data: string; readonly user: ServerUser | undefined };

/** Where root keeps what the `postgres` user must reach but cannot, because a folder above is closed (as a home folder is). */
const OPEN_GROUND = '/var/lib/overens';

/**
 * Decides where the database of a data folder lies.
 * A plain user: in `<folder>/pg`. Root: there too if the `postgres` user can enter the folder; otherwise in `/var/lib/overens/<id>/pg`, with
 * `<folder>/pg` as a link to it, and the program is copied beside it. The permissions of folders above are never touched.
 * Throws `data-folder-hidden` or `embedded-no-user`.
 */
export async function place(program: Program, folder: string): Promise<Placement> {
  const pg = join(folder, 'pg');
  if (!isRoot()) return { program: program.folder, data: await locate(pg), user: undefined };
  const user = (await ownerOf(pg)) ?? postgresUser();
  try {
    if (!canReach(user, folder)) await linkOutside(pg);
    const data = await locate(pg);
    if (canReach(user, dirname(data))) return { program: await reachable(program, user), data, user };
  } catch (error) {
    throw startFault('data-folder-hidden', { folder: pg, user: user.name }, error);
  }
  throw startFault('data-folder-hidden', { folder: pg, user: user.name });
}

/** Where the database is or will be: the link may point to a folder that is not made yet. */
async function locate(pg: string): Promise<string> {
  return readlink(pg).catch(async () => join(await realpath(dirname(pg)), 'pg'));
}

/** An existing database goes on belonging to the user who runs it. */
async function ownerOf(pg: string): Promise<ServerUser | undefined> {
  const found = await stat(pg).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` } : undefined;
}

/** The first time only: an existing database, or link, stays as it is. */
async function linkOutside(pg: string): Promise<void> {
  if (await lstat(pg).catch(() => undefined)) return;
  const home = join(OPEN_GROUND, randomUUID());
  await mkdir(home, { recursive: true });
  await open(OPEN_GROUND);
  await open(home);
  await symlink(join(home, 'pg'), pg).catch(async (error: NodeJS.ErrnoException) => {
    // Another start was first; its link is the one that counts.
    if (error.code !== 'EEXIST') throw error;
    await rmdir(home);
  });
}

/** The program where the user can run it: in node_modules, or a copy on open ground. */
async function reachable(program: Program, user: ServerUser): Promise<string> {
  if (canReach(user, join(program.folder, 'bin', 'postgres'))) return program.folder;
  const copy = join(OPEN_GROUND, `postgresql-${program.build}`);
  if (canReach(user, join(copy, 'bin', 'postgres'))) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(OPEN_GROUND, { recursive: true });
  await open(OPEN_GROUND);
  await cp(program.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await openAll(unfinished);
  // Another start may have finished the same copy meanwhile; then ours is not needed.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

async function openAll(folder: string): Promise<void> {
  await open(folder);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Lets every user pass through a folder of ours. */
function open(folder: string): Promise<void> {
  return chmod(folder, 0o755);
}
