import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const DATE_ARRAY = 1182;

const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => Temporal.PlainDate.from(text)],
  [DATE_ARRAY, dates],
  [TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [INT8, safeInteger],
]);

/** How values come out of PostgreSQL: date → PlainDate, timestamptz → Instant, bigint → number (an unsafe one throws), numeric → string. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** How values go in: Temporal values as ISO text, also inside arrays; everything else as the driver does it. */
export function toParameter(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString();
  return Array.isArray(value) ? value.map(toParameter) : value;
}

/** A one-dimensional date array as PostgreSQL writes it: `{2026-01-01,NULL}`. */
function dates(text: string): (Temporal.PlainDate | null)[] {
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  return inside.split(',').map((part) => (part === 'NULL' ? null : Temporal.PlainDate.from(part)));
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit in a number`);
  return value;
}
