import type { ClientBase } from 'pg';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { BackupKeys } from '../../secrets/index.ts';
import { ensureAppRole } from '../app-role.ts';
import { connect, type Logins } from '../connect.ts';
import { migrateWithin } from '../migrate.ts';
import type { Migration } from '../migration-files.ts';
import { readTable } from './back-up.ts';
import { copyIn } from './copy.ts';
import { type CopiedTable, type Manifest, openTable, readBackup } from './manifest.ts';
import { copyInto, isEmpty, type Part, readShape } from './tables.ts';

export type RestoreRefusal = Refusal<
  | 'backup-missing'
  | 'backup-damaged'
  | 'backup-other-key'
  | 'database-not-empty'
  | 'other-migrations'
  | 'other-tables'
  | 'not-as-written'
  | 'role-missing'
>;

/**
 * Puts a backup into an empty database, and answers its manifest. One transaction: migrations, rows, references and checks; it commits only when every
 * table, read back, has the rows and the SHA-256 of the backup. Every file is tried before the database is touched. Refuses a backup that is missing,
 * damaged or made with another key, of other migrations than this program's, or with other tables, and a database that holds anything.
 */
export async function restore(
  logins: Logins,
  folder: string,
  migrations: readonly Migration[],
  keys: BackupKeys,
): Promise<Manifest | RestoreRefusal> {
  const manifest = await readBackup(folder, keys);
  if (isRefusal(manifest)) return manifest;
  const foreign = otherMigrations(manifest, migrations);
  if (foreign) return foreign;
  const client = await connect(logins.owner);
  try {
    if (!(await isEmpty(client))) return refuse('database-not-empty', { place: logins.owner.place });
    if (!(await ensureAppRole(client, logins.app.user))) return refuse('role-missing');
    await client.query('begin');
    const refused = await load(client, (file) => openTable(folder, file, manifest, keys), manifest, migrations);
    await client.query(refused ? 'rollback' : 'commit');
    return refused ?? manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

function otherMigrations({ migrations, program }: Manifest, own: readonly Migration[]): Refusal<'other-migrations'> | undefined {
  const name = (one: { name: string; checksum: string } | undefined) => (one ? `${one.name} ${one.checksum}` : '');
  const length = Math.max(migrations.length, own.length);
  for (let i = 0; i < length; i++) {
    if (name(migrations[i]) !== name(own[i]))
      return refuse('other-migrations', { program, first: migrations[i]?.name ?? own[i]?.name ?? '' });
  }
  return undefined;
}

async function load(
  client: ClientBase,
  read: (file: string) => AsyncIterable<Buffer>,
  manifest: Manifest,
  migrations: readonly Migration[],
): Promise<Refusal<'other-tables' | 'not-as-written'> | undefined> {
  await migrateWithin(client, migrations);
  await makeParts(client, manifest.parts);
  const shape = await readShape(client);
  const known = new Map(shape.tables.map(({ name, columns }) => [name, columns.join()]));
  const strange = manifest.tables.find(({ name, columns }) => known.get(name) !== columns.join());
  if (strange || known.size !== manifest.tables.length) return refuse('other-tables', { table: strange?.name ?? '' });
  const references = await loosen(client);
  const forced = await unforce(client);
  await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`);
  for (const table of manifest.tables) await copyIn(client, copyInto(table), read(table.file));
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await triggers(client, 'enable');
  for (const name of forced) await client.query(`alter table ${name} force row level security`);
  for (const { name, last } of manifest.sequences) if (last !== null) await client.query('select setval($1::regclass, $2)', [name, last]);
  for (const table of manifest.tables) if (!(await isAsWritten(client, table))) return refuse('not-as-written', { table: table.name });
  await numberAnew(client);
  return undefined;
}

async function isAsWritten(client: ClientBase, table: CopiedTable): Promise<boolean> {
  const { rows, sha256 } = await readTable(client, table);
  return rows === table.rows && sha256 === table.sha256;
}

/** The parts that rows of the backup lie in. Those of the log are made by its own function, which puts up their walls. */
async function makeParts(client: ClientBase, parts: readonly Part[]): Promise<void> {
  const there = new Set((await readShape(client)).parts.map(({ name }) => name));
  for (const { of, name, bounds } of parts.filter((part) => !there.has(part.name))) {
    const [, year, month] = /^public\.audit_event_(\d{4})_(\d{2})$/.exec(name) ?? [];
    if (year && month) await client.query('select audit_ensure_partitions($1::date, $1::date)', [`${year}-${month}-01`]);
    else await client.query(`create table ${name} partition of ${of} ${bounds}`);
  }
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string };

/**
 * Takes away references between tables, so that the order of loading does not matter, and silences triggers, which have done their work once already.
 * Put back, a reference is tried on every row. Answers the references.
 */
async function loosen(client: ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname not like 'pg\\_%'`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  await triggers(client, 'disable');
  return rows;
}

/** Rows cannot be copied in past row-level security that is forced on the owner: answers the tables on which it is to be forced again. */
async function unforce(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select oid::regclass::text as name from pg_class where relforcerowsecurity');
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
  return rows.map(({ name }) => name);
}

async function triggers(client: ClientBase, become: 'enable' | 'disable'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct t.tgrelid::regclass::text as name from pg_trigger t where not t.tgisinternal and t.tgparentid = 0`);
  for (const { name } of rows) await client.query(`alter table ${name} ${become} trigger user`);
}

/** Events that wait for their seal are of this server's transaction from now on: numbers of another server would be waited for in vain. */
async function numberAnew(client: ClientBase): Promise<void> {
  await client.query('alter table audit_event disable trigger user');
  await client.query(
    `update audit_event e set xid = pg_current_xact_id() where not exists (select from audit_leaf l where l.event_id = e.id)`,
  );
  await client.query('alter table audit_event enable trigger user');
}
