import { sql } from 'kysely';
import type { CasesOfRecord } from '../../domain/organisations/place-records.ts';
import type { Tx } from '../../platform/index.ts';
import { groupedBy } from './rows.ts';

type Row = {
  readonly person: string;
  readonly contact: string | null;
  readonly case_number: string;
  readonly unit: string;
  readonly open: boolean;
  readonly until: Temporal.PlainDate | null;
};

/** The records that are of the organisation the day before, each with its cases as they are on the day. Answered to the county administrator alone. */
export async function listCases(tx: Tx, organisation: string, on: Temporal.PlainDate): Promise<CasesOfRecord[]> {
  const { rows } = await sql<Row>`select * from cases_of_organisation(${organisation}, ${on}::date)`.execute(tx);
  return [...groupedBy(rows, ({ person }) => person)].map(([person, all]) => ({
    person,
    cases: all.flatMap(({ contact, case_number, unit, open, until }) =>
      contact === null ? [] : [{ id: contact, number: case_number, unit, open, until: until ?? undefined }],
    ),
  }));
}

/** Gives each record to a part of the organisation that is divided. Answers the contacts that end with it: of units that go to other parts. */
export async function partRecords(
  tx: Tx,
  { organisation, on, placed }: { organisation: string; on: Temporal.PlainDate; placed: ReadonlyMap<string, string> },
): Promise<{ person: string; contact: string }[]> {
  const { rows } = await sql<{ person: string; contact: string }>`
    select person, contact from part_records(${organisation}, ${on}::date, ${[...placed.keys()]}::uuid[], ${[...placed.values()]}::uuid[])
    order by contact`.execute(tx);
  return rows;
}
