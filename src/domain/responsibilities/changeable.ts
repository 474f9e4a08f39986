import type { SituationFile } from '../counties/national-files.ts';
import type { CompiledAgreement, CompiledRow, Test } from './compile-agreement.ts';
import { NEED, NEEDS_BOTH } from './fact-value.ts';
import { combineRowState } from './row-state.ts';
import { and, type Truth } from './truth.ts';

/**
 * Something of an answer that knowing more may change: an agreement's standing, a row, a next step, something that follows. Its tests
 * in lists, how the lists combine into what is shown, and what settling it is worth. The first `selecting` lists say if it concerns
 * the situation; any of the first `hiding` of them unmet hides it for certain.
 */
export type Changeable = {
  readonly lists: readonly (readonly Test[])[];
  readonly selecting: number;
  readonly hiding: number;
  readonly state: (truths: readonly Truth[]) => string;
  readonly worth: number;
  /** Only when this fact was answered with "don't know": then what it follows from may be asked instead. */
  readonly insteadOf?: string;
};

/** What a step that needs both authorities tests, beside its own conditions. */
export const NEEDS_BOTH_TEST: Test = [NEEDS_BOTH, { is: true }];

/**
 * A row that selects on the need is worth more the more of a speciality it is (1 divided by the needs it serves); the rest is this.
 * Whether both authorities are needed mostly shows from the duties, so it is asked last.
 */
const WORTH = { row: 0.15, alwaysRow: 0.1, agreement: 0.03, step: 0.06, needsBoth: 0.001, implication: 0.5 } as const;

/** The changeable things of an agreement: its standing and its rows. */
export function changeablesOfAgreement({ when, scope, rows }: CompiledAgreement): Changeable[] {
  return [
    {
      lists: [when, scope],
      selecting: 1,
      hiding: 1,
      state: ([selected, inside]) => (selected === 'unmet' ? 'hidden' : `${selected} ${inside}`),
      worth: WORTH.agreement,
    },
    ...rows.map((row) => ({
      lists: [when, row.when, scope, row.conditions],
      selecting: 3,
      hiding: 2,
      state: ([selected = 'met', selection = 'met', inside = 'met', conditions = 'met']: readonly Truth[]) =>
        combineRowState(row, { selected, scope: inside }, selection, conditions),
      worth: worthOf(row),
    })),
  ];
}

/** The changeable things of the national file: its next steps, and the answers that follow from others. */
export function changeablesOfFile(file: Pick<SituationFile, 'next-steps' | 'implications'>): Changeable[] {
  const steps = file['next-steps'].flatMap((step): Changeable[] => {
    const state = ([when = 'met', both = 'met']: readonly Truth[]) => {
      const truth = and(when, both);
      return truth === 'unmet' ? 'hidden' : truth === 'unknown' && step['when-unknown'] === 'hide' ? 'not yet' : truth;
    };
    const when = Object.entries(step.when);
    const itself: Changeable = { lists: [when], selecting: 1, hiding: 1, state, worth: WORTH.step };
    return step['needs-both']
      ? [itself, { lists: [when, [NEEDS_BOTH_TEST]], selecting: 1, hiding: 2, state, worth: WORTH.needsBoth }]
      : [itself];
  });
  const implications = file.implications.map((one) => ({
    lists: [Object.entries(one.when)],
    selecting: 1,
    hiding: 1,
    state: ([truth = 'met']: readonly Truth[]) => (truth === 'unmet' ? 'hidden' : truth),
    worth: WORTH.implication,
    insteadOf: one.implies.fact,
  }));
  return [...steps, ...implications];
}

function worthOf(row: CompiledRow): number {
  if (row.row.always) return WORTH.alwaysRow;
  const need = row.when.find(([fact]) => fact === NEED)?.[1];
  return need && 'any' in need ? 1 / need.any.length : WORTH.row;
}
