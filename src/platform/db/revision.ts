import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

const asked = new WeakMap<Tx, Promise<string>>();

/** The revision of everything loaded from files, as seen by this transaction; asked for once in each. */
export function catalogueRevision(tx: Tx): Promise<string> {
  let revision = asked.get(tx);
  if (!revision) {
    revision = sql<{ revision: string }>`select revision::text as revision from catalogue`
      .execute(tx)
      .then(({ rows }) => rows[0]?.revision ?? '');
    asked.set(tx, revision);
  }
  return revision;
}
