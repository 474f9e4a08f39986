import { type RawBuilder, sql } from 'kysely';
import type { EmergencyReason, Verdict } from '../../domain/persons/emergency.ts';
import { lockSubject, type Tx } from '../../platform/index.ts';

/** Is the unit that who acts works in of a kind that lag (2022:913) covers? False without a unit. */
export async function isServiceCovered(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ covered: boolean | null }>`select under_shared_documentation(acting_case_unit()) as covered`.execute(tx);
  return rows[0]?.covered === true;
}

export type EmergencyRecord = { readonly id: string; readonly owner: string; readonly owner_name: string; readonly blocked: boolean };

/** Other huvudmen's records with this number, of services that the law covers. */
export async function listEmergencyRecords(tx: Tx, hash: Buffer): Promise<EmergencyRecord[]> {
  const { rows } = await sql<EmergencyRecord>`
    select r.person_id as id, r.organisation_id as owner, coalesce(o.name, '') as owner_name, r.blocked
    from emergency_records(${hash}) r
    left join organisation_version o on o.organisation_id = r.organisation_id and o.valid @> acting_today()
    order by o.name collate "sv-x-icu", r.person_id`.execute(tx);
  return rows;
}

export type NewOpening = {
  readonly id: string;
  readonly person: string;
  readonly owner: string;
  readonly account: string;
  readonly organisation: string;
  readonly unit: string;
  readonly provision: string;
  readonly reason: EmergencyReason;
  readonly reasonCipher: Buffer;
  readonly openedAt: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** An opening of a record by an account in a unit that lasts. Whoever asks at the same moment waits until the other is done. */
export async function findLastingOpening(
  tx: Tx,
  { account, unit, person }: { account: string; unit: string; person: string },
  now: Temporal.Instant,
): Promise<{ readonly until: Temporal.Instant } | undefined> {
  await lockSubject(tx, 'emergency', `${account}:${unit}:${person}`);
  const { rows } = await sql<{ until: Temporal.Instant }>`select until from emergency_opening
    where account_id = ${account} and unit_id = ${unit} and person_id = ${person} and opened_at <= ${now} and until > ${now}`.execute(tx);
  return rows[0];
}

/** Writes an opening of a record. Row-level security lets it in only for who acts, in their own unit. */
export async function insertOpening(tx: Tx, one: NewOpening): Promise<void> {
  await sql`insert into emergency_opening (id, person_id, owner_organisation_id, account_id, organisation_id, unit_id, provision, reason_code,
      reason_cipher, opened_at, until)
    values (${one.id}, ${one.person}, ${one.owner}, ${one.account}, ${one.organisation}, ${one.unit}, ${one.provision}, ${one.reason},
      ${one.reasonCipher}, ${one.openedAt}, ${one.until})`.execute(tx);
}

/** The account of the individual whose record has just been opened in an emergency; undefined until they have logged in. */
export async function findIndividualAccount(tx: Tx, person: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select account_of_person(${person}) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

export type OpeningRow = {
  readonly id: string;
  readonly person: string;
  readonly owner: string;
  readonly owner_name: string;
  readonly account: string;
  readonly account_name: string;
  readonly organisation: string;
  readonly unit_name: string;
  readonly provision: string;
  readonly reason: EmergencyReason;
  readonly reason_cipher: Buffer;
  readonly opened_at: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly verdict: Verdict | null;
  readonly reviewed_at: Temporal.Instant | null;
};

/** Openings made by staff of an organisation, those that wait for a verdict first, then the latest. */
export function listOpenings(tx: Tx, organisation: string, most: number): Promise<OpeningRow[]> {
  return openings(tx, sql`e.organisation_id = ${organisation}`, most);
}

/** An opening made by staff of an organisation, by its id. */
export async function findOpening(tx: Tx, organisation: string, id: string): Promise<OpeningRow | undefined> {
  const [row] = await openings(tx, sql`e.organisation_id = ${organisation} and e.id = ${id}`, 1);
  return row;
}

async function openings(tx: Tx, condition: RawBuilder<unknown>, most: number): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select e.id, e.person_id as person, e.owner_organisation_id as owner, coalesce(o.name, '') as owner_name, e.account_id as account,
      a.name as account_name, e.organisation_id as organisation, coalesce(u.name, '') as unit_name, e.provision, e.reason_code as reason,
      e.reason_cipher, e.opened_at, e.until, e.verdict, e.reviewed_at
    from emergency_opening e
    join account a on a.id = e.account_id
    left join organisation_version o on o.organisation_id = e.owner_organisation_id and o.valid @> acting_today()
    left join unit_version u on u.unit_id = e.unit_id and u.valid @> acting_today()
    where ${condition}
    order by e.verdict is not null, e.opened_at desc, e.id limit ${most}`.execute(tx);
  return rows;
}

/** An opening that nobody has judged. */
type UnreviewedOpening = { readonly id: string; readonly opened_at: Temporal.Instant };

/** So many at most are shown at a time; the next come when these are judged. */
const MOST_WAITING = 100;

/** Openings by staff of an organisation, other than the account itself, that have no verdict; the oldest first. */
export async function listUnreviewedOpenings(
  tx: Tx,
  { organisation, account }: { organisation: string; account: string },
): Promise<UnreviewedOpening[]> {
  const { rows } = await sql<UnreviewedOpening>`select id, opened_at from emergency_opening
    where organisation_id = ${organisation} and verdict is null and account_id <> ${account}
    order by opened_at, id limit ${MOST_WAITING}`.execute(tx);
  return rows;
}

type OwnOpeningRow = Pick<
  OpeningRow,
  'id' | 'person' | 'owner' | 'owner_name' | 'unit_name' | 'reason' | 'opened_at' | 'until' | 'verdict'
> & {
  readonly organisation_name: string;
};

/** Openings of the records about the individual who acts, the latest first. Names are those of the day it was done. */
export async function listOwnOpenings(tx: Tx): Promise<OwnOpeningRow[]> {
  const { rows } = await sql<OwnOpeningRow>`
    select e.id, e.person_id as person, e.owner_organisation_id as owner, coalesce(o.name, '') as owner_name, coalesce(h.name, '') as organisation_name,
      coalesce(u.name, '') as unit_name, e.reason_code as reason, e.opened_at, e.until, e.verdict
    from emergency_opening e
    cross join lateral (select (e.opened_at at time zone 'Europe/Stockholm')::date as day) d
    left join organisation_version o on o.organisation_id = e.owner_organisation_id and o.valid @> d.day
    left join organisation_version h on h.organisation_id = e.organisation_id and h.valid @> d.day
    left join unit_version u on u.unit_id = e.unit_id and u.valid @> d.day
    where e.person_id in (select acting_own_persons())
    order by e.opened_at desc, e.id limit ${MOST_WAITING}`.execute(tx);
  return rows;
}

export type NewVerdict = { readonly verdict: Verdict; readonly cipher: Buffer; readonly by: string };

/** Writes the verdict on an opening that has none. Answers false when somebody was before us, or it is not the reviewer's to judge. */
export async function writeVerdict(tx: Tx, id: string, { verdict, cipher, by }: NewVerdict, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`update emergency_opening
    set verdict = ${verdict}, verdict_cipher = ${cipher}, reviewed_by = ${by}, reviewed_at = ${now}
    where id = ${id} and verdict is null`.execute(tx);
  return numAffectedRows === 1n;
}
