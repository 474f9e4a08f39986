import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEY_FILE, KeyFileError, readOrCreateKeyFile } from './key-file.ts';
import { createKeyRing } from './key-ring.ts';

let folder: string;
const file = () => join(folder, KEY_FILE);
const permissions = async () => (await stat(file())).mode & 0o777;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'overens-keys-')), 'inner');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

test('makes keys once, for the owner only, and keeps them', async () => {
  const sealed = createKeyRing(await readOrCreateKeyFile(folder)).encrypt('198504179805', 'a');
  const kept = await readFile(file(), 'utf8');
  expect(createKeyRing(await readOrCreateKeyFile(folder)).decrypt(sealed, 'a')).toBe('198504179805');
  expect(await readFile(file(), 'utf8')).toBe(kept);
  expect(await permissions()).toBe(0o600);
});

test('processes that start at once get the same keys, and leave one file', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => readOrCreateKeyFile(folder)));
  expect(new Set(all.map(({ keys, hashKey }) => keys[0].key.reveal() + hashKey.reveal())).size).toBe(1);
  expect(await readdir(folder)).toEqual([KEY_FILE]);
});

test('closes a file that others may read', async () => {
  await readOrCreateKeyFile(folder);
  await chmod(file(), 0o644);
  await readOrCreateKeyFile(folder);
  expect(await permissions()).toBe(0o600);
});

test.each(['', 'PERSON_KEYS=k1:abc\n', '<html>'])(
  'refuses a damaged file, changes nothing and repeats nothing of it: %j',
  async (content) => {
    await readOrCreateKeyFile(folder);
    await writeFile(file(), content);
    const refused = await readOrCreateKeyFile(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(KeyFileError);
    expect(await readFile(file(), 'utf8')).toBe(content);
    if (content !== '') expect(String(refused)).not.toContain(content.trim());
  },
);
