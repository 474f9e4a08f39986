import { spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/config/index.ts';
import { canReach, isRoot, postgresUser } from '../../src/platform/db/embedded/server-user.ts';
import { databasePid, givenDataFolder, pressCtrlC, processesOf, startProgram } from './given-program.ts';

const OPEN_GROUND = '/var/lib/overens';
const PARTS = ['counties', 'dist', 'migrations', 'node_modules', 'package-lock.json', 'package.json', 'scripts', 'src', 'tsconfig.json'];

const idOf = (flag: '-u' | '-g') => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);

// What only root can set up. A run as a plain user proves the plain user's side with every other test of this folder.
describe.runIf(isRoot())('as root', () => {
  let parent: string;
  let checkout: string;
  let before: string[];

  beforeAll(async () => {
    before = await readdir(OPEN_GROUND).catch(() => []);
    parent = await mkdtemp(join(tmpdir(), 'overens-checkout-'));
    checkout = join(parent, 'overens');
    await mkdir(checkout);
    for (const part of PARTS) {
      // Links instead of copies for what is large and never written; a real copy where links cannot reach.
      const linked = part === 'node_modules' && spawnSync('cp', ['-al', join(projectRoot, part), checkout]).status === 0;
      if (!linked) spawnSync('cp', ['-a', join(projectRoot, part), checkout]);
    }
  });

  afterAll(async () => {
    await rm(parent, { recursive: true, force: true });
    const made = (await readdir(OPEN_GROUND).catch(() => [])).filter((name) => !before.includes(name));
    // Where this checkout lies closed too, the copy is also that of the tests that run beside these, and stays.
    const ours = canReach(postgresUser(), projectRoot) ? made.filter((name) => name.startsWith('postgresql-')) : [];
    for (const name of ours) await rm(join(OPEN_GROUND, name), { recursive: true, force: true });
  });

  test('in a folder that others cannot enter: starts, and starts again, with the database where its user reaches it', async () => {
    await chmod(parent, 0o700);
    const pg = join(checkout, 'var', 'pg');
    for (const _ of ['first', 'again']) {
      const program = startProgram({ root: checkout });
      await program.ready();
      const server = await databasePid(join(checkout, 'var'));
      expect((await stat(`/proc/${server}`)).uid).not.toBe(0);
      pressCtrlC(program);
      expect(await program.ended).toBe(0);
    }
    expect((await lstat(pg)).isSymbolicLink()).toBe(true);
    const home = dirname(await readlink(pg));
    expect(dirname(home)).toBe(OPEN_GROUND);
    expect(await processesOf(home)).toEqual([]);
    expect((await stat(join(home, 'pg'))).mode & 0o777).toBe(0o700);
    expect((await stat(parent)).mode & 0o777).toBe(0o700);
    await rm(home, { recursive: true });
    await rm(join(checkout, 'var'), { recursive: true });
  });

  test('a plain user starts in a checkout that is not theirs, with a data folder that is', async () => {
    await chmod(parent, 0o755);
    const user = { uid: idOf('-u'), gid: idOf('-g') };
    const data = await givenDataFolder();
    await chmod(dirname(data), 0o777);
    for (const _ of ['first', 'again']) {
      const program = startProgram({ root: checkout, user, env: { OVERENS_DATA: data, HOME: '/nonexistent' } });
      await program.ready();
      expect((await stat(`/proc/${await databasePid(data)}`)).uid).toBe(user.uid);
      pressCtrlC(program);
      expect(await program.ended).toBe(0);
    }
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  });

  test('a plain user whose data folder belongs to someone else is told so in one line', async () => {
    await chmod(parent, 0o755);
    const user = { uid: idOf('-u'), gid: idOf('-g') };
    const program = startProgram({ root: checkout, user, env: { OVERENS_DATA: join(checkout, 'counties') } });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/^Datamappen [^\n]*åtkomst nekad[^\n]*\n$/);
  });
});
