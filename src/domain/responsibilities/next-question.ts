import type { Fact } from '../counties/national-files.ts';
import { NEED } from './fact-value.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import { questionWorths } from './question-worths.ts';
import type { Situation } from './situation.ts';

/** No one is asked more than this. */
export const MOST_QUESTIONS = 5;

/** How many questions someone has answered, "don't know" included. What follows from other answers does not count. */
export function answered(situation: Pick<Situation, 'asked'>): number {
  return situation.asked.length;
}

/** `worth`: how much of the answer the question goes to settle; only good for comparing questions. */
export type NextQuestion = { readonly fact: Fact; readonly worth: number };

/**
 * The question that does most to settle the answer, among those that can still change it. What help is sought for comes first; the
 * file's order breaks ties. Undefined when no answer would change anything, or when five have been given ("don't know" included).
 */
export function nextQuestion<S>(navigator: Navigator<S>, situation: Situation): NextQuestion | undefined {
  if (answered(situation) >= MOST_QUESTIONS) return undefined;
  const things = [...agreementsOfPlace(navigator, situation).flatMap((entry) => entry.changeables), ...navigator.changeables];
  const worths = questionWorths(things, navigator.atoms, situation);
  const open = navigator.file.facts.flatMap((fact) => {
    const worth = worths.get(fact.id);
    return worth === undefined ? [] : [{ fact, worth }];
  });
  const need = open.find(({ fact }) => fact.id === NEED);
  return need ?? open.toSorted((a, b) => b.worth - a.worth || a.fact.order - b.fact.order)[0];
}
