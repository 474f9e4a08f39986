import type { Fact } from '../counties/national-files.ts';
import type { CompiledRow, Test } from './compile-agreement.ts';
import { testCondition } from './condition.ts';
import { type Facts, type FactValue, NEED } from './fact-value.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import { combineRowState } from './row-state.ts';
import type { Situation } from './situation.ts';
import type { Truth } from './truth.ts';

/** No one is asked more than this. */
export const MOST_QUESTIONS = 5;

/** What a settled thing is worth. A row that selects on the need is worth more the more of a speciality it is. */
const WORTH = { row: 0.25, alwaysRow: 0.1, agreement: 0.1, step: 0.1 } as const;

/** `worth`: how much of the answer the question goes to settle; only good for comparing questions. */
export type NextQuestion = { readonly fact: Fact; readonly worth: number };

/**
 * The question that does most to settle the answer, among those that can still change it. What help is sought for comes first; the
 * file's order breaks ties. Undefined when no answer would change anything, or when five have been given ("don't know" included).
 */
export function nextQuestion<S>(navigator: Navigator<S>, situation: Situation): NextQuestion | undefined {
  if (situation.asked.length >= MOST_QUESTIONS) return undefined;
  const scores = worths(navigator, situation);
  const open = navigator.file.facts.flatMap((fact) => {
    const worth = scores.get(fact.id) ?? 0;
    return worth > 0 ? [{ fact, worth }] : [];
  });
  const need = open.find(({ fact }) => fact.id === NEED);
  return need ?? open.toSorted((a, b) => b.worth - a.worth || a.fact.order - b.fact.order)[0];
}

/** Something that may change: its tests in lists that are combined into one state. */
type Changeable = {
  readonly lists: readonly (readonly Test[])[];
  readonly state: (truths: readonly Truth[]) => string;
  readonly worth: number;
};

/**
 * Per fact that may be asked about, what asking goes to settle. A thing that several open facts decide is shared between them. A thing
 * that can no longer become certain (someone answered "don't know") counts only as far as the question may rule it out.
 */
function worths<S>(navigator: Navigator<S>, situation: Situation): Map<string, number> {
  const scores = new Map<string, number>();
  for (const one of changeables(navigator, situation)) {
    const truths = one.lists.map((list) => truthsOf(list, situation.facts));
    const now = one.state(truths.map((list) => whole(list)));
    if (now === 'hidden') continue;
    const { open, blocked } = openFactsOf(one.lists, truths, situation);
    for (const fact of open) {
      const share = shareThatChanges(one, truths, now, fact, navigator);
      if (share > 0) scores.set(fact, (scores.get(fact) ?? 0) + (one.worth / open.size) * (blocked ? share : 1));
    }
  }
  return scores;
}

/** Of the answers to a question, how large a part would change the state? */
function shareThatChanges<S>(
  one: Changeable,
  truths: readonly (readonly Truth[])[],
  now: string,
  fact: string,
  { atoms }: Navigator<S>,
): number {
  const count = atoms.of.get(fact)?.length ?? 0;
  const rest = one.lists.map((list, index) =>
    whole(
      truths[index] ?? [],
      list.findIndex(([id]) => id === fact),
    ),
  );
  const meets = one.lists.map((list) => {
    const test = list.find(([id]) => id === fact);
    return test && atoms.meets(test[1]);
  });
  let changed = 0;
  for (let atom = 0; atom < count; atom++) {
    if (one.state(rest.map((truth, index) => (meets[index]?.[atom] === false ? 'unmet' : truth))) !== now) changed++;
  }
  return count === 0 ? 0 : changed / count;
}

function* changeables<S>(navigator: Navigator<S>, situation: Situation): Generator<Changeable> {
  for (const { compiled } of agreementsOfPlace(navigator, situation)) {
    const { when, scope } = compiled;
    yield {
      lists: [when, scope],
      state: ([selected, inside]) => (selected === 'unmet' ? 'hidden' : `${selected} ${inside}`),
      worth: WORTH.agreement,
    };
    for (const row of compiled.rows) {
      const state = ([selected = 'met', inside = 'met', selection = 'met', conditions = 'met']: readonly Truth[]) =>
        combineRowState(row, { selected, scope: inside }, selection, conditions);
      yield { lists: [when, scope, row.when, row.conditions], state, worth: worthOf(row) };
    }
  }
  for (const step of navigator.file['next-steps']) {
    const state = ([truth]: readonly Truth[]) =>
      truth === 'unmet' ? 'hidden' : truth === 'unknown' && step['when-unknown'] === 'hide' ? 'not yet' : `${truth}`;
    yield { lists: [Object.entries(step.when)], state, worth: WORTH.step };
  }
}

function worthOf(row: CompiledRow): number {
  if (row.row.always) return WORTH.alwaysRow;
  const need = row.when.find(([fact]) => fact === NEED)?.[1];
  return need && 'any' in need ? 1 / need.any.length : WORTH.row;
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

/** The facts that may be asked about and bear on something; `blocked` when also one bears on it that may not. */
function openFactsOf(lists: readonly (readonly Test[])[], truths: readonly (readonly Truth[])[], { facts, asked }: Situation) {
  const open = new Set<string>();
  let blocked = false;
  for (const [index, list] of lists.entries()) {
    for (const [at, [fact]] of list.entries()) {
      if (truths[index]?.[at] !== 'unknown') continue;
      if (asked.includes(fact)) blocked = true;
      else if (isOpen(facts[fact])) open.add(fact);
    }
  }
  return { open, blocked };
}

function isOpen(value: FactValue | undefined): boolean {
  return value === undefined || (value !== 'unknown' && 'set' in value && value.open === true);
}
