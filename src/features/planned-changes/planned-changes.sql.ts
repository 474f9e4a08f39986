import { sql } from 'kysely';
import type { Party } from '../../domain/agreements/parties.ts';
import type { Reply } from '../../domain/planned-changes/process.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** An announced change as it was opened: nothing of it ever changes. */
export type ChangeRow = {
  readonly id: string;
  readonly county: string;
  readonly organisation: string;
  readonly party: Party;
  readonly openedBy: string;
};

/** What is announced, as it was worded once. Days are ISO; `rows` are `slug#row`. */
export type WordingRow = {
  readonly change: string;
  readonly number: number;
  readonly act: string;
  readonly title: string;
  readonly what: string;
  readonly services: string;
  readonly affects: string;
  readonly from: string;
  readonly units: readonly string[];
  readonly rows: readonly string[];
  readonly at: Temporal.Instant;
};

/** A party that is told of a wording. */
export type PartyRow = { readonly change: string; readonly number: number; readonly party: Party; readonly organisation: string };

/** What was said of a wording. */
export type ReplyRow = Reply & { readonly change: string; readonly text: string; readonly at: Temporal.Instant };

export async function insertChange(tx: Tx, { id, county, organisation, party, openedBy }: ChangeRow, at: Temporal.Instant): Promise<void> {
  await sql`insert into planned_change (id, county_code, organisation_id, party, opened_by, opened_at)
    values (${id}, ${county}, ${organisation}, ${party}, ${openedBy}, ${at})`.execute(tx);
}

export async function insertWording(tx: Tx, wording: WordingRow): Promise<void> {
  const { change, number, act, title, what, services, affects, from, units, rows, at } = wording;
  await sql`insert into planned_change_wording (change_id, number, act_id, title, what, services, affects, from_day, units, rows, at)
    values (${change}, ${number}, ${act}, ${title}, ${what}, ${services}, ${affects}, ${from}, ${[...units]}::uuid[], ${[...rows]}, ${at})`.execute(
    tx,
  );
}

/** Keeps who is told of a wording; `remindOn` is the day of the first reminder. */
export async function insertParty(tx: Tx, id: string, told: PartyRow, remindOn: Temporal.PlainDate): Promise<void> {
  const { change, number, party, organisation } = told;
  await sql`insert into planned_change_party (id, change_id, number, party, organisation_id, remind_on)
    values (${id}, ${change}, ${number}, ${party}, ${organisation}, ${remindOn})`.execute(tx);
}

export async function insertReply(tx: Tx, act: string, reply: ReplyRow): Promise<void> {
  const { change, number, party, kind, text, turn, at } = reply;
  await sql`insert into planned_change_reply (act_id, change_id, number, party, kind, text, turn, at)
    values (${act}, ${change}, ${number}, ${party}, ${kind}, ${text}, ${turn}, ${at})`.execute(tx);
}

/** Keeps that somebody of the party has opened the wording, the first time. */
export async function insertSeen(tx: Tx, { change, number, party }: Omit<PartyRow, 'organisation'>, at: Temporal.Instant): Promise<void> {
  await sql`insert into planned_change_seen (change_id, number, party, at) values (${change}, ${number}, ${party}, ${at})
    on conflict do nothing`.execute(tx);
}

/** Makes whoever else wants to do something about this change wait until this transaction is done. */
export async function lockChange(tx: Tx, id: string): Promise<void> {
  await lockSubject(tx, 'planned-change', id);
}

/**
 * Changes of a county; of those the ones that touch an agreement and are open on a day, or that wait for something of a party: a receipt, or, of the organisation
 * that announced, an answer to an objection; or one by its id.
 */
export type WhichChanges =
  | { county: string }
  | { county: string; openOf: { slug: string; on: Temporal.PlainDate } }
  | { county: string; waitingFor: { party: Party; organisation: string } }
  | { id: string };

/** The announced changes that are asked for, the latest first. What is open is what `isOpen` says. */
export async function listChanges(tx: Tx, which: WhichChanges): Promise<ChangeRow[]> {
  const chosen =
    'id' in which
      ? sql`id = ${which.id}`
      : 'openOf' in which
        ? sql`county_code = ${which.county} and ${isOpenOf(which.openOf)}`
        : 'waitingFor' in which
          ? sql`county_code = ${which.county} and ${isWaitingFor(which.waitingFor)}`
          : sql`county_code = ${which.county}`;
  const { rows } = await sql<ChangeRow>`select id, county_code as county, organisation_id as organisation, party, opened_by as "openedBy"
    from planned_change where ${chosen} order by opened_at desc, id`.execute(tx);
  return rows;
}

/** The wording (`w`) that holds. */
const HOLDS = sql`w.change_id = planned_change.id
      and not exists (select from planned_change_wording later where later.change_id = w.change_id and later.number > w.number)`;
