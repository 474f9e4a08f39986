import type { ResponsibilityRow } from '../counties/responsibility.ts';
import type { Citation, CompiledAgreement, CompiledRow, Linked } from './compile-agreement.ts';
import { type ConditionResult, resultsOf, truthOfAll } from './condition.ts';
import type { Facts } from './fact-value.ts';
import { type AgreementState, rowState } from './row-state.ts';
import type { Truth } from './truth.ts';
import type { Placement, Who } from './who.ts';

/** One duty of an answer. Everything a reader needs to trust it: who, on what ground, why it is shown, what is not known. */
export type Duty = {
  readonly key: string;
  readonly agreement: string;
  readonly row: ResponsibilityRow;
  readonly who: readonly Who[];
  readonly placements: readonly Placement[];
  readonly citations: readonly Citation[];
  readonly linked: readonly Linked[];
  readonly result: Truth;
  /** What selected the row, or may: everything in `either`. */
  readonly selection: readonly ConditionResult[];
  /** The ways of being selected that hold; when none is certain to, those that may. Each is enough by itself. */
  readonly either: readonly (readonly ConditionResult[])[];
  /** What the row requires. */
  readonly conditions: readonly ConditionResult[];
  /** Only on an unmet duty: the agreement's words and the duties that apply instead. */
  readonly wayForward?: {
    readonly text?: string;
    readonly rows: readonly { readonly key: string; readonly row: ResponsibilityRow; readonly who: readonly Who[] }[];
  };
};

/** The duty as it stands in a situation, or nothing when it has nothing to say of it. `inPlace`: where ways forward are looked up. */
export function dutyOf(
  row: CompiledRow,
  compiled: CompiledAgreement,
  state: AgreementState,
  facts: Facts,
  inPlace: readonly CompiledAgreement[],
): Duty[] {
  const result = rowState(row, state, facts);
  if (result === 'hidden') return [];
  const either = waysIn(row, facts);
  const duty = {
    key: row.key,
    agreement: compiled.agreement.slug,
    row: row.row,
    who: row.who,
    placements: row.placements,
    citations: row.citations,
    linked: row.linked,
    result,
    selection: either.flat(),
    either,
    conditions: resultsOf(row.conditions, facts),
  };
  return [result === 'unmet' ? { ...duty, wayForward: wayForwardOf(row, compiled, inPlace) } : duty];
}

function waysIn({ alternatives }: CompiledRow, facts: Facts): (readonly ConditionResult[])[] {
  const tried = alternatives.map((tests) => ({ tests, truth: truthOfAll(tests, facts) }));
  const wanted = tried.some(({ truth }) => truth === 'met') ? 'met' : 'unknown';
  return tried.filter(({ truth }) => truth === wanted).map(({ tests }) => resultsOf(tests, facts));
}

function wayForwardOf(
  row: CompiledRow,
  compiled: CompiledAgreement,
  inPlace: readonly CompiledAgreement[],
): NonNullable<Duty['wayForward']> {
  const text = row.row['way-forward'];
  const rows = row.row['way-forward-rows'].flatMap((id) => {
    const found = compiled.rows.find((one) => one.row.id === id) ?? inPlace.flatMap((one) => one.rows).find((one) => one.row.id === id);
    return found ? [{ key: found.key, row: found.row, who: found.who }] : [];
  });
  return text === undefined ? { rows } : { text, rows };
}

/** Does an unmet duty say itself where to go? */
export function hasOwnWay({ wayForward }: Duty): boolean {
  return wayForward !== undefined && (wayForward.text !== undefined || wayForward.rows.length > 0);
}
