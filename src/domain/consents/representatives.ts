import { z } from 'zod';
import { type Refusal, refuse } from '../refusal.ts';
import { type DataKind, dataKinds } from './kinds.ts';
import { holdsAt, isBefore, Moment } from './period.ts';

/**
 * Who may speak for an adult: god man and förvaltare (appointed by a court, FB 11 kap.; neither has a safe translation), whoever holds a power of attorney or one for
 * the future (lag 2017:310), and a relative that the person has said yes to.
 */
export const representativeKinds = ['god-man', 'forvaltare', 'power-of-attorney', 'future-power-of-attorney', 'relative'] as const;

/** What an assignment may hold: seeing the plan, speaking of it (goals, comments, objections), asking for or ending one, and answering for consent. */
export const matters = ['read', 'speak', 'ask', 'consent'] as const;
export type Matter = (typeof matters)[number];

/** An assignment to speak for somebody, as written down. It always has an end. `evidence`: the decision, the document, or where the person's yes is noted. */
export const NewRepresentative = z.strictObject({
  kind: z.enum(representativeKinds),
  matters: z.array(z.enum(matters)).min(1).max(matters.length),
  from: Moment,
  until: Moment,
  /** Which parts of a plan they may read with a login of their own; none is nothing. */
  dataKinds: z.array(z.enum(dataKinds)).max(dataKinds.length).default([]),
  evidence: z.string().trim().min(1).max(200),
});
export type NewRepresentative = z.output<typeof NewRepresentative>;

/** As kept. `endedAt`: when it was ended before its time. */
export type Representative = Pick<NewRepresentative, 'kind' | 'matters' | 'from' | 'until'> & {
  readonly id: string;
  readonly endedAt?: Temporal.Instant | undefined;
  /** Which parts of a plan they may read with a login of their own; none is nothing. */
  readonly dataKinds?: readonly DataKind[] | undefined;
};

/**
 * What is wrong with an assignment; empty = it can be kept. Refuses `representative-ends-before-start`, `relative-cannot-consent`: a relative is somebody the person lets
 * in, not somebody who answers in their place, and `kinds-need-read`: parts to read in an assignment that holds no reading.
 */
export function representativeFaults({
  kind,
  matters: held,
  from,
  until,
  dataKinds: opened,
}: NewRepresentative): Refusal<'representative-ends-before-start' | 'relative-cannot-consent' | 'kinds-need-read'>[] {
  return [
    ...(isBefore(from, until) ? [] : [refuse('representative-ends-before-start')]),
    ...(kind === 'relative' && held.includes('consent') ? [refuse('relative-cannot-consent')] : []),
    ...(opened.length > 0 && !held.includes('read') ? [refuse('kinds-need-read')] : []),
  ];
}

/** May they act in this matter at this moment? Only within their assignment, from its first moment and not at its last. */
export function mayRepresent(representative: Representative, matter: Matter, at: Temporal.Instant): boolean {
  const { kind, matters: held, endedAt } = representative;
  if (kind === 'relative' && matter === 'consent') return false;
  return held.includes(matter) && holdsAt(representative, at) && (endedAt === undefined || isBefore(at, endedAt));
}

/** The moment their say ends. */
export function representativeEnds({ until, endedAt }: Representative): Temporal.Instant {
  return endedAt && isBefore(endedAt, until) ? endedAt : until;
}
