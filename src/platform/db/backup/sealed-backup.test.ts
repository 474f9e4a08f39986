import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenEmptyDatabase, givenLogins } from '../../../../tests/given/database.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Secret } from '../../config/index.ts';
import { backupKeys, newKey } from '../../secrets/index.ts';
import { connect, type Logins } from '../connect.ts';
import { migrationsFolder } from '../database.ts';
import { readMigrations } from '../migration-files.ts';
import { backUp, type Manifest, refusesChanged, restore } from './index.ts';
import { openSealed, sealing } from './sealed-file.ts';
import { isEmpty } from './tables.ts';

const keys = backupKeys(new Secret(newKey()));
const other = backupKeys(new Secret(newKey()));
let ground: string;
let logins: Logins;
let copy: string;
let manifest: Manifest;
beforeAll(async () => {
  ground = await mkdtemp(join(tmpdir(), 'overens-sealed-'));
  copy = join(ground, 'copy');
  logins = await givenLogins();
  const written = await backUp(logins.owner, copy, keys);
  if (isRefusal(written)) throw new Error(written.code);
  manifest = written;
});
afterAll(() => rm(ground, { recursive: true, force: true }));

const restored = async (given: Logins, folder: string, by = keys) => restore(given, folder, await readMigrations(migrationsFolder), by);

async function isEmptyStill(given: Logins): Promise<boolean> {
  const client = await connect(given.owner);
  try {
    return await isEmpty(client);
  } finally {
    await client.end();
  }
}

describe('without its key a backup', () => {
  test('is refused, with the whole of another backup in its place too, and the database stays empty', async () => {
    const fresh = await givenEmptyDatabase();
    expect(await restored(fresh, copy, other)).toMatchObject({ code: 'backup-other-key', params: { by: keys.id } });
    const folder = join(ground, 'forged');
    expect(isRefusal(await backUp(logins.owner, folder, other))).toBe(false);
    expect(await restored(fresh, folder)).toMatchObject({ code: 'backup-other-key', params: { by: other.id } });
    // Whoever says that it is ours cannot sign it.
    const signature = join(folder, 'manifest.signature');
    await writeFile(signature, (await readFile(signature, 'utf8')).replace(other.id, keys.id));
    expect(await restored(fresh, folder)).toMatchObject({ code: 'backup-damaged' });
    expect(await isEmptyStill(fresh)).toBe(true);
  });

  test('tells nothing of what it holds: no name of a table, no text', async () => {
    for (const file of await readdir(copy)) {
      const bytes = (await readFile(join(copy, file))).toString('latin1');
      expect([file, ['public.', 'agreement', 'schema_migration', 'Dalarna'].filter((text) => bytes.includes(text))]).toEqual([file, []]);
    }
  });

  test('that is changed is told from one that is not, and is as it was afterwards', async () => {
    const own = join(ground, 'own');
    await cp(copy, own, { recursive: true });
    expect(await refusesChanged(own, keys)).toBe(true);
    expect(await refusesChanged(own, other)).toBe(false);
    expect(await restored(await givenEmptyDatabase(), own)).toEqual(manifest);
  });
});

describe('a sealed file', () => {
  const salt = randomBytes(16);
  const path = () => join(ground, 'file');
  const seal = async (plain: Buffer, name = 'file') => {
    const pieces: Buffer[] = [];
    const sealed = sealing(keys, salt, name, async (bytes) => void pieces.push(bytes));
    for (let from = 0; from < plain.length; from += 50_000) await sealed.write(plain.subarray(from, from + 50_000));
    await sealed.end();
    return Buffer.concat(pieces);
  };
  const opened = async (bytes: Buffer, name = 'file', of: Uint8Array = salt) => {
    await writeFile(path(), bytes);
    const pieces: Buffer[] = [];
    for await (const piece of openSealed(path(), name, keys, of)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const PIECE = 64 * 1024;

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 5 * PIECE + 17])('of %i bytes opens to what was written', async (length) => {
    const plain = randomBytes(length);
    expect((await opened(await seal(plain))).equals(plain)).toBe(true);
  });

  test('does not open when a piece is left out, moved, cut off or added, under another name or as of another backup', async () => {
    const sealed = await seal(randomBytes(3 * PIECE));
    const head = sealed.length - 3 * (PIECE + 16);
    const piece = (nth: number) => sealed.subarray(head + nth * (PIECE + 16), head + (nth + 1) * (PIECE + 16));
    const begin = sealed.subarray(0, head);
    for (const wrong of [
      Buffer.concat([begin, piece(0), piece(2)]),
      Buffer.concat([begin, piece(1), piece(0), piece(2)]),
      Buffer.concat([begin, piece(0), piece(1)]),
      Buffer.concat([sealed, piece(2)]),
      Buffer.concat([sealed, Buffer.from('x')]),
      begin,
      Buffer.alloc(0),
      randomBytes(200),
    ])
      await expect(opened(wrong)).rejects.toThrow();
    await expect(opened(sealed, 'another')).rejects.toThrow();
    await expect(opened(sealed, 'file', randomBytes(16))).rejects.toThrow();
    expect((await opened(sealed)).length).toBe(3 * PIECE);
  });
});
