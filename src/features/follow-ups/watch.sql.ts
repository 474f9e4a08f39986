import { sql } from 'kysely';
import { newId, type Tx } from '../../platform/index.ts';

/** Asks for a look at all agreements: when a program starts, when something has been registered, and once a day by whichever process is first. */
export async function askForRun(tx: Tx, cause: 'start' | 'day' | 'act', day: Temporal.PlainDate, at: Temporal.Instant): Promise<void> {
  await sql`insert into watch_run (id, day, cause, at) values (${newId(at)}, ${day}, ${cause}, ${at}) on conflict do nothing`.execute(tx);
}

/** The looks that have been asked for and are not done, the oldest first. */
export async function listRuns(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from watch_run where done_at is null order by at, id limit 100`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function endRun(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update watch_run set done_at = ${at} where id = ${id} and done_at is null`.execute(tx);
}

/** One process at a time looks at an agreement: whoever comes second waits, and then sees what the first has done. */
export async function lockAgreement(tx: Tx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`watch:${slug}`}, 0))`.execute(tx);
}

type Watched = { readonly slug: string; readonly label: string; readonly what: string; readonly about: string };

/** What has been told about a version: as `what about`. */
export async function listTold(tx: Tx, slug: string, label: string): Promise<Set<string>> {
  const { rows } = await sql<{ told: string }>`select what || ' ' || about as told from agreement_watch
    where slug = ${slug} and label = ${label}`.execute(tx);
  return new Set(rows.map(({ told }) => told));
}

export async function noteTold(tx: Tx, { slug, label, what, about }: Watched, act: string, on: Temporal.PlainDate): Promise<void> {
  await sql`insert into agreement_watch (slug, label, what, about, act_id, on_date) values (${slug}, ${label}, ${what}, ${about}, ${act}, ${on})`.execute(
    tx,
  );
}

/** The accounts of those who sit in bodies of a county, or write agreements for organisations, on a day. */
export async function accountsSitting(
  tx: Tx,
  county: string,
  { bodies, organisations }: { bodies: readonly string[]; organisations: readonly string[] },
  on: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select a.id from accounts_sitting(${county}, ${[...bodies]}::text[], ${[...organisations]}::uuid[], ${on}) as a (id)
    order by a.id`.execute(tx);
  return rows.map(({ id }) => id);
}
