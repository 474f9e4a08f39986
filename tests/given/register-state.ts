import { sql } from 'kysely';
import type { Runtime } from '../../src/platform/index.ts';

const tables = [
  'organisation',
  'organisation_version',
  'unit',
  'unit_version',
  'succession',
  'seat',
  'account',
  'assignment',
  'act',
  'outbox',
];

/** Everything that the register and the history of acts hold, as a text that is another as soon as anything of it is. */
export async function everythingIn({ database }: Runtime): Promise<string> {
  return database.asOwner(async (tx) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{ all: string }>`
        select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as all from ${sql.table(table)} t`.execute(tx);
      found.push(`${table} ${rows[0]?.all}`);
    }
    return found.join('\n');
  });
}
