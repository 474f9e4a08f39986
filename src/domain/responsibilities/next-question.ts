import type { Fact } from '../counties/national-files.ts';
import type { Test } from './compile-agreement.ts';
import { testCondition } from './condition.ts';
import { type Facts, NEED } from './fact-value.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import { type AgreementState, combineRowState } from './row-state.ts';
import type { Situation } from './situation.ts';
import type { Truth } from './truth.ts';

/** No one is asked more than this. */
export const MOST_QUESTIONS = 5;
/** A next step that becomes certain weighs less than a duty that does. */
const STEP_WEIGHT = 0.5;

/** `changes`: how many duties, agreements and steps the answer is expected to settle. */
export type NextQuestion = { readonly fact: Fact; readonly changes: number };

/** How many facts were answered by a person, "don't know" included. What follows from other answers does not count. */
export function answered(situation: Situation): number {
  return Object.keys(situation.facts).filter((id) => !situation.implied.includes(id)).length;
}

/**
 * The question that settles most, among those that can still change the answer. What help is sought for comes first; the file's
 * order breaks ties. Undefined when no answer would change anything, or when five have been given.
 */
export function nextQuestion<S>(navigator: Navigator<S>, situation: Situation): NextQuestion | undefined {
  if (answered(situation) >= MOST_QUESTIONS) return undefined;
  const scores = expectedChanges(navigator, situation);
  const open = navigator.file.facts.flatMap((fact) => {
    const changes = scores.get(fact.id) ?? 0;
    return changes > 0 && situation.facts[fact.id] === undefined ? [{ fact, changes }] : [];
  });
  const need = open.find(({ fact }) => fact.id === NEED);
  if (need) return need;
  return open.toSorted((a, b) => b.changes - a.changes || a.fact.order - b.fact.order)[0];
}

/** The tests of something that may change, as four lists that are combined into one state. */
type Changeable = {
  readonly lists: readonly (readonly Test[])[];
  readonly state: (truths: readonly Truth[]) => string;
  readonly weight: number;
};

function expectedChanges<S>(navigator: Navigator<S>, situation: Situation): Map<string, number> {
  const scores = new Map<string, number>();
  for (const one of changeables(navigator, situation)) {
    const truths = one.lists.map((list) => truthsOf(list, situation.facts));
    const now = one.state(truths.map((list) => whole(list)));
    if (now === 'hidden') continue;
    for (const fact of unaskedFacts(one.lists, truths, situation.facts)) {
      const count = navigator.atoms.of.get(fact)?.length ?? 0;
      const rest = one.lists.map((list, index) =>
        whole(
          truths[index] ?? [],
          list.findIndex(([id]) => id === fact),
        ),
      );
      const meets = one.lists.map((list) => list.find(([id]) => id === fact)).map((test) => test && navigator.atoms.meets(fact, test[1]));
      let changed = 0;
      for (let atom = 0; atom < count; atom++) {
        if (one.state(rest.map((truth, index) => (meets[index]?.[atom] === false ? 'unmet' : truth))) !== now) changed++;
      }
      if (changed > 0) scores.set(fact, (scores.get(fact) ?? 0) + (one.weight * changed) / count);
    }
  }
  return scores;
}

function* changeables<S>(navigator: Navigator<S>, situation: Situation): Generator<Changeable> {
  for (const { compiled } of agreementsOfPlace(navigator, situation)) {
    const { when, scope } = compiled;
    yield { lists: [when, scope], state: ([selected, inside]) => (selected === 'unmet' ? 'hidden' : `${selected} ${inside}`), weight: 1 };
    for (const row of compiled.rows) {
      const state = ([selected = 'met', inside = 'met', selection = 'met', conditions = 'met']: readonly Truth[]) => {
        const agreement: AgreementState = { selected, scope: inside };
        return combineRowState(row, agreement, selection, conditions);
      };
      yield { lists: [when, scope, row.when, row.conditions], state, weight: 1 };
    }
  }
  for (const step of navigator.file['next-steps']) {
    const tests = Object.entries(step.when);
    const hidden = (truth: Truth | undefined) => truth === 'unmet' || (truth === 'unknown' && step['when-unknown'] === 'hide');
    yield {
      lists: [tests],
      state: ([truth = 'met']) => (truth === 'unmet' ? 'hidden' : hidden(truth) ? 'not yet' : truth),
      weight: STEP_WEIGHT,
    };
  }
}

function truthsOf(list: readonly Test[], facts: Facts): Truth[] {
  return list.map(([fact, condition]) => testCondition(condition, facts[fact]));
}

/** All of the list together, but for one. */
function whole(truths: readonly Truth[], except = -1): Truth {
  let all: Truth = 'met';
  for (let index = 0; index < truths.length; index++) {
    if (index === except || truths[index] === 'met') continue;
    if (truths[index] === 'unmet') return 'unmet';
    all = 'unknown';
  }
  return all;
}

function unaskedFacts(lists: readonly (readonly Test[])[], truths: readonly (readonly Truth[])[], facts: Facts): Set<string> {
  const open = new Set<string>();
  for (const [index, list] of lists.entries()) {
    for (const [at, [fact]] of list.entries()) if (truths[index]?.[at] === 'unknown' && facts[fact] === undefined) open.add(fact);
  }
  return open;
}
