import { sql } from 'kysely';
import type { LinkResult } from '../../domain/link-checks/results.ts';
import type { Tx } from '../../platform/index.ts';

/** A check of an address, as it is kept. `on` is an ISO day in Sweden. */
export type LinkCheck = {
  readonly url: string;
  readonly on: string;
  readonly result: LinkResult;
  readonly status: number | null;
  readonly movedTo: string | null;
  readonly how: 'network' | 'file';
};

/** Keeps a result that somebody found elsewhere. As the owner. */
export async function insertLinkCheck(
  tx: Tx,
  id: string,
  { url, on, result, status, movedTo, how }: LinkCheck,
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into link_check (id, url, on_date, result, http_status, moved_to, how, at)
    values (${id}, ${url}, ${on}, ${result}, ${status}, ${movedTo}, ${how}, ${at})`.execute(tx);
}

/** Keeps what the program found itself. Answers false, and keeps nothing, when the address was tried within the week. */
export async function keepLinkCheck(
  tx: Tx,
  id: string,
  { url, on, result, status, movedTo }: Omit<LinkCheck, 'how'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean;
  }>`select keep_link_check(${id}, ${url}, ${on}, ${result}, ${status}, ${movedTo}, ${at}) as kept`.execute(tx);
  return rows[0]?.kept ?? false;
}

/** The latest check of every address that was ever tried, by address; at most up to `on`. */
export async function latestLinkChecks(tx: Tx, on: Temporal.PlainDate): Promise<Map<string, LinkCheck>> {
  const { rows } =
    await sql<LinkCheck>`select distinct on (url) url, on_date::text as "on", result, http_status as status, moved_to as "movedTo", how
    from link_check where on_date <= ${on}::date order by url, on_date desc, nth desc`.execute(tx);
  return new Map(rows.map((check) => [check.url, check]));
}

/** Of these ids of work, those that have no job. */
export async function withoutJob(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id::text as id from unnest(${[...ids]}::uuid[]) as t (id)
    where not exists (select from job.job j where j.name = 'check-link' and j.id = t.id)`.execute(tx);
  return rows.map(({ id }) => id);
}
