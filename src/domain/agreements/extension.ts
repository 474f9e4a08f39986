import type { StatusGround, StatusReason } from './ground.ts';

export type Requirement = NonNullable<StatusGround['terms']['extension']>['requires'][number];
type Act = StatusGround['acts'][number];
export type Verdict = 'true' | 'false' | 'unknown';

/** One way it may have gone: the last day of validity, and which unknown facts it depends on. */
export type Outcome = {
  readonly end: string;
  readonly extended: boolean;
  readonly depends: readonly string[];
  readonly reasons: readonly StatusReason[];
  readonly inForce?: boolean;
};

/**
 * Every last day of validity that the known facts allow, earliest first; one entry when everything is known.
 * An extension happens by itself when all its requirements hold on the last day of the running period; a
 * requirement that nobody has been able to establish leaves both outcomes open. Only periods that had ended before `day`
 * are judged: what has not come yet is neither promised nor ruled out. Without `day`: as far as extensions can reach.
 */
export function possibleEnds(ground: StatusGround, to: string, day?: string): Outcome[] {
  const { extension } = ground.terms;
  const outcomes: Outcome[] = [];
  let end = to;
  let depends: string[] = [];
  const reasons: StatusReason[] = [];
  for (let round = 0; extension && round < extension.times; round++) {
    if (day !== undefined && day <= end) break;
    const verdicts = extension.requires.map((requirement) => ({ requirement, verdict: verdictOn(ground, requirement, end) }));
    reasons.push(
      ...verdicts.map(({ requirement, verdict }) => ({ code: `${requirement}-${verdict}`, params: { end }, cites: extension.cites })),
    );
    if (verdicts.some(({ verdict }) => verdict === 'false')) break;
    const open = verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ requirement }) => requirement);
    if (open.length > 0) {
      outcomes.push({ end, extended: round > 0, depends: [...depends, ...open], reasons: [...reasons] });
      depends = [...depends, ...open];
    }
    end = lastDayAfter(to, extension.months * (round + 1));
    reasons.push({ code: 'extension', params: { end, months: String(extension.months) }, cites: extension.cites });
  }
  outcomes.push({ end, extended: end !== to, depends, reasons });
  return outcomes;
}

/** What shows that something had begun: that it is said to have, or that it was done. */
const SHOWS: Record<Exclude<Requirement, 'no-successor'>, readonly Act['kind'][]> = {
  'evaluation-begun': ['evaluation-begun', 'evaluated'],
  'revision-begun': ['revision-begun', 'revised'],
};

/** Does one requirement of the extension hold at the end of `end`? Unknown only when the file says that it is unknown. */
export function verdictOn(ground: StatusGround, requirement: Requirement, end: string): Verdict {
  if (requirement === 'no-successor') {
    if (ground.acts.some((act) => act.kind === 'replaced' && act.on <= dayAfter(end))) return 'false';
    if (ground.acts.some((act) => restsOn(requirement, act, end))) return 'true';
    return isUnknown(ground, 'successor') ? 'unknown' : 'true';
  }
  if (ground.acts.some((act) => restsOn(requirement, act, end))) return 'true';
  return isUnknown(ground, requirement) ? 'unknown' : 'false';
}

/** Does this act show that the requirement held on `end`? That there was no successor is shown by what was said on that day or later. */
export function restsOn(requirement: Requirement, act: Act, end: string): boolean {
  if (requirement === 'no-successor') return act.kind === 'no-successor' && act.on >= end;
  return SHOWS[requirement].includes(act.kind) && act.on <= end;
}

function isUnknown(ground: StatusGround, fact: StatusGround['unknown'][number]['fact']): boolean {
  return ground.unknown.some((entry) => entry.fact === fact);
}

/** The last day of a period of whole months that begins the day after `to`. */
export function lastDayAfter(to: string, months: number): string {
  return Temporal.PlainDate.from(to).add({ days: 1 }).add({ months }).subtract({ days: 1 }).toString();
}

/** The day after an ISO day. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
