import type { ClientBase } from 'pg';
import { briefly, type StartFault, startFault } from '../start-fault.ts';
import type { Migration } from './migration-files.ts';

type Applied = { readonly number: number; readonly name: string; readonly checksum: string };

/** Any number, the same in every version of the program: who holds it may change the schema. */
const LOCK = 7_240_118;

/**
 * Brings the database to the newest migration and answers the names of those applied now. Each runs in its own transaction, under an
 * advisory lock and recorded with its checksum, so that two processes that start together both succeed and each migration runs once.
 * Throws a StartFault: `database-newer`, `migration-changed`, `migration-late` or `migration-failed` (that one taken back).
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const name = await inTransaction(client, () => applyNext(client, migrations));
    if (name === undefined) return done;
    done.push(name);
  }
}

/** The same in a transaction that the caller has begun and ends: all of them or none. */
export async function migrateWithin(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  while ((await applyNext(client, migrations)) !== undefined);
}

/** Is the history of this database exactly these migrations? Reads `schema_migration`, which the app role may do. */
export function isCurrent(
  applied: readonly { readonly name: string; readonly checksum: string }[],
  migrations: readonly Migration[],
): boolean {
  return (
    applied.length === migrations.length && migrations.every((m) => applied.some((a) => a.name === m.name && a.checksum === m.checksum))
  );
}

async function applyNext(client: ClientBase, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query(`select pg_advisory_xact_lock(${LOCK})`);
  const applied = await history(client);
  const fault = historyFault(applied, migrations);
  if (fault) throw fault;
  const next = migrations[applied.length];
  if (!next) return undefined;
  try {
    await client.query(next.sql);
    const record = 'insert into public.schema_migration (number, name, checksum) values ($1, $2, $3)';
    await client.query(record, [next.number, next.name, next.checksum]);
  } catch (error) {
    throw startFault('migration-failed', { name: next.name, detail: briefly(error) }, error);
  }
  return next.name;
}

async function history(client: ClientBase): Promise<Applied[]> {
  const found = await client.query<{ exists: boolean }>("select to_regclass('public.schema_migration') is not null as exists");
  if (!found.rows[0]?.exists) await client.query(CREATE_HISTORY);
  const { rows } = await client.query<Applied>('select number, name, checksum from public.schema_migration order by number');
  return rows;
}

const CREATE_HISTORY = `
  create table public.schema_migration (
    number integer primary key,
    name text not null unique,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  comment on table public.schema_migration is 'Migrations that have been applied, in order. Written by the owner role only.';
  comment on column public.schema_migration.number is 'The number that begins the name of the file.';
  comment on column public.schema_migration.name is 'The name of the file without .sql.';
  comment on column public.schema_migration.checksum is 'SHA-256 of the file, in hex, with line ends as \\n.';
  comment on column public.schema_migration.applied_at is 'When it was applied to this database.';
`;

function historyFault(applied: readonly Applied[], migrations: readonly Migration[]): StartFault | undefined {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const unknown = applied.filter((row) => known.get(row.number)?.name !== row.name);
  if (unknown.length > 0) return startFault('database-newer', { unknown: unknown.map((row) => row.name) });
  const changed = applied.find((row) => known.get(row.number)?.checksum !== row.checksum);
  if (changed) return startFault('migration-changed', { name: changed.name });
  const last = applied.at(-1);
  const late = last && migrations.find((m) => m.number < last.number && !applied.some((row) => row.number === m.number));
  return late ? startFault('migration-late', { name: late.name, last: last.name }) : undefined;
}

async function inTransaction<T>(client: ClientBase, run: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const answer = await run();
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
