import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

const asked = new WeakMap<Tx, Promise<string>>();
/** What the revision was when a request came, or how to find out: asked for only when something remembered is wanted. */
export type ToldRevision = string | (() => Promise<string>);

const told = new WeakMap<Tx, ToldRevision>();

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

/** Tells a transaction what the revision was when its request came: what is remembered under it may be used without the transaction being begun for it. */
export function tellRevision(tx: Tx, revision: ToldRevision): void {
  told.set(tx, revision);
}

/** What the transaction was told, until it has asked for itself: from then on only what it sees counts. */
export async function toldRevision(tx: Tx): Promise<string | undefined> {
  const revision = asked.has(tx) ? undefined : told.get(tx);
  return typeof revision === 'function' ? revision() : revision;
}
