import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dispatch } from '../../src/cli/dispatch.ts';
import { newKey } from '../../src/platform/secrets/index.ts';

let ground: string;
beforeAll(async () => {
  ground = await mkdtemp(join(tmpdir(), 'overens-drilled-'));
  await chmod(ground, 0o711);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(ground, { recursive: true, force: true });
});

let key = newKey();
async function overens(data: string, ...args: string[]) {
  vi.stubEnv('OVERENS_DATA', join(ground, data));
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('BASE_URL', '');
  vi.stubEnv('BACKUP_KEY', key);
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err: err.filter((line) => !line.startsWith('Användning')) };
}

describe('on the embedded database', () => {
  test('a backup is made, restored into a new data folder, and says each time what it did and what it did not hold', async () => {
    expect((await overens('old', 'audit', 'verify')).code).toBe(0);
    const saved = await overens('old', 'backup', join(ground, 'copy'));
    expect(saved).toMatchObject({
      code: 0,
      err: [],
      out: [expect.stringMatching(/^Säkerhetskopian är klar: \d+ tabeller/), expect.stringContaining('Nycklarna är inte med')],
    });
    expect(await overens('old', 'backup', join(ground, 'copy'))).toMatchObject({
      code: 1,
      out: [],
      err: [expect.stringContaining('finns redan något')],
    });
    expect(await overens('new', 'restore', join(ground, 'copy'))).toMatchObject({
      code: 0,
      err: [],
      out: [expect.stringContaining('alla kontrollsummor stämmer'), expect.any(String)],
    });
    expect(await overens('new', 'restore', join(ground, 'copy'))).toMatchObject({ code: 1, err: [expect.stringContaining('är inte tom')] });
    expect(await overens('third', 'restore', join(ground, 'nowhere'))).toMatchObject({
      code: 1,
      err: [expect.stringContaining('ingen säkerhetskopia')],
    });
  });

  test('nothing is backed up or restored without the key, or with another', async () => {
    const own = key;
    for (const [given, said] of [
      ['', 'BACKUP_KEY saknas'],
      ['kort', 'BACKUP_KEY: ska vara 32 byte'],
    ] as const) {
      key = given;
      expect(await overens('old', 'backup', join(ground, 'keyless'))).toMatchObject({
        code: 1,
        out: [],
        err: [expect.stringContaining(said)],
      });
      expect(await overens('other', 'restore', join(ground, 'copy'))).toMatchObject({
        code: 1,
        out: [],
        err: [expect.stringContaining(said)],
      });
    }
    key = newKey();
    expect(await overens('other', 'restore', join(ground, 'copy'))).toMatchObject({
      code: 1,
      err: [expect.stringContaining('annan nyckel')],
    });
    key = own;
    expect(await readdir(ground)).not.toContain('keyless');
  });

  test('a drill copies, restores, compares and tries the log, and leaves nothing behind', async () => {
    const before = await listed();
    const drill = await overens('old', 'drill');
    expect(drill).toMatchObject({ code: 0, err: [] });
    expect(drill.out.map((line) => line.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', 'Öv']);
    expect(await listed()).toEqual(before);
  });

  test.each([[['backup']], [['backup', 'a', 'b']], [['restore']], [['restore', '--x']], [['drill', 'x']]])(
    '%j is written wrongly: code 2, and how to write it',
    async (args) => {
      expect((await overens('old', ...args)).code).toBe(2);
    },
  );
});

async function listed(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('overens-drill-'));
}
