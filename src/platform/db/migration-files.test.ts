import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readMigrations } from './migration-files.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overens-files-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

test('reads SQL files in the order of their numbers', async () => {
  const folder = await folderWith({ '0002-make-b.sql': 'b', '0001-make-a.sql': 'a', '0010-make-c.sql': 'c', 'README.md': 'x' });
  expect((await readMigrations(folder)).map(({ number, sql }) => [number, sql])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [10, 'c'],
  ]);
});

test('the checksum is the same however lines end, and another when the content is', async () => {
  const [a, b, c] = await readMigrations(await folderWith({ '0001-a-b.sql': 'x\ny', '0002-a-b.sql': 'x\r\ny', '0003-a-b.sql': 'x\nz' }));
  expect(a?.checksum).toBe(b?.checksum);
  expect(a?.checksum).not.toBe(c?.checksum);
});

test('refuses a number used twice, and a name of another form', async () => {
  await expect(readMigrations(await folderWith({ '0001-make-a.sql': '', '0001-make-b.sql': '' }))).rejects.toThrow(/number 1/);
  for (const name of ['1-make-a.sql', '0001_make_a.sql', '0001-Make-a.sql', '0001-make.sql']) {
    await expect(readMigrations(await folderWith({ [name]: '' })), name).rejects.toThrow(/not named/);
  }
});