/** Has somebody objected to it (`w`) and got no answer since? */
const OBJECTED = sql`exists (
        select from planned_change_reply r where r.change_id = w.change_id and r.number = w.number and r.kind = 'objected'
          and not exists (
            select from planned_change_reply later where later.change_id = r.change_id and later.number = r.number
              and later.party = r.party and later.turn > r.turn
          )
      )`;
const NOT_CALLED_OFF = sql`not exists (select from act a where a.subject_id = planned_change.id and a.kind = 'planned-changes.withdraw')`;

/** Does the wording that holds touch the agreement, and lie ahead or have an objection that has no answer; and is it not called off? */
function isOpenOf({ slug, on }: { slug: string; on: Temporal.PlainDate }) {
  return sql`exists (
    select from planned_change_wording w where ${HOLDS}
      and exists (select from unnest(w.rows) as touched (word) where starts_with(touched.word, ${`${slug}#`}))
      and (w.from_day > ${on}::date or ${OBJECTED})
  ) and ${NOT_CALLED_OFF}`;
}

/** Is the party told of the wording that holds and has said nothing of it, or has the organisation announced it and left an objection without answer? */
function isWaitingFor({ party, organisation }: { party: Party; organisation: string }) {
  return sql`exists (
    select from planned_change_wording w where ${HOLDS} and (
      exists (select from planned_change_party p where p.change_id = w.change_id and p.number = w.number and p.party = ${party}
        and not exists (select from planned_change_reply r where r.change_id = w.change_id and r.number = w.number and r.party = p.party))
      or (planned_change.organisation_id = ${organisation} and ${OBJECTED})
    )
  ) and ${NOT_CALLED_OFF}`;
}

/** Every wording of these changes, in order. */
export async function listWordings(tx: Tx, changes: readonly string[]): Promise<WordingRow[]> {
  const { rows } =
    await sql<WordingRow>`select change_id as change, number, act_id as act, title, what, services, affects, from_day::text as "from",
      units, rows, at from planned_change_wording where change_id = any(${[...changes]}::uuid[]) order by change_id, number`.execute(tx);
  return rows;
}

export async function listParties(tx: Tx, changes: readonly string[]): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`select change_id as change, number, party, organisation_id as organisation
    from planned_change_party where change_id = any(${[...changes]}::uuid[]) order by change_id, number, party`.execute(tx);
  return rows;
}

/** Everything that was said of these changes, in order. */
export async function listReplies(tx: Tx, changes: readonly string[]): Promise<ReplyRow[]> {
  const { rows } = await sql<ReplyRow>`select change_id as change, number, party, kind, text, turn, at
    from planned_change_reply where change_id = any(${[...changes]}::uuid[]) order by change_id, turn`.execute(tx);
  return rows;
}

/** Which of these changes are called off, each with when. */
export async function listWithdrawn(tx: Tx, changes: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  const { rows } = await sql<{ change: string; at: Temporal.Instant }>`select subject_id as change, at from act
    where kind = 'planned-changes.withdraw' and subject_id = any(${[...changes]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ change, at }) => [change, at]));
}

/** When a wording reached an inbox at an organisation, and when somebody of the party first opened it; null is not yet. */
export type Delivery = {
  readonly party: Party;
  readonly delivered: Temporal.Instant | null;
  readonly seen: Temporal.Instant | null;
};

export async function listDeliveries(tx: Tx, change: string, number: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`select p.party, d.delivered_at as delivered, s.at as seen
    from planned_change_party p
    left join deliveries_of_planned_change(${change}) d on d.number = p.number and d.organisation_id = p.organisation_id
    left join planned_change_seen s on s.change_id = p.change_id and s.number = p.number and s.party = p.party
    where p.change_id = ${change} and p.number = ${number}`.execute(tx);
  return rows;
}

export type OwnUnit = { readonly id: string; readonly name: string };

/** The units of an organisation on the day, by name. */
export async function listOwnUnits(tx: Tx, organisation: string, today: Temporal.PlainDate): Promise<OwnUnit[]> {
  const { rows } = await sql<OwnUnit>`select unit_id as id, name from unit_version
    where organisation_id = ${organisation} and valid @> ${today}::date order by name collate "sv-x-icu", unit_id`.execute(tx);
  return rows;
}

/** What units are called, by id: as they are today, or were last. */
export async function findUnitNames(tx: Tx, units: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<OwnUnit>`select distinct on (unit_id) unit_id as id, name from unit_version
    where unit_id = any(${[...units]}::uuid[]) order by unit_id, lower(valid) desc`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Parties that are to be reminded and have no job, the longest waiting first. */
export async function listDueReminders(tx: Tx, on: Temporal.PlainDate, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select due_planned_change_reminders(${on}, ${most}) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Reminds a party, and again after so many days. Answers false when it is not due. */
export async function remindParty(
  tx: Tx,
  id: string,
  when: { on: Temporal.PlainDate; again: number; at: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select remind_of_planned_change(${id}, ${when.on}, ${when.again}, ${when.at}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}
