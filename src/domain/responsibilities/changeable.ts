import type { SituationFile } from '../counties/national-files.ts';
import type { CompiledAgreement, CompiledRow, Test } from './compile-agreement.ts';
import { NEED, NEEDS_BOTH } from './fact-value.ts';
import { combineRowState } from './row-state.ts';
import { and, or, type Truth } from './truth.ts';

/**
 * Something of an answer that knowing more may change: an agreement's standing, a row, a next step, something that follows. Its tests
 * in lists, how the lists combine into what is shown, and what settling it is worth. The first `selecting` lists say if it concerns
 * the situation; any of the first `hiding` of them unmet hides it for certain. Lists from `either` on are alternatives: one is enough.
 */
export type Changeable = {
  readonly lists: readonly (readonly Test[])[];
  readonly selecting: number;
  readonly hiding: number;
  readonly either?: number;
  readonly state: (truths: readonly Truth[]) => string;
  readonly worth: number;
  /** Only when this fact was answered with "don't know": then what it follows from may be asked instead. */
  readonly insteadOf?: string;
};

/** What a step that needs both authorities tests, beside its own conditions. */
export const NEEDS_BOTH_TEST: Test = [NEEDS_BOTH, { is: true }];

/**
 * A row that selects on the need is worth more the more of a speciality it is (1 divided by the needs it serves); the rest is this.
 * Whether both authorities are needed mostly shows from the duties, and what only makes a step certain hides nothing: both asked last.
 */
const WORTH = { row: 0.15, alwaysRow: 0.1, agreement: 0.03, step: 0.06, further: 0.001, elsewhere: 0.005, implication: 0.5 } as const;

/** The changeable things of an agreement: its standing and its rows. */
export function changeablesOfAgreement({ when, scope, rows, speaksElsewhere }: CompiledAgreement): Changeable[] {
  return [
    {
      lists: [when, scope],
      selecting: 1,
      hiding: 1,
      state: ([selected, inside]) => (selected === 'unmet' ? 'hidden' : `${selected} ${inside}`),
      worth: WORTH.agreement,
    },
    ...rows.map((row): Changeable => (row.alternatives.length > 1 ? ofAlternatives(row, when, scope) : ofRow(row, when, scope))),
    ...speaksElsewhere.map((tests): Changeable => ({ lists: [tests], selecting: 1, hiding: 1, state: shown, worth: WORTH.elsewhere })),
  ];
}

function shown([truth = 'met']: readonly Truth[]): string {
  return truth === 'unmet' ? 'hidden' : truth;
}

function ofRow(row: CompiledRow, when: readonly Test[], scope: readonly Test[]): Changeable {
  return {
    lists: [when, row.when, scope, row.conditions],
    selecting: 3,
    hiding: 2,
    state: ([selected = 'met', selection = 'met', inside = 'met', conditions = 'met']) =>
      combineRowState(row, { selected, scope: inside }, selection, conditions),
    worth: worthOf(row),
  };
}

function ofAlternatives(row: CompiledRow, when: readonly Test[], scope: readonly Test[]): Changeable {
  return {
    lists: [when, scope, row.conditions, ...row.alternatives],
    selecting: 2,
    hiding: 1,
    either: 3,
    state: ([selected = 'met', inside = 'met', conditions = 'met', ...ways]) =>
      combineRowState(row, { selected, scope: inside }, ways.reduce(or, 'unmet'), conditions),
    worth: worthOf(row),
  };
}

/** The changeable things of the national file: its next steps, and the answers that follow from others. */
export function changeablesOfFile(file: Pick<SituationFile, 'next-steps' | 'implications'>): Changeable[] {
  const steps = file['next-steps'].flatMap((step): Changeable[] => {
    const state = ([when = 'met', both = 'met', certain = 'met']: readonly Truth[]) => {
      const truth = and(when, both);
      if (truth === 'unmet') return 'hidden';
      if (truth === 'unknown' && step['when-unknown'] === 'hide') return 'not yet';
      return certain === 'met' ? truth : 'unknown';
    };
    const when = Object.entries(step.when);
    const both = step['needs-both'] ? [NEEDS_BOTH_TEST] : [];
    const certain = Object.entries(step['certain-when']);
    const itself: Changeable = { lists: [when], selecting: 1, hiding: 1, state, worth: WORTH.step };
    const further: Changeable = { lists: [when, both, certain], selecting: 1, hiding: 2, state, worth: WORTH.further };
    return both.length + certain.length > 0 ? [itself, further] : [itself];
  });
  const implications = file.implications
    .filter((one) => one['ask-instead'])
    .map((one) => ({
      lists: [Object.entries(one.when)],
      selecting: 1,
      hiding: 1,
      state: shown,
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
