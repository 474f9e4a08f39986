import { createHash } from 'node:crypto';

/** One plan in so many is one that the measured unit takes part in. */
export const SHARE = 10;

/** How many texts, goals, measures and tasks each plan has. */
export const PER_PLAN = { text: 4, goal: 2, measure: 3, task: 1 } as const;
export type Sealed = keyof typeof PER_PLAN | 'initiative';

/** The id of the n-th of something: the same in SQL as here. */
export function benchId(what: string, n: number | string): string {
  const hex = createHash('md5').update(`${what}:${n}`).digest('hex');
  const digits = `${hex.slice(0, 12)}7${hex.slice(13, 16)}8${hex.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same in SQL. */
export const SQL_ID = `create or replace function bench_id(what text, n text) returns uuid language sql immutable as $$
  select (substr(h, 1, 12) || '7' || substr(h, 14, 3) || '8' || substr(h, 18))::uuid from (select md5(what || ':' || n) as h) m $$`;

/** The n-th plan that the measured unit takes part in, of so many plans in all. */
export const planOfUnit = (n: number, plans: number): string => benchId('plan', (n % (plans / SHARE)) * SHARE);

/** Plans that tasks are asked in while it is measured: so many, all of the measured unit, and others for each size, as what has been asked is not asked again. */
export const WRITING = 3_000;
export const firstWritten = (plans: number): number => 10_000_000 + plans;
/** The n-th of them, and the measure in it that nobody has been asked to do. */
export const writtenPlan = (n: number, plans: number): string => benchId('plan', firstWritten(plans) + (n % WRITING));
export const unaskedMeasure = (n: number, plans: number): string =>
  benchId('measures', `${firstWritten(plans) + (n % WRITING)}:${PER_PLAN.measure}`);
