import type { Changeable } from './changeable.ts';
import type { Test } from './compile-agreement.ts';
import { testCondition, truthOfAll } from './condition.ts';
import type { Facts, FactValue } from './fact-value.ts';
import type { QuestionAtoms } from './question-atoms.ts';
import type { Situation } from './situation.ts';
import type { Truth } from './truth.ts';

type Truths = readonly (readonly Truth[])[];

/**
 * Per fact that may be asked about and whose answer can change something: how much of the answer asking goes to settle. A thing that
 * several open facts decide is shared between them. A thing that can no longer become certain (someone answered "don't know") counts
 * only as far as the question may rule it out. A fact that is absent from the map is not worth a question.
 */
export function questionWorths(things: readonly Changeable[], atoms: QuestionAtoms, situation: Situation): Map<string, number> {
  const worths = new Map<string, number>();
  for (const thing of things) {
    const standing = standingOf(thing, situation);
    if (!standing) continue;
    const { open, blocked, truths } = standing;
    const worth = (thing.worth * likelihood(thing, truths, atoms)) / open.size;
    for (const fact of open) {
      const share = shareThatChanges(thing, standing, fact, atoms);
      if (share > 0) worths.set(fact, (worths.get(fact) ?? 0) + worth * (blocked ? share : 1));
    }
  }
  return worths;
}

/** May this fact be asked about, and would some answer to it change this thing? */
export function settledBy(thing: Changeable, fact: string, atoms: QuestionAtoms, situation: Situation): boolean {
  if (situation.facts[fact] !== undefined && !isOpen(situation.facts[fact])) return false;
  const standing = standingOf(thing, situation);
  return standing?.open.has(fact) === true && shareThatChanges(thing, standing, fact, atoms) > 0;
}

type Standing = { readonly truths: Truths; readonly now: string; readonly open: ReadonlySet<string>; readonly blocked: boolean };

/** How a thing stands now, or nothing when no question can change it. */
function standingOf(thing: Changeable, situation: Situation): Standing | undefined {
  const { lists, hiding, state, insteadOf } = thing;
  const { facts } = situation;
  if (insteadOf !== undefined && facts[insteadOf] !== 'unknown') return undefined;
  for (let index = 0; index < hiding; index++) if (truthOfAll(lists[index] ?? [], facts) === 'unmet') return undefined;
  const truths = lists.map((list) => truthsOf(list, facts));
  const { open, blocked } = openFactsOf(thing, truths, situation);
  if (open.size === 0) return undefined;
  const now = state(truths.map((list) => whole(list)));
  return now === 'hidden' ? undefined : { truths, now, open, blocked };
}

/** How likely it is that the thing concerns the situation at all, every answer to what is open being as likely as the others. */
function likelihood({ lists, selecting, either }: Changeable, truths: Truths, atoms: QuestionAtoms): number {
  const ofList = (index: number) => {
    let likely = 1;
    for (const [at, [, condition]] of (lists[index] ?? []).entries()) {
      if (truths[index]?.[at] === 'unmet') return 0;
      const meets = truths[index]?.[at] === 'unknown' ? atoms.meets(condition) : [];
      if (meets.length > 0) likely *= meets.filter(Boolean).length / meets.length;
    }
    return likely;
  };
  let likely = 1;
  for (let index = 0; index < selecting; index++) likely *= ofList(index);
  if (either === undefined) return likely;
  let none = 1;
  for (let index = either; index < lists.length; index++) none *= 1 - ofList(index);
  return likely * (1 - none);
}

/** Of the answers to a question, how large a part would change the state? */
function shareThatChanges({ lists, state }: Changeable, { truths, now }: Standing, fact: string, atoms: QuestionAtoms): number {
  const at = lists.map((list) => list.findIndex(([id]) => id === fact));
  const rest = truths.map((list, index) => whole(list, at[index]));
  const meets = lists.map((list, index) => {
    const test = list[at[index] ?? -1];
    return test && atoms.meets(test[1]);
  });
  const count = atoms.of.get(fact)?.length ?? 0;
  let changed = 0;
  for (let atom = 0; atom < count; atom++) {
    if (state(rest.map((truth, index) => (meets[index]?.[atom] === false ? 'unmet' : truth))) !== now) changed++;
  }
  return count === 0 ? 0 : changed / count;
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
function openFactsOf({ lists, either = lists.length }: Changeable, truths: Truths, { facts, asked }: Situation) {
  const open = new Set<string>();
  let blocked = false;
  const settled = truths.slice(either).some((list) => whole(list) === 'met');
  for (const [index, list] of lists.entries()) {
    if (index >= either && (settled || whole(truths[index] ?? []) === 'unmet')) continue;
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
