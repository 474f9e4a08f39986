import { sql } from 'kysely';
import { lockSubject, newId, type Tx } from '../../platform/index.ts';

/** Why agreements are looked at: all of them when a program starts and once a day by whichever process is first, one when something was registered about it. */
type Cause = 'start' | 'day' | { readonly actOn: string };

export async function askForRun(tx: Tx, cause: Cause, day: Temporal.PlainDate, at: Temporal.Instant): Promise<void> {
  const [name, slug] = typeof cause === 'string' ? [cause, null] : ['act', cause.actOn];
  await sql`insert into watch_run (id, day, cause, slug, at) values (${newId(at)}, ${day}, ${name}, ${slug}, ${at}) on conflict do nothing`.execute(
    tx,
  );
}

/** The looks that have been asked for, are not done and have no job, the oldest first. */
export async function listRuns(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from watch_run r where r.done_at is null
    and not exists (select from job.job j where j.name = 'watch-agreements' and j.id = r.id)
    order by r.at, r.id limit 100`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The one agreement that a look is at; undefined when it is at all of them. */
export async function findRunSlug(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string | null }>`select slug from watch_run where id = ${id}`.execute(tx);
  return rows[0]?.slug ?? undefined;
}

export async function endRun(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update watch_run set done_at = ${at} where id = ${id} and done_at is null`.execute(tx);
}

/** One process at a time looks at an agreement: whoever comes second waits, and then sees what the first has done. */
export async function lockAgreement(tx: Tx, slug: string): Promise<void> {
  await lockSubject(tx, 'agreement-watch', slug);
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
