import type { Condition, Conditions } from '../counties/conditions.ts';
import type { Fact } from '../counties/national-files.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * Conditions as they are chosen in a form: each option of a fact as `fact:option`, of a yes/no fact `fact:yes` or `fact:no`; of a number the least and the most,
 * as typed. What says nothing is no condition.
 */
export type TypedConditions = { picks: string[]; numbers: Record<string, { min: string; max: string }> };

/** The conditions as a form shows them. */
export function typedConditions(conditions: Conditions): TypedConditions {
  const picks: string[] = [];
  const numbers: Record<string, { min: string; max: string }> = {};
  for (const [fact, condition] of Object.entries(conditions)) {
    if ('any' in condition) picks.push(...condition.any.map((option) => `${fact}:${option}`));
    else if ('is' in condition) picks.push(`${fact}:${condition.is ? 'yes' : 'no'}`);
    else numbers[fact] = { min: 'min' in condition ? String(condition.min) : '', max: String(condition.max ?? '') };
  }
  return { picks, numbers };
}

/**
 * The conditions that were chosen in a field. Refuses `condition-both-ways` (params: field, fact) when a yes/no fact is to be both, and `condition-not-a-number` (params: field,
 * fact, edge) when the least or the most is no whole number. What is chosen of facts that are not there is left out.
 */
export function conditionsFrom(
  field: string,
  facts: readonly Fact[],
  { picks, numbers }: TypedConditions,
): Conditions | Refusal<'condition-both-ways' | 'condition-not-a-number'> {
  const conditions: Conditions = {};
  for (const fact of facts) {
    const typed = Object.hasOwn(numbers, fact.id) ? numbers[fact.id] : undefined;
    const found = fact.type === 'number' ? numberFrom(field, fact.id, typed) : chosenFrom(field, fact, picks);
    if (found === undefined) continue;
    if ('refused' in found) return found;
    conditions[fact.id] = found;
  }
  return conditions;
}

function chosenFrom(field: string, fact: Fact, picks: readonly string[]): Condition | Refusal<'condition-both-ways'> | undefined {
  const chosen = [...new Set(picks)].flatMap((pick) => (pick.startsWith(`${fact.id}:`) ? [pick.slice(fact.id.length + 1)] : []));
  if (fact.type === 'yes-no') {
    const [yes, no] = [chosen.includes('yes'), chosen.includes('no')];
    if (yes && no) return refuse('condition-both-ways', { field, fact: fact.id });
    return yes || no ? { is: yes } : undefined;
  }
  return chosen.length > 0 ? { any: chosen } : undefined;
}

function numberFrom(
  field: string,
  fact: string,
  typed: { min: string; max: string } | undefined,
): Condition | Refusal<'condition-not-a-number'> | undefined {
  const { min = '', max = '' } = typed ?? {};
  for (const [edge, text] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (text !== '' && !/^\d{1,4}$/.test(text)) return refuse('condition-not-a-number', { field, fact, edge });
  }
  if (min === '' && max === '') return undefined;
  if (min === '') return { max: Number(max) };
  return { min: Number(min), ...(max === '' ? {} : { max: Number(max) }) };
}
