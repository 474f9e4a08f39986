import { expect } from 'vitest';
import { answerSituation } from './answer.ts';
import type { Facts } from './fact-value.ts';
import { gist, knowingLess } from './given-random.ts';
import type { Navigator } from './navigator.ts';
import { nextQuestion } from './next-question.ts';
import type { Situation } from './situation.ts';

/** What must hold for every situation and every set of agreements: checked on random ones here, and on the real ones in tests/navigator. */

const WEAKER = { met: ['met', 'unknown'], unmet: ['unmet', 'unknown'], unknown: ['unknown'] };

/** Knowing less never removes a duty, and turns a result only into "unknown". */
export function widensOnly<S>(navigator: Navigator<S>, situation: Situation): void {
  const before = answerSituation(navigator, situation).duties;
  for (const facts of knowingLess(situation.facts, navigator.file)) {
    const after = new Map(answerSituation(navigator, { ...situation, facts }).duties.map((duty) => [duty.key, duty.result]));
    for (const duty of before) expect(WEAKER[duty.result], `${duty.key} in ${JSON.stringify(facts)}`).toContain(after.get(duty.key));
  }
}

/** Always an answer or somewhere to turn; never a duty without its source; never an unmet duty without a way forward. */
export function leadsSomewhere<S>(navigator: Navigator<S>, situation: Situation): void {
  const answer = answerSituation(navigator, situation);
  const applies = answer.duties.filter((duty) => !duty.row.always && duty.result !== 'unmet');
  expect(applies.length > 0 || answer.fallback).toBe(true);
  for (const duty of answer.duties) {
    expect(duty.citations.length, duty.key).toBeGreaterThan(0);
    if (duty.result !== 'unmet') continue;
    expect(Boolean(duty.wayForward?.text) || (duty.wayForward?.rows.length ?? 0) > 0 || answer.fallback, duty.key).toBe(true);
  }
  const grouped = Object.values(answer.groups).flatMap((entries) => entries.map(({ duty }) => duty.key));
  expect(new Set([...grouped, ...answer.always.map((duty) => duty.key)])).toEqual(new Set(answer.duties.map((duty) => duty.key)));
}

/** A question is asked exactly while some answer to some question would still change the answer, and five have not been given. */
export function asksWhatMatters<S>(navigator: Navigator<S>, facts: Facts, base: Omit<Situation, 'facts' | 'asked'>): void {
  const situation: Situation = { ...base, facts, asked: Object.keys(facts) };
  const question = nextQuestion(navigator, situation);
  const now = gist(navigator, situation);
  const matters = (fact: string) =>
    (navigator.atoms.of.get(fact) ?? []).some((value) => gist(navigator, { ...situation, facts: { ...facts, [fact]: value } }) !== now);
  if (question) {
    expect(situation.asked.length).toBeLessThan(5);
    expect(facts[question.fact.id]).toBeUndefined();
    expect(matters(question.fact.id), question.fact.id).toBe(true);
  } else if (situation.asked.length < 5) {
    expect(navigator.file.facts.filter((fact) => facts[fact.id] === undefined && matters(fact.id)).map((fact) => fact.id)).toEqual([]);
  }
}
