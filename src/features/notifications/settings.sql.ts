import { sql } from 'kysely';
import type { Rhythm } from '../../domain/notifications/digest-day.ts';
import type { Tx } from '../../platform/index.ts';

/** What someone has chosen for e-mail, by kind of notice. */
export async function listChosen(tx: Tx): Promise<Map<string, Rhythm>> {
  const { rows } = await sql<{ kind: string; digest: Rhythm }>`select kind, digest from notice_setting
    where account_id = acting_account()`.execute(tx);
  return new Map(rows.map(({ kind, digest }) => [kind, digest]));
}

/** Notes how often e-mail reminds an account of a kind of notice, over what was chosen before. */
export async function setRhythm(tx: Tx, account: string, kind: string, digest: Rhythm): Promise<void> {
  await sql`insert into notice_setting (account_id, kind, digest) values (${account}, ${kind}, ${digest})
    on conflict (account_id, kind) do update set digest = excluded.digest`.execute(tx);
}

/** The e-mail address of an account; null when it has none. */
export async function findEmail(tx: Tx, account: string): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`select email from account where id = ${account}`.execute(tx);
  return rows[0]?.email ?? null;
}

/** A period away, or one of a colleague that one is deputy in (`own` is false). `first` and `last` are Swedish days. */
export type AbsenceRow = {
  readonly id: string;
  readonly own: boolean;
  readonly account: string;
  readonly deputy: string | null;
  /** Of the deputy in one's own, of the absent one otherwise. */
  readonly name: string | null;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
};

/** Periods that are not over, one's own and those one is deputy in, the next first. */
export async function listAbsences(tx: Tx, today: Temporal.PlainDate): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    select b.id, b.account_id = acting_account() as own, b.account_id as account, b.deputy_id as deputy, other.name,
      lower(b.valid) as first, (upper(b.valid) - 1) as last
    from absence b left join account other on other.id = case when b.account_id = acting_account() then b.deputy_id else b.account_id end
    where b.withdrawn_at is null and upper(b.valid) > ${today}::date order by first, b.id`.execute(tx);
  return rows;
}

export type NewAbsence = {
  readonly id: string;
  readonly account: string;
  readonly deputy: string | undefined;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
};

/** Adds a period away. Answers false when it overlaps one that is there. */
export async function insertAbsence(tx: Tx, { id, account, deputy, first, last }: NewAbsence, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into absence (id, account_id, deputy_id, valid, created_at)
    values (${id}, ${account}, ${deputy ?? null}, daterange(${first}::date, ${last}::date, '[]'), ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Withdraws one's own period away. Answers it, or undefined when it is not one's own or was withdrawn before. */
export async function withdraw(
  tx: Tx,
  id: string,
  now: Temporal.Instant,
): Promise<{ deputy: string | null; first: Temporal.PlainDate; last: Temporal.PlainDate } | undefined> {
  const { rows } = await sql<{ deputy: string | null; first: Temporal.PlainDate; last: Temporal.PlainDate }>`
    update absence set withdrawn_at = ${now} where id = ${id} and account_id = acting_account() and withdrawn_at is null
    returning deputy_id as deputy, lower(valid) as first, (upper(valid) - 1) as last`.execute(tx);
  return rows[0];
}

/** The colleagues who could be someone's deputy: staff with an assignment at the organisation that day, by name. */
export async function listColleagues(
  tx: Tx,
  { account, organisation }: { account: string; organisation: string },
  today: Temporal.PlainDate,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct a.id, a.name, a.name collate "sv-x-icu" as sorted from account a
    join assignment m on m.account_id = a.id and m.valid @> ${today}::date and m.organisation_id = ${organisation}
    where a.id <> ${account} and a.deactivated_at is null order by sorted, a.id`.execute(tx);
  return rows.map(({ id, name }) => ({ id, name }));
}
