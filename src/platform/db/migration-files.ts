import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of `migrations/`: `0001-grant-app-role` has number 1. The checksum does not see how lines end. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly checksum: string };

const FILE_NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)+\.sql$/;

/** All migrations in order. Throws when a name is not `NNNN-verb-thing.sql` or a number is used twice: that is a fault in the program. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  const twice = migrations.find((migration, i) => migrations[i - 1]?.number === migration.number);
  if (twice) throw new Error(`two migrations have number ${twice.number}: rename ${twice.name}`);
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const digits = FILE_NAME.exec(file)?.[1];
  if (!digits) throw new Error(`migration ${file} is not named NNNN-verb-thing.sql`);
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(digits), name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
