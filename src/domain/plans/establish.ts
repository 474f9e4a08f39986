import { type Refusal, refuse } from '../refusal.ts';
import type { PlanKind } from './plan-kinds.ts';

/** One of the huvudmän in a plan: how many measures it answers for, or that it was asked and has none. */
export type HuvudmanMeasures = { readonly organisation: string; readonly measures: number; readonly saysNone?: boolean };

/** Did the person take part in making the plan; if not, is it written down why? */
export type Participation = { readonly took: true } | { readonly took: false; readonly hasReason: boolean };

/** What became of asking the person whether the plan may be made. `cannot` needs the ground on which nobody could be asked. */
export type MayBeMade =
  | { readonly answer: 'given' | 'partly' | 'not-asked' | 'declined' | 'withdrawn' | 'expired' }
  | { readonly answer: 'cannot'; readonly hasGround: boolean };

/** What is known of a plan when somebody wants to establish it. */
export type PlanToEstablish = {
  readonly kind: PlanKind;
  /** Point 1: how many needed services are written down. */
  readonly needs: number;
  /** Point 2: each huvudman that takes part. */
  readonly huvudman: readonly HuvudmanMeasures[];
  /** Point 3: measures of others; none is an answer when it was asked. */
  readonly others: { readonly measures: number; readonly asked: boolean };
  /** Point 4: the organisation of the huvudman with overall responsibility. */
  readonly overall: string | undefined;
  /** The account of the named coordinator. */
  readonly coordinator: string | undefined;
  readonly followUp: Temporal.PlainDate | undefined;
  readonly participation: Participation | undefined;
  readonly mayBeMade: MayBeMade;
  /** Of a coordinated care plan: the person's attitude to it is written down, and the units that have not adjusted it. */
  readonly attitude?: boolean;
  readonly unitsToAdjust?: readonly string[];
  /** Of a plan at discharge: a fixed care contact in regional open care is named. */
  readonly fixedContact?: boolean;
};

/** Everything that a plan can lack. */
export const establishParts = [
  'point-1',
  'point-2',
  'point-3',
  'point-4',
  'coordinator',
  'follow-up',
  'participation',
  'make-plan',
  'attitude',
  'adjusted',
  'fixed-contact',
] as const;
export type EstablishPart = (typeof establishParts)[number];

/** One thing that is missing, what it is about (`of`: organisations or units), and the law or the reason why it is asked. */
export type Missing = {
  readonly part: EstablishPart;
  readonly of?: readonly string[];
  readonly why?: 'absent' | 'not-a-party' | 'not-later';
};

const all = ['point-1', 'point-2', 'point-3', 'point-4', 'coordinator', 'follow-up', 'participation'] as const;

/**
 * What a plan of each kind must have. The four points stand in SoL 10:8 and HSL 16:4, three of them again in LPT 7 a and LRV 12 a with the person's
 * attitude; the fourth is asked of every kind, so that somebody always answers for the whole. Coordinator, day of follow-up and the person's
 * part in it are asked of all by our own rule.
 */
export const requiredParts: Readonly<Record<PlanKind, readonly EstablishPart[]>> = {
  sip: [...all, 'make-plan'],
  'coordinated-care-plan': [...all, 'attitude', 'adjusted'],
  discharge: [...all, 'make-plan', 'fixed-contact'],
};

/** Everything that a plan lacks to be established on a day, in the order of the law; empty when nothing does. Never only the first. */
export function missingToEstablish(plan: PlanToEstablish, today: Temporal.PlainDate): Missing[] {
  return requiredParts[plan.kind].flatMap((part) => checks[part](plan, today) ?? []);
}

/** The refusal `plan-incomplete` (params: missing) when anything is. */
export function establishFault(plan: PlanToEstablish, today: Temporal.PlainDate): Refusal<'plan-incomplete'> | undefined {
  const missing = missingToEstablish(plan, today);
  return missing.length > 0 ? refuse('plan-incomplete', { missing }) : undefined;
}

type Check = (plan: PlanToEstablish, today: Temporal.PlainDate) => Missing | undefined;

const unless = (part: EstablishPart, there: boolean | undefined): Missing | undefined => (there ? undefined : { part, why: 'absent' });

const checks: Readonly<Record<EstablishPart, Check>> = {
  'point-1': ({ needs }) => unless('point-1', needs > 0),
  'point-2': ({ huvudman }) => {
    const silent = huvudman.filter(({ measures, saysNone }) => measures === 0 && !saysNone).map(({ organisation }) => organisation);
    const nobody = huvudman.every(({ measures }) => measures === 0);
    return silent.length > 0 || nobody ? { part: 'point-2', why: 'absent', of: silent } : undefined;
  },
  'point-3': ({ others }) => unless('point-3', others.measures > 0 || others.asked),
  'point-4': ({ overall, huvudman }) => {
    if (overall === undefined) return { part: 'point-4', why: 'absent' };
    return huvudman.some(({ organisation }) => organisation === overall)
      ? undefined
      : { part: 'point-4', why: 'not-a-party', of: [overall] };
  },
  coordinator: ({ coordinator }) => unless('coordinator', coordinator !== undefined),
  'follow-up': ({ followUp }, today) => {
    if (!followUp) return { part: 'follow-up', why: 'absent' };
    return Temporal.PlainDate.compare(followUp, today) > 0 ? undefined : { part: 'follow-up', why: 'not-later' };
  },
  participation: ({ participation }) => unless('participation', participation && (participation.took || participation.hasReason)),
  'make-plan': ({ mayBeMade }) => unless('make-plan', isAgreed(mayBeMade)),
  attitude: ({ attitude }) => unless('attitude', attitude),
  adjusted: ({ unitsToAdjust = [] }) => (unitsToAdjust.length > 0 ? { part: 'adjusted', why: 'absent', of: unitsToAdjust } : undefined),
  'fixed-contact': ({ fixedContact }) => unless('fixed-contact', fixedContact),
};

function isAgreed(made: MayBeMade): boolean {
  return made.answer === 'cannot' ? made.hasGround : made.answer === 'given' || made.answer === 'partly';
}
