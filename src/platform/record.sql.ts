import { sql } from 'kysely';
import type { Tx } from './db/index.ts';

/** An act as it is stored: who did it as what, to what, and from which day (ISO) it holds. `content` becomes JSON. */
export type NewAct = {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly account: string | null;
  readonly assignment: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly effectiveOn: string;
  readonly content: object;
};

/** Something to be told because of an act. `to` and `params` become JSON. */
export type NewTelling = {
  readonly id: string;
  readonly act: string;
  readonly kind: string;
  readonly to: object;
  readonly params: object;
  readonly at: string;
};

export async function insertAct(tx: Tx, { id, at, kind, account, assignment, subject, effectiveOn, content }: NewAct): Promise<void> {
  await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
    values (${id}, ${at}, ${kind}, ${account}, ${assignment}, ${subject.kind}, ${subject.id}, ${effectiveOn},
      ${JSON.stringify(content)})`.execute(tx);
}

export async function insertTelling(tx: Tx, { id, act, kind, to, params, at }: NewTelling): Promise<void> {
  await sql`insert into outbox (id, act_id, kind, receivers, params, created_at)
    values (${id}, ${act}, ${kind}, ${JSON.stringify(to)}, ${JSON.stringify(params)}, ${at})`.execute(tx);
}

/** An act of the demonstration, once: by an account, as the first assignment it has. `on`: from which day it holds; else the day of `at` in Sweden. */
export type SeedAct = Pick<NewAct, 'id' | 'kind' | 'subject' | 'content'> & {
  readonly account: string;
  readonly at: string | Temporal.Instant;
  readonly on?: string;
};

/** Writes an act of the demonstration, as the owner. Answers false when it was there already. */
export async function insertSeedAct(tx: Tx, { id, at, kind, account, subject, on, content }: SeedAct): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
    values (${id}, ${at}, ${kind}, ${account}, (select m.id from assignment m where m.account_id = ${account} order by m.id limit 1), ${subject.kind},
      ${subject.id}, coalesce(${on ?? null}::date, (${at}::timestamptz at time zone 'Europe/Stockholm')::date), ${JSON.stringify(content)})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
