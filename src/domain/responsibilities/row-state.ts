import type { CompiledAgreement, CompiledRow } from './compile-agreement.ts';
import { truthOfAll, truthOfAny } from './condition.ts';
import type { Facts } from './fact-value.ts';
import { and, type Truth } from './truth.ts';

/** How an agreement stands to a situation: does it speak of it (`selected`), and is the person in its target group (`scope`)? */
export type AgreementState = { readonly selected: Truth; readonly scope: Truth };

export function agreementState(compiled: CompiledAgreement, facts: Facts): AgreementState {
  return { selected: truthOfAll(compiled.when, facts), scope: truthOfAll(compiled.scope, facts) };
}

/** How a row stands in an answer: not there, or there with what is known of it. */
export type RowState = 'hidden' | Truth;

/**
 * How a row stands. Hidden when the agreement or the row does not speak of the situation, or when the person is outside the target
 * group – unless the duty holds by law for everyone. An unmet condition never hides a row: the rule is shown with its way forward.
 * Knowing less never hides a row.
 */
export function combineRowState(row: Pick<CompiledRow, 'byLaw'>, agreement: AgreementState, selection: Truth, conditions: Truth): RowState {
  if (agreement.selected === 'unmet' || selection === 'unmet') return 'hidden';
  const own = and(selection, conditions);
  if (row.byLaw) return own;
  return agreement.scope === 'unmet' ? 'hidden' : and(own, and(agreement.selected, agreement.scope));
}

export function rowState(row: CompiledRow, agreement: AgreementState, facts: Facts): RowState {
  return combineRowState(row, agreement, truthOfAny(row.alternatives, facts), truthOfAll(row.conditions, facts));
}
