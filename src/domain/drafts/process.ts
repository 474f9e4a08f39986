import type { Permission } from '../access/permissions.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Decider, Step } from './steps.ts';

/** Where a draft is. Never stored: it is what its acts make it. */
export const draftStates = ['writing', 'deciding', 'decided', 'published', 'withdrawn', 'abandoned'] as const;
export type DraftState = (typeof draftStates)[number];

/**
 * Which act is allowed in which state. Who may is in the grants and the policies; the buttons of the pages and the use-cases both ask here.
 * `fresh`: only as long as nobody has decided, or when somebody has said no.
 */
export const draftActs = {
  'drafts.write': { in: ['writing'] },
  'drafts.approve': { in: ['writing'] },
  // Those who decide may ask, and are answered: nothing of that changes the text that they decide about.
  'drafts.remark': { in: ['writing', 'deciding'] },
  'drafts.answer-remark': { in: ['writing', 'deciding'] },
  'drafts.settle-suggestion': { in: ['writing'] },
  'drafts.submit': { in: ['writing'] },
  'drafts.abandon': { in: ['writing'] },
  'drafts.recall': { in: ['deciding'] },
  'drafts.record-decision': { in: ['deciding'] },
  'drafts.sign': { in: ['deciding'] },
  'drafts.publish': { in: ['decided'] },
  'drafts.decide-withdrawal': { in: ['published'] },
  'drafts.withdraw': { in: ['published'] },
} as const satisfies Partial<Record<Permission, { readonly in: readonly DraftState[] }>>;
export type DraftAct = keyof typeof draftActs;

export const draftActNames = Object.keys(draftActs) as DraftAct[];

/** What has been done to a draft, oldest first. Those about a decision are of one submission: what was frozen then, by the id of its act. */
export type DraftEvent =
  | { readonly kind: 'drafts.open' | 'drafts.abandon' | 'drafts.publish' | 'drafts.withdraw'; readonly id: string; readonly on: string }
  | {
      readonly kind: 'drafts.approve';
      readonly id: string;
      readonly on: string;
      readonly place: string;
      readonly hash: string;
      readonly side: Side;
    }
  | {
      readonly kind: 'drafts.submit';
      readonly id: string;
      readonly on: string;
      readonly hash: string;
      readonly revision: number;
      readonly round: number;
    }
  | { readonly kind: 'drafts.recall'; readonly id: string; readonly on: string; readonly round: number }
  | {
      readonly kind: 'drafts.record-decision' | 'drafts.sign';
      readonly id: string;
      readonly on: string;
      readonly submission: string;
      readonly step: string;
      readonly decider: Decider;
      readonly outcome: DecisionOutcome;
    };

/** On whose behalf somebody writes or approves. */
export const sides = ['region', 'municipality'] as const;
export type Side = (typeof sides)[number];

/** What a party or a body can decide about a text, or about withdrawing it. */
export const decisionOutcomes = ['approved', 'rejected'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export type Taken = { readonly outcome: DecisionOutcome; readonly on: string; readonly act: string };
export type StepState = Step & {
  readonly state: 'waiting' | 'open' | 'done';
  readonly taken: ReadonlyMap<Decider, Taken>;
};

/** What was given over for decision: the act, the hash of the text, the save it was, the day, and which time it was. */
export type Submission = {
  readonly act: string;
  readonly hash: string;
  readonly revision: number;
  readonly on: string;
  readonly round: number;
};

export type Process = {
  readonly state: DraftState;
  /** The submission that is being decided or was decided. */
  readonly submission: Submission | undefined;
  /** How many times it has been given over. */
  readonly rounds: number;
  readonly steps: readonly StepState[];
  /** Somebody has said no: the text has to be taken back and written again. */
  readonly rejected: boolean;
};

/**
 * Folds the acts of a draft, in whichever order they come. A new submission begins the decision anew: nothing of an earlier one counts.
 */
export function processOf(events: readonly DraftEvent[], steps: readonly Step[]): Process {
  let last: Submission | undefined;
  const recalled = new Set<number>();
  let ended: 'published' | 'withdrawn' | 'abandoned' | undefined;
  for (const event of events) {
    if (event.kind === 'drafts.submit' && event.round > (last?.round ?? 0)) last = submissionOf(event);
    if (event.kind === 'drafts.recall') recalled.add(event.round);
    if (event.kind === 'drafts.publish') ended ??= 'published';
    if (event.kind === 'drafts.withdraw') ended = 'withdrawn';
    if (event.kind === 'drafts.abandon') ended = 'abandoned';
  }
  const submission = last && !recalled.has(last.round) ? last : undefined;
  const states = stepStates(events, steps, submission?.act);
  const isDecided = submission !== undefined && states.length > 0 && states.every(({ state }) => state === 'done');
  const rejected = states.some(({ taken }) => [...taken.values()].some(({ outcome }) => outcome === 'rejected'));
  const state = ended ?? (isDecided ? 'decided' : submission ? 'deciding' : 'writing');
  return { state, submission, rounds: last?.round ?? 0, steps: states, rejected };
}

/** Is it given over for decision, and neither taken back nor ended? Whether everyone has decided takes the steps to tell. */
export function isGivenOver(events: readonly DraftEvent[]): boolean {
  return processOf(events, []).state === 'deciding';
}

function submissionOf({ id: act, hash, revision, on, round }: Extract<DraftEvent, { kind: 'drafts.submit' }>): Submission {
  return { act, hash, revision, on, round };
}

function stepStates(events: readonly DraftEvent[], steps: readonly Step[], submission: string | undefined): StepState[] {
  let open = submission !== undefined;
  return steps.map((step) => {
    const taken = new Map<Decider, Taken>();
    for (const event of events) {
      if (event.kind !== 'drafts.record-decision' && event.kind !== 'drafts.sign') continue;
      const { id: act, on, outcome, decider } = event;
      if (event.submission === submission && event.step === step.id && step.deciders.includes(decider))
        taken.set(decider, { act, on, outcome });
    }
    const isDone = step.deciders.every((decider) => taken.get(decider)?.outcome === 'approved');
    const state = open ? (isDone ? 'done' : 'open') : 'waiting';
    open &&= isDone;
    return { ...step, taken, state };
  });
}

/**
 * Is the act allowed where the draft is? Undefined when it is; else `draft-not-in-state` (params: state, act), or `decision-begun` when a submission is
 * taken back that somebody has decided on and nobody has refused.
 */
export function stateFault(process: Process, act: DraftAct): Refusal<'draft-not-in-state' | 'decision-begun'> | undefined {
  const states: readonly DraftState[] = draftActs[act].in;
  if (!states.includes(process.state)) return refuse('draft-not-in-state', { state: process.state, act });
  const isBegun = process.steps.some(({ taken }) => taken.size > 0);
  return act === 'drafts.recall' && isBegun && !process.rejected ? refuse('decision-begun', {}) : undefined;
}

/** Whose decision or signature is asked for now: of each open step those who have not taken it. */
export function awaited(process: Process): { readonly step: StepState; readonly decider: Decider }[] {
  if (process.state !== 'deciding') return [];
  const open = process.steps.filter(({ state }) => state === 'open');
  return open.flatMap((step) => step.deciders.filter((decider) => !step.taken.has(decider)).map((decider) => ({ step, decider })));
}

/** Who has approved a place as it stands: approvals of what it was before count for nothing. */
export function approvalsOf(events: readonly DraftEvent[], place: string, hash: string): Set<Side> {
  return new Set(
    events.flatMap((event) => (event.kind === 'drafts.approve' && event.place === place && event.hash === hash ? [event.side] : [])),
  );
}
