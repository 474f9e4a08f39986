import type { NextStep } from '../counties/national-files.ts';
import { type ConditionResult, evaluate } from './condition.ts';
import type { Duty } from './duty.ts';
import { type Facts, NEEDS_BOTH } from './fact-value.ts';
import { and, type Truth, truthOf } from './truth.ts';

/** Something to do next, with what it was tried on. `unknown`: shown with reservation. */
export type StepInAnswer = { readonly step: NextStep; readonly result: 'met' | 'unknown'; readonly conditions: readonly ConditionResult[] };

/**
 * What to do next, in the order of the file. A step that needs both authorities holds when that was answered, or when the answer has
 * duties that apply of both region and municipality; when it has not, someone may still know of a need that nobody told us: unknown.
 */
export function nextSteps(steps: readonly NextStep[], facts: Facts, duties: readonly Duty[]): StepInAnswer[] {
  const both = needsBoth(facts, duties);
  return steps.flatMap((step) => {
    const { result: when, each } = evaluate(step.when, facts);
    const shown = step['needs-both'] ? and(when, both) : when;
    if (shown === 'unmet' || (shown === 'unknown' && step['when-unknown'] === 'hide')) return [];
    const certain = evaluate(step['certain-when'], facts);
    return [{ step, result: certain.result === 'met' ? shown : 'unknown', conditions: [...each, ...certain.each] }];
  });
}

function needsBoth(facts: Facts, duties: readonly Duty[]): Truth {
  const stated = facts[NEEDS_BOTH];
  if (stated !== undefined && stated !== 'unknown' && 'yesNo' in stated) return truthOf(stated.yesNo);
  const has = (authority: 'region' | 'municipality') =>
    duties.some((duty) => duty.result === 'met' && duty.who.some((who) => concerns(who, authority)));
  return has('region') && has('municipality') ? 'met' : 'unknown';
}

function concerns(who: Duty['who'][number], authority: 'region' | 'municipality'): boolean {
  return [who, ...who.members].some((one) => one.authority === authority || one.authority === 'both');
}
