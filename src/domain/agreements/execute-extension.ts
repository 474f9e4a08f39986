import { dayAfter, lastDayAfter, type Requirement, restsOn, verdictOn } from './extension.ts';
import type { StatusGround } from './ground.ts';
import { statusOn } from './status.ts';

/** What one requirement of an extension rested on: the acts that show it. None: nothing is known to say otherwise. */
export type Rest = { readonly requirement: Requirement; readonly acts: readonly { readonly kind: string; readonly on: string }[] };

/**
 * What the terms make of a period of validity that has ended.
 * - `holds`: it was extended, from the day after `end` through `until`
 * - `lapsed`: it was not, since what is in `failed` did not hold
 * - `unknown`: nobody knows, until what is `open` is found out
 */
export type EndedPeriod = {
  readonly end: string;
  readonly until: string;
  readonly verdict: 'holds' | 'lapsed' | 'unknown';
  readonly rests: readonly Rest[];
  readonly failed: readonly Requirement[];
  readonly open: readonly Requirement[];
  readonly cites: readonly string[];
};

/**
 * What becomes of every period that had ended before `today`, the first of them first; the last is the one that did not hold. Nothing for an agreement that
 * has no extension, or did not apply on its last day. An extension is executed on `holds` alone: on what is unknown nothing is done.
 */
export function endedPeriods(ground: StatusGround, today: Temporal.PlainDate): EndedPeriod[] {
  const { validity, extension } = ground.terms;
  if (!extension || !validity.to) return [];
  const periods: EndedPeriod[] = [];
  let end = validity.to;
  for (let round = 0; round < extension.times && end < today.toString(); round++) {
    const applied = statusOn(ground, Temporal.PlainDate.from(end)).code;
    if (applied !== 'in-force' && applied !== 'extended') break;
    if (ground.acts.some(({ kind, on }) => kind === 'withdrawn' && on <= dayAfter(end))) break;
    const last = end;
    const found = extension.requires.map((requirement) => ({ requirement, verdict: verdictOn(ground, requirement, last) }));
    const of = (wanted: string) => found.filter(({ verdict }) => verdict === wanted).map(({ requirement }) => requirement);
    const [failed, open] = [of('false'), of('unknown')];
    const until = lastDayAfter(validity.to, extension.months * (round + 1));
    periods.push({
      end,
      until,
      verdict: failed.length > 0 ? 'lapsed' : open.length > 0 ? 'unknown' : 'holds',
      rests: extension.requires.map((requirement) => ({
        requirement,
        acts: ground.acts.filter((act) => restsOn(requirement, act, last)).map(({ kind, on }) => ({ kind, on })),
      })),
      failed,
      open: failed.length > 0 ? [] : open,
      cites: extension.cites,
    });
    if (failed.length > 0 || open.length > 0) break;
    end = until;
  }
  return periods;
}

/** The extensions that are to be noted now: those that hold and have no act yet. */
export function extensionsToNote(ground: StatusGround, today: Temporal.PlainDate): EndedPeriod[] {
  const noted = new Set(ground.acts.filter(({ kind }) => kind === 'extended').map(({ on }) => on));
  return endedPeriods(ground, today).filter(({ verdict, end }) => verdict === 'holds' && !noted.has(dayAfter(end)));
}

/** Extensions that were noted, and whose ground is gone: the last days they were noted to. */
export function extensionsLost(ground: StatusGround, today: Temporal.PlainDate): string[] {
  const held = new Set(endedPeriods(ground, today).flatMap(({ verdict, until }) => (verdict === 'holds' ? [until] : [])));
  return ground.acts.flatMap(({ kind, until, on }) =>
    kind === 'extended' && until !== undefined && on <= today.toString() && !held.has(until) ? [until] : [],
  );
}
