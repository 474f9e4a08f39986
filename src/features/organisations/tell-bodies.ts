import type { Telling, Tx } from '../../platform/index.ts';
import { regionId } from './ensure-organisations.ts';
import { accountsSitting } from './sitting.sql.ts';

/**
 * Whom to tell what joint bodies of a county should know: everyone who acts in one of them on the day, by a seat or by an assignment, each once; and for a body
 * that nobody acts in, `whereNobodySits`. So those who can act for a body are always among those told.
 */
export async function tellBodies(tx: Tx, county: string, bodies: readonly string[], on: Temporal.PlainDate): Promise<Telling['to'][]> {
  const each = await Promise.all(bodies.map((body) => accountsSitting(tx, county, { bodies: [body] }, on)));
  const accounts = [...new Set(each.flat())];
  return [...(accounts.length > 0 ? [{ accounts }] : []), ...(each.some((all) => all.length === 0) ? [whereNobodySits(county)] : [])];
}

/** Who is told instead, where nobody acts in a body or from a seat: the registrar of the region, who passes it on outside the program. */
export function whereNobodySits(county: string): Telling['to'] {
  return { role: 'registrar', organisation: regionId(county) };
}

/** The same receivers once, in the order that they came. */
export function eachOnce(all: readonly Telling['to'][]): Telling['to'][] {
  return [...new Map(all.map((to) => [JSON.stringify(to), to])).values()];
}
