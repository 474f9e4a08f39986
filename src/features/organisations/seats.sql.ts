import { sql } from 'kysely';
import type { Seat, SeatPosition } from '../../domain/organisations/seat.ts';
import type { Tx } from '../../platform/index.ts';
import { type PeriodRow, periodOf } from './rows.ts';

type Row = PeriodRow & { id: string; county_code: string; body: string; position: SeatPosition; organisation_id: string; holder: string };

/** The seats that have ever been held in the bodies of a county, or in one of them, in the order they began. */
export async function listSeats(tx: Tx, county: string, body?: string): Promise<Seat[]> {
  const { rows } =
    await sql<Row>`select id, county_code, body, position, organisation_id, holder, lower(valid) as from_day, upper(valid) - 1 as to_day
    from seat where county_code = ${county} and (${body ?? null}::text is null or body = ${body ?? null}) order by lower(valid), id`.execute(
      tx,
    );
  return rows.map(seatOf);
}

export async function findSeat(tx: Tx, id: string): Promise<Seat | undefined> {
  const { rows } =
    await sql<Row>`select id, county_code, body, position, organisation_id, holder, lower(valid) as from_day, upper(valid) - 1 as to_day
    from seat where id = ${id}`.execute(tx);
  return rows.map(seatOf)[0];
}

export async function insertSeat(tx: Tx, { id, county, body, position, organisation, holder, from, to }: Seat): Promise<void> {
  await sql`insert into seat (id, county_code, body, position, organisation_id, holder, valid)
    values (${id}, ${county}, ${body}, ${position}, ${organisation}, ${holder}, daterange(${from}::date, ${to ?? null}::date, '[]'))`.execute(
    tx,
  );
}

/** Ends a seat after its last day. Answers false when it has another end already. */
export async function endSeatAfter(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update seat set valid = daterange(lower(valid), ${lastDay}::date, '[]')
    where id = ${id} and upper_inf(valid) and lower(valid) <= ${lastDay}::date`.execute(tx);
  return numAffectedRows === 1n;
}

function seatOf(row: Row): Seat {
  const { id, county_code: county, body, position, organisation_id: organisation, holder } = row;
  return { ...periodOf(row), id, county, body, position, organisation, holder };
}
