import { z } from 'zod';
import { type Refusal, refuse } from '../refusal.ts';
import type { Ask } from './covers.ts';
import { type DataKind, dataKinds } from './kinds.ts';
import { countsAt, holdsAt, isBefore, laterBy, Moment } from './period.ts';
import { conditions } from './secrecy-rules-file.ts';

/**
 * A person's decision to tell without consent, by a named rule: for one plan, one unit, some parts and a time. `reason` and `met`, the conditions judged to hold, are
 * needed every time: it is a deliberate act, never a level of authority. No period of years, no receiver in general.
 */
export const NewDisclosureDecision = z.strictObject({
  rule: z.string().min(1).max(60),
  met: z.array(z.enum(conditions)).min(1),
  organisation: z.uuid(),
  unit: z.uuid(),
  dataKinds: z.array(z.enum(dataKinds)).min(1).max(dataKinds.length),
  from: Moment,
  until: Moment,
  reason: z.string().trim().min(10).max(4000),
});
export type NewDisclosureDecision = z.output<typeof NewDisclosureDecision>;

/** As kept. `endedAt`: when a review, or whoever decided, ended it before its time. What was told until then stays told. */
export type DisclosureDecision = Pick<NewDisclosureDecision, 'organisation' | 'unit' | 'from' | 'until'> & {
  readonly dataKinds: readonly DataKind[];
  readonly id: string;
  readonly plan: string;
  readonly decidedAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly endedAt?: Temporal.Instant | undefined;
};

/**
 * What is wrong with the extent of a decision; empty = it can be taken. Refuses `disclosure-ends-before-start`, `disclosure-in-the-past` (what was told before was told
 * without it), and `disclosure-too-long` (params: days) over the limit of the rules file.
 */
export function disclosureFaults(
  { from, until }: Pick<NewDisclosureDecision, 'from' | 'until'>,
  { now, longestDays }: { readonly now: Temporal.Instant; readonly longestDays: number },
): Refusal<'disclosure-ends-before-start' | 'disclosure-in-the-past' | 'disclosure-too-long'>[] {
  if (!isBefore(from, until)) return [refuse('disclosure-ends-before-start')];
  const isTooLong = isBefore(laterBy(from, { days: longestDays }), until);
  return [
    ...(isBefore(from, now) ? [refuse('disclosure-in-the-past')] : []),
    ...(isTooLong ? [refuse('disclosure-too-long', { days: longestDays })] : []),
  ];
}

/** The decision by which the reader is told this at this moment, or undefined. An exclusion of the person's does not stand in its way: the rule goes before consent. */
export function disclosedBy(ask: Ask, decisions: readonly DisclosureDecision[], at: Temporal.Instant): string | undefined {
  return decisions.find((decision) => isOf(decision, ask) && holds(decision, at))?.id;
}

function isOf({ plan, organisation, unit, dataKinds: kinds }: DisclosureDecision, ask: Ask): boolean {
  return plan === ask.plan && organisation === ask.organisation && unit === ask.unit && kinds.includes(ask.dataKind);
}

function holds(decision: DisclosureDecision, at: Temporal.Instant): boolean {
  const { decidedAt, recordedAt, endedAt } = decision;
  return countsAt({ happenedAt: decidedAt, recordedAt }, at) && holdsAt(decision, at) && (endedAt === undefined || isBefore(at, endedAt));
}
