import { sql } from 'kysely';
import type { Tx } from './dialect.ts';

const asked = new WeakMap<Tx, Promise<string>>();
/** What the revision was when a request came, or how to find out: asked for only when something remembered is wanted. */
export type ToldRevision = string | (() => Promise<string>);

const told = new WeakMap<Tx, ToldRevision>();
const databases = new WeakMap<Tx, object>();

/** Marks a transaction as one of the database that `of` stands for. */
export function fromDatabase(of: object, tx: Tx): Tx {
  databases.set(tx, of);
  return tx;
}

/** What stands for the database of a transaction: two databases may have the same revision of different data. */
export function databaseOf(tx: Tx): object {
  const of = databases.get(tx);
  if (!of) throw new Error('a transaction of no database');
  return of;
}

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
