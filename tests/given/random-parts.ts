import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Succession } from '../../src/domain/organisations/succession.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import type { Organisation, Unit } from './world-parts.ts';

/** The moment of the world: noon in Sweden. */
export const TODAY = Temporal.PlainDate.from('2026-11-22');
export const NOW = TODAY.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();

/** The same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Periods around today: long in force, begun today, ended today (the first day without), not begun, over, and open at the end. */
export const DAYS: readonly (readonly [from: number, until: number | undefined])[] = [
  [-300, undefined],
  [-300, 40],
  [0, undefined],
  [0, 1],
  [-10, 0],
  [-30, -3],
  [1, undefined],
];
/** The same in seconds around now. */
export const SECONDS: readonly (readonly [from: number, until: number | undefined])[] = [
  [-900, undefined],
  [-900, 900],
  [0, 60],
  [-900, 0],
  [-900, -1],
  [1, 900],
];

/** Puts rows into a table, as the owner; what a row lacks is null. */
export async function fillTable(tx: Tx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(Object.assign({}, ...rows) as object).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(tx);
}

/** A merger or a split of units as the register keeps it: the cases go on in what parts are merged into. */
export function successionRow({ on, how, from, to }: Succession) {
  return { id: randomUUID(), on_date: on, how, of: 'unit', from_id: from, to_id: to, takes_cases: how === 'merge' };
}

/** What has happened to the units of each organisation: two mergers in a row, one that begins today and one tomorrow, and a split. */
export function unitSuccessions(organisations: readonly Organisation[]): Succession[] {
  return organisations.flatMap(({ units: [first, second_, third], former }): Succession[] => {
    const step = (how: Succession['how'], from: Unit | undefined, to: Unit | undefined, on: number) => ({
      how,
      from: from?.id ?? '',
      to: to?.id ?? '',
      on: TODAY.add({ days: on }),
    });
    const [old, older, today, coming, parted] = former;
    return [
      ...[
        step('merge', older, old, -50),
        step('merge', old, first, -5),
        step('merge', today, second_, 0),
        step('merge', coming, second_, 1),
      ],
      ...[step('split', parted, third, -3), step('split', parted, first, -3)],
    ];
  });
}
