import { dayAfter, type Outcome, possibleEnds } from './extension.ts';
import type { StatusGround, StatusReason } from './ground.ts';

type Act = StatusGround['acts'][number];

/** Every status there is, in the order that lists and filters have them. */
export const STATUS_CODES = ['in-force', 'extended', 'expired', 'unknown', 'not-yet', 'proposal', 'replaced', 'withdrawn'] as const;
export type StatusCode = (typeof STATUS_CODES)[number];

export type Status = {
  readonly code: StatusCode;
  readonly on: string;
  /** Last day of the present state, ISO date, when there is one. */
  readonly until?: string;
  /** First day of the present state; absent when it cannot be known. */
  readonly since?: string;
  readonly reasons: readonly StatusReason[];
  /** When something is unknown: every outcome, with what would have to be true. Never guessed between. */
  readonly outcomes: readonly Outcome[];
  /** The unknown facts that matter for this answer. */
  readonly unknown: readonly string[];
};

const EVIDENCE: ReadonlySet<Act['kind']> = new Set(['adopted', 'established', 'signed', 'took-effect']);

/**
 * The status of an agreement on a date, with reasons; a pure function of acts, terms and the date.
 * `unknown` lists what could not be established: then both outcomes are given.
 * Source: the agreement's own validity and extension terms (Dalarna RÖK 2021, Giltighetstid; Jönköping, Varaktighet).
 */
export function statusOn(ground: StatusGround, on: Temporal.PlainDate): Status {
  const { validity } = ground.terms;
  const day = on.toString();
  const base = { on: day, outcomes: [], unknown: [] } as const;
  const ended = ground.acts.find((act) => (act.kind === 'withdrawn' || act.kind === 'replaced') && act.on <= day);
  if (ended) {
    const code = ended.kind === 'withdrawn' ? 'withdrawn' : 'replaced';
    return { ...base, code, since: ended.on, reasons: [{ code: `act-${ended.kind}`, params: { on: ended.on }, cites: [] }] };
  }
  if (!ground.acts.some((act) => EVIDENCE.has(act.kind))) {
    return { ...base, code: 'proposal', reasons: [{ code: 'no-adoption-known', params: {}, cites: validity.cites }], unknown: ['adopted'] };
  }
  if (day < validity.from) {
    return {
      ...base,
      code: 'not-yet',
      since: validity.from,
      reasons: [{ code: 'starts', params: { from: validity.from }, cites: validity.cites }],
    };
  }
  const started: StatusReason = { code: 'valid-from', params: { from: validity.from }, cites: validity.cites };
  if (!validity.to) {
    return { ...base, code: 'in-force', reasons: [started, { code: 'until-further-notice', params: {}, cites: validity.cites }] };
  }
  return endedOrNot(ground, day, validity.to, started);
}

function endedOrNot(ground: StatusGround, day: string, to: string, started: StatusReason): Status {
  const { validity, extension } = ground.terms;
  const period: StatusReason = { code: 'valid-to', params: { from: validity.from, to }, cites: validity.cites };
  const ends = possibleEnds(ground, to, day);
  const first = ends[0]?.end ?? to;
  const last = ends.at(-1)?.end ?? to;
  const extensionReasons: StatusReason[] = extension && day > to ? ends.flatMap((outcome) => outcome.reasons).filter(isFirstOfItsKind) : [];
  const noted = notedExtensions(ground, day, first);
  const unknown = day > to ? [...new Set(ends.flatMap((outcome) => outcome.depends))] : [];
  const outcomes = ends.length > 1 && day > to ? ends.map((outcome) => ({ ...outcome, inForce: day <= outcome.end })) : [];
  const shared = { on: day, reasons: [started, period, ...extensionReasons, ...noted], outcomes, unknown };
  if (day <= first) return { ...shared, code: first > to && day > to ? 'extended' : 'in-force', until: day <= to ? to : first };
  if (day > last) return { ...shared, code: 'expired', ...(first === last ? { since: dayAfter(last) } : {}) };
  return { ...shared, code: 'unknown' };
}

function isFirstOfItsKind(reason: StatusReason, index: number, all: StatusReason[]): boolean {
  return all.findIndex((other) => other.code === reason.code && other.params.end === reason.params.end) === index;
}

/**
 * What has been noted of extensions by the day: that it was, and what became of its ground since. The note gives no validity of its own: that follows from
 * the terms and from what they require, so that a ground that is taken back shows.
 */
function notedExtensions({ acts, terms: { extension } }: StatusGround, day: string, sureEnd: string): StatusReason[] {
  return acts
    .filter(({ kind, on, until }) => kind === 'extended' && until !== undefined && on <= day)
    .map(({ on, until = '' }) => ({
      code: until <= sureEnd ? 'extension-noted' : 'extension-without-ground',
      params: { on, until },
      cites: extension?.cites ?? [],
    }));
}
