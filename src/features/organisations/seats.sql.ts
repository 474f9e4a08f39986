import { sql } from 'kysely';
import { holdsOn } from '../../domain/organisations/period.ts';
import { type Seat, type SeatPosition, seatPositions } from '../../domain/organisations/seat.ts';
import type { Tx } from '../../platform/index.ts';
import { type PeriodRow, periodOf } from './rows.ts';

type Row = PeriodRow & {
  id: string;
  county_code: string;
  body: string;
  position: SeatPosition;
  organisation_id: string;
  holder: string;
  account_id: string | null;
};

const COLUMNS = sql`id, county_code, body, position, organisation_id, holder, account_id, lower(valid) as from_day, upper(valid) - 1 as to_day`;

/** The seats that have ever been held in the bodies of a county, or in one of them, in the order they began. */
export async function listSeats(tx: Tx, county: string, body?: string): Promise<Seat[]> {
  const { rows } = await sql<Row>`select ${COLUMNS}
    from seat where withdrawn is null and county_code = ${county} and (${body ?? null}::text is null or body = ${body ?? null}) order by lower(valid), id`.execute(
    tx,
  );
  return rows.map(seatOf);
}

export async function findSeat(tx: Tx, id: string): Promise<Seat | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from seat where id = ${id} and withdrawn is null`.execute(tx);
  return rows.map(seatOf)[0];
}

/** The seats that an account acts from on the day, in any county, in the order they began. */
export async function findSeatsOfAccount(tx: Tx, account: string, on: Temporal.PlainDate): Promise<Seat[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from seat where account_id = ${account} and valid @> ${on}::date
    order by lower(valid), id`.execute(tx);
  return rows.map(seatOf);
}

/** Who holds a seat on a day, and the account that acts from it; null where there is none. */
export type SeatHolder = {
  readonly id: string;
  readonly body: string;
  readonly position: SeatPosition;
  /** Id of the organisation that the seat is held for. */
  readonly organisation: string;
  readonly account: string | null;
  /** Public name of the holder. */
  readonly holder: string;
};

/** Who holds the seats of a joint body on the day: the chair, the vice chairs, the members and the deputies, each in the order they began. */
export async function findSeatHolders(tx: Tx, county: string, body: string, on: Temporal.PlainDate): Promise<SeatHolder[]> {
  const held = (await listSeats(tx, county, body)).filter((seat) => holdsOn(seat, on));
  return held
    .toSorted((a, b) => seatPositions.indexOf(a.position) - seatPositions.indexOf(b.position))
    .map(({ id, position, organisation, account, holder }) => ({ id, body, position, organisation, account: account ?? null, holder }));
}

export async function insertSeat(tx: Tx, { id, county, body, position, organisation, holder, account, from, to }: Seat): Promise<void> {
  await sql`insert into seat (id, county_code, body, position, organisation_id, holder, account_id, valid)
    values (${id}, ${county}, ${body}, ${position}, ${organisation}, ${holder}, ${account ?? null}, daterange(${from}::date, ${to ?? null}::date, '[]'))`.execute(
    tx,
  );
}

/** Ends a seat after its last day. Answers false when it has another end already. */
export async function endSeatAfter(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update seat set valid = daterange(lower(valid), ${lastDay}::date, '[]')
    where id = ${id} and upper_inf(valid) and lower(valid) <= ${lastDay}::date`.execute(tx);
  return numAffectedRows === 1n;
}

/** Withdraws a seat that begins on the day or later. Answers false when it does not, or is withdrawn already. */
export async function withdrawSeatFrom(tx: Tx, id: string, day: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update seat set withdrawn = valid, valid = 'empty'
    where id = ${id} and withdrawn is null and lower(valid) >= ${day}::date`.execute(tx);
  return numAffectedRows === 1n;
}

/** The seats of an organisation that are held on the day or later. */
export async function listSeatsOf(tx: Tx, organisation: string, on: Temporal.PlainDate): Promise<Seat[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from seat
    where withdrawn is null and organisation_id = ${organisation} and valid && daterange(${on}::date, null) order by lower(valid), id`.execute(
    tx,
  );
  return rows.map(seatOf);
}

/** Cuts a seat short, so that its last day is the day before. It must have begun by then. */
export async function cutSeat(tx: Tx, id: string, on: Temporal.PlainDate): Promise<void> {
  await sql`update seat set valid = daterange(lower(valid), ${on}::date) where id = ${id} and lower(valid) < ${on}::date`.execute(tx);
}

function seatOf(row: Row): Seat {
  const { id, county_code: county, body, position, organisation_id: organisation, holder, account_id: account } = row;
  return { ...periodOf(row), id, county, body, position, organisation, holder, ...(account ? { account } : {}) };
}
