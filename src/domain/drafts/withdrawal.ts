import type { Terms } from '../counties/terms.ts';
import { type Decider, stepsOf } from './steps.ts';

/** A decision that somebody has taken to withdraw a published version: from which day (ISO) they decided that it no longer applies. */
export type WithdrawalDecision = { readonly decider: string; readonly from: string };

/** Who must decide before a version is withdrawn, who has not, the text that this rests on, and from which day it would no longer apply. */
export type Withdrawal = {
  readonly deciders: readonly Decider[];
  readonly awaited: readonly Decider[];
  readonly cites: readonly string[];
  readonly from: string | undefined;
};

const DECIDES: readonly string[] = ['adopt', 'establish'];

/**
 * How a published version is withdrawn: by those who adopted or established it, each by a decision of its own, from the latest of the days they name. Agreements say
 * how they are adopted and seldom how they are withdrawn, so this is read out of their own adoption. Nobody, where the agreement does not say who adopts it: then it
 * is not known who decides.
 */
export function withdrawalOf(
  terms: { readonly adoption?: Terms['adoption'] | undefined },
  municipalities: readonly string[],
  taken: readonly WithdrawalDecision[],
): Withdrawal {
  const steps = stepsOf({ terms, class: 'major', municipalities }).filter(({ kind }) => DECIDES.includes(kind));
  const deciders = [...new Set(steps.flatMap((step) => step.deciders))];
  const cites = (terms.adoption ?? []).filter(({ step }) => DECIDES.includes(step)).flatMap((step) => step.cites);
  const decisions = taken.filter(({ decider }) => (deciders as readonly string[]).includes(decider));
  const awaited = deciders.filter((decider) => !decisions.some((one) => one.decider === decider));
  const from =
    awaited.length > 0
      ? undefined
      : decisions
          .map((one) => one.from)
          .sort()
          .at(-1);
  return { deciders, awaited, cites: [...new Set(cites)], from };
}
