import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The column whose value is in the context. */
  readonly key: string;
  readonly context: (id: string) => string;
};

/** The next encrypted values of a column, by id; locked until the transaction ends, so that no change in between is lost. */
export async function listSealed(tx: Tx, { table, column, key }: SealedColumn, after: string | undefined, most: number) {
  const { rows } = await sql<{
    id: string;
    cipher: Buffer;
  }>`select ${sql.ref(key)} as id, ${sql.ref(column)} as cipher from ${sql.table(table)}
    where ${sql.ref(column)} is not null and ${sql.ref(key)} > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by ${sql.ref(key)} limit ${most} for update`.execute(tx);
  return rows;
}

/** Puts a value that is encrypted anew in the place of the one it was made from; does nothing where that has changed meanwhile. */
export async function replaceSealed(
  tx: Tx,
  { table, column, key }: SealedColumn,
  id: string,
  value: { from: Buffer; to: Buffer },
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value.to}
    where ${sql.ref(key)} = ${id} and ${sql.ref(column)} = ${value.from}`.execute(tx);
}
