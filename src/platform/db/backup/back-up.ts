import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { projectRoot } from '../../config/index.ts';
import type { BackupKeys } from '../../secrets/index.ts';
import { connect, type Login } from '../connect.ts';
import { copyOut } from './copy.ts';
import { type CopiedTable, type Manifest, writeManifest } from './manifest.ts';
import { SALT_BYTES, sealing } from './sealed-file.ts';
import { blindTables, copyOutOf, readShape, type Shape, type Table } from './tables.ts';

/**
 * Writes everything that is in the database, as it was at one moment, to a folder that is new or empty; answers what was written. Others may read
 * and write meanwhile. Every file is encrypted, and the manifest signed, with the keys. All or nothing: what was begun is removed when it fails. Only this user may read the files. Refuses `folder-in-use` (something
 * is there already) and `tables-hidden` (this login would not see every row).
 */
export async function backUp(
  owner: Login,
  folder: string,
  keys: BackupKeys,
): Promise<Manifest | Refusal<'folder-in-use' | 'tables-hidden'>> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) return refuse('folder-in-use', { folder });
  await chmod(folder, 0o700);
  const client = await connect(owner);
  try {
    const written = await write(client, folder, keys);
    if ('refused' in written) await takeAway(folder, made !== undefined);
    return written;
  } catch (error) {
    await takeAway(folder, made !== undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function takeAway(folder: string, whole: boolean): Promise<void> {
  if (whole) return rm(folder, { recursive: true, force: true });
  for (const file of await readdir(folder)) await rm(join(folder, file), { force: true });
}

async function write(client: ClientBase, folder: string, keys: BackupKeys): Promise<Manifest | Refusal<'tables-hidden'>> {
  const hidden = await blindTables(client);
  if (hidden.length > 0) return refuse('tables-hidden', { tables: hidden });
  const shape = await beginAtOneMoment(client);
  const salt = randomBytes(SALT_BYTES);
  const tables: CopiedTable[] = [];
  for (const [index, table] of shape.tables.entries()) {
    const file = `${String(index + 1).padStart(4, '0')}.copy`;
    tables.push({ ...table, columns: [...table.columns], file, ...(await writeTable(client, table, { folder, file, keys, salt })) });
  }
  const { rows } = await client.query<{ at: string; server: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as server`,
  );
  const history = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.schema_migration order by number',
  );
  await client.query('commit');
  const manifest: Manifest = {
    format: 2,
    salt: salt.toString('hex'),
    program: await programVersion(),
    at: rows[0]?.at ?? '',
    server: rows[0]?.server ?? '',
    migrations: history.rows,
    tables,
    parts: [...shape.parts],
    sequences: [...shape.sequences],
  };
  await writeManifest(folder, manifest, keys);
  return manifest;
}

/** Begins a transaction that sees one moment. The tables are locked first, against being emptied or altered, which such a transaction would see. */
async function beginAtOneMoment(client: ClientBase): Promise<Shape> {
  for (;;) {
    const { tables } = await readShape(client);
    await client.query('begin isolation level repeatable read read only');
    if (tables.length > 0) await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`);
    const shape = await readShape(client);
    if (JSON.stringify(shape.tables) === JSON.stringify(tables)) return shape;
    await client.query('rollback');
  }
}

type Place = { readonly folder: string; readonly file: string; readonly keys: BackupKeys; readonly salt: Buffer };

async function writeTable(
  client: ClientBase,
  table: Table,
  { folder, file: name, keys, salt }: Place,
): Promise<Pick<CopiedTable, 'rows' | 'bytes' | 'sha256'>> {
  const file = await open(join(folder, name), 'wx', 0o600);
  try {
    const sealed = sealing(keys, salt, name, (bytes) => file.writeFile(bytes));
    const copied = await readTable(client, table, (chunk) => sealed.write(chunk));
    await sealed.end();
    await file.sync();
    return copied;
  } finally {
    await file.close();
  }
}

/** Reads a table in its order: how many rows and bytes, and their SHA-256. `take` gets the bytes. */
export async function readTable(
  client: ClientBase,
  table: Table,
  take: (chunk: Buffer) => Promise<void> | void = () => undefined,
): Promise<Pick<CopiedTable, 'rows' | 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const rows = await copyOut(client, copyOutOf(table), (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    return take(chunk);
  });
  return { rows, bytes, sha256: hash.digest('hex') };
}

async function programVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
