import { type Refusal, refuse } from '../refusal.ts';
import type { Change } from './changes.ts';
import type { Organisation } from './organisation.ts';
import { compareDays, lastOf } from './period.ts';
import type { UnitVersion } from './unit.ts';

export type IntoRefusal = Refusal<'organisation-into-itself'> | Refusal<'organisation-of-other-kind'> | Refusal<'organisation-not-open'>;

/**
 * What speaks against one organisation going up into another on a day: they are the same (`organisation-into-itself`), of different kinds or counties
 * (`organisation-of-other-kind`), or the other does not exist that day without an end (`organisation-not-open`). Undefined when nothing does.
 */
export function intoFault(one: Organisation, into: Organisation, day: Temporal.PlainDate): IntoRefusal | undefined {
  if (one.id === into.id) return refuse('organisation-into-itself');
  if (one.kind !== into.kind || one.county !== into.county) return refuse('organisation-of-other-kind');
  const last = lastOf(into.versions);
  const first = into.versions.toSorted((a, b) => compareDays(a.from, b.from))[0];
  if (!last || last.to !== undefined || !first || compareDays(first.from, day) > 0) return refuse('organisation-not-open');
  return undefined;
}

/** What speaks against a unit being opened in an organisation or coming to it: that it is to end (`organisation-ends`), since the unit would be left behind in it. */
export function unitComesFault(organisation: Organisation): Refusal<'organisation-ends'> | undefined {
  return lastOf(organisation.versions)?.to === undefined ? undefined : refuse('organisation-ends');
}

/**
 * How a unit of one organisation goes on in another from a day, for as long as it was to be open: undefined when it is not open then or is another's.
 * Refuses `change-not-after-last` (params.last: ISO day) when something of it is decided for the day or later.
 */
export function handOver(
  versions: readonly UnitVersion[],
  { from, to }: { from: string; to: string },
  day: Temporal.PlainDate,
): Change<UnitVersion> | Refusal<'change-not-after-last'> | undefined {
  const last = lastOf(versions);
  if (!last || last.organisation !== from || (last.to !== undefined && compareDays(last.to, day) < 0)) return undefined;
  if (compareDays(day, last.from) <= 0) return refuse('change-not-after-last', { last: last.from.toString() });
  return { ends: { from: last.from, to: day.subtract({ days: 1 }) }, begins: { ...last, organisation: to, from: day } };
}
