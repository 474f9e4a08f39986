import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/index.ts';

/** Every row of every table, as text, with the name of its table. */
export async function everyRow(database: Database): Promise<{ table: string; line: string }[]> {
  return database.asOwner(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'job')`.execute(tx);
    const lines: { table: string; line: string }[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(tx);
      lines.push(...rows.map(({ line }) => ({ table: name, line })));
    }
    return lines;
  });
}
