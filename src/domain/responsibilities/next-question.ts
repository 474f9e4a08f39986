import type { Fact } from '../counties/national-files.ts';
import { NEED } from './fact-value.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import { questionWorths, settledBy } from './question-worths.ts';
import type { Situation } from './situation.ts';

/** No one is asked more than this. */
export const MOST_QUESTIONS = 5;

export type NextQuestion = { readonly fact: Fact };

/**
 * The question that does most to settle the answer, among those that can still change it. What help is sought for comes first; the
 * file's order breaks ties. Undefined when no answer would change anything, or when five have been given ("don't know" included).
 */
export function nextQuestion<S>(navigator: Navigator<S>, situation: Situation): NextQuestion | undefined {
  if (situation.asked.length >= MOST_QUESTIONS) return undefined;
  const { atoms, file } = navigator;
  const things = [...agreementsOfPlace(navigator, situation).flatMap((entry) => entry.changeables), ...navigator.changeables];
  const need = file.facts.find((fact) => fact.id === NEED);
  if (need && things.some((thing) => settledBy(thing, NEED, atoms, situation))) return { fact: need };
  const worths = questionWorths(things, atoms, situation);
  const open = file.facts.flatMap((fact) => {
    const worth = worths.get(fact.id);
    return worth === undefined ? [] : [{ fact, worth }];
  });
  const best = open.toSorted((a, b) => b.worth - a.worth || a.fact.order - b.fact.order)[0];
  return best && { fact: best.fact };
}
