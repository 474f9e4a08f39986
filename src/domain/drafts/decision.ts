import { type Refusal, refuse } from '../refusal.ts';
import type { Process, StepState } from './process.ts';
import type { Decider } from './steps.ts';

/** A decision or a signature that somebody wants to have noted. */
export type Wanted = { readonly step: string; readonly decider: Decider; readonly asks: Step['asks']; readonly on: Temporal.PlainDate };
type Step = StepState;

export type DecisionFault = Refusal<
  'step-not-found' | 'wrong-order' | 'not-a-decider' | 'already-decided' | 'decided-in-the-future' | 'decided-before-its-turn'
>;

/**
 * What speaks against noting a decision: there is no such step, or it asks for something else (`step-not-found`), a step before it is not taken
 * (`wrong-order`, params: before), the step is not theirs to take (`not-a-decider`), they have taken it (`already-decided`), or its day lies ahead
 * (`decided-in-the-future`) or before that of the step before (`decided-before-its-turn`, params: earliest). Undefined when nothing does.
 */
export function decisionFault(process: Process, wanted: Wanted, today: Temporal.PlainDate): DecisionFault | undefined {
  const index = process.steps.findIndex(({ id, asks }) => id === wanted.step && asks === wanted.asks);
  const step = process.steps[index];
  if (!step) return refuse('step-not-found', { step: wanted.step });
  if (!step.deciders.includes(wanted.decider)) return refuse('not-a-decider', { decider: wanted.decider });
  const before = process.steps.slice(0, index);
  const undone = before.find(({ state }) => state !== 'done');
  if (undone) return refuse('wrong-order', { before: undone.id });
  if (step.taken.has(wanted.decider)) return refuse('already-decided', { decider: wanted.decider });
  const on = wanted.on.toString();
  if (on > today.toString()) return refuse('decided-in-the-future', {});
  const earliest = earliestDay(before, process.submission?.on);
  return earliest !== undefined && on < earliest ? refuse('decided-before-its-turn', { earliest }) : undefined;
}

/** No step is taken before the last decision of the one before it, nor before the text was finished. */
function earliestDay(before: readonly Step[], submitted: string | undefined): string | undefined {
  const days = [...(before.at(-1)?.taken.values() ?? [])].map(({ on }) => on);
  return [...days, ...(submitted ? [submitted] : [])].sort().at(-1);
}
