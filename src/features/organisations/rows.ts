import type { Period } from '../../domain/organisations/period.ts';

/** The days of a period as the database answers them: its last day, or null. */
export type PeriodRow = { readonly from_day: Temporal.PlainDate; readonly to_day: Temporal.PlainDate | null };

/** A period of a row. */
export function periodOf({ from_day, to_day }: PeriodRow): Period {
  return { from: from_day, ...(to_day ? { to: to_day } : {}) };
}

/** The rows of each id, in their order. */
export function groupedBy<Row>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(rows, idOf);
}
