import type { Condition } from '../counties/conditions.ts';
import type { Fact, SituationFile } from '../counties/national-files.ts';
import { NEEDS_BOTH_TEST } from './changeable.ts';
import type { CompiledAgreement, Test } from './compile-agreement.ts';
import { testCondition } from './condition.ts';
import type { FactValue } from './fact-value.ts';

/**
 * Per fact, the answers that the rules can tell apart: each option, yes and no, and the stretches of a number between the limits
 * that some condition has. `meets` says for one condition, atom by atom, whether it would be met.
 */
export type QuestionAtoms = {
  readonly of: ReadonlyMap<string, readonly FactValue[]>;
  readonly meets: (condition: Condition) => readonly boolean[];
};

type Made = { readonly agreements: readonly CompiledAgreement[]; readonly atoms: QuestionAtoms };

const made = new WeakMap<SituationFile, Made[]>();

/** As many sets of agreements as are kept for a file: a county mostly has the same ones day after day. */
const MOST_KEPT = 64;

/** The atoms of every fact of the file, as fine as the given agreements and the next steps need them. Made once for the same agreements. */
export function questionAtoms(agreements: readonly CompiledAgreement[], file: SituationFile): QuestionAtoms {
  const before = made.get(file) ?? [];
  const same = before.find(
    (one) => one.agreements.length === agreements.length && one.agreements.every((each, i) => each === agreements[i]),
  );
  if (same) return same.atoms;
  const atoms = atomsFor(agreements, file);
  made.set(file, [...before, { agreements, atoms }].slice(-MOST_KEPT));
  return atoms;
}

function atomsFor(agreements: readonly CompiledAgreement[], file: SituationFile): QuestionAtoms {
  const tests: Test[] = [
    NEEDS_BOTH_TEST,
    ...agreements.flatMap((one) => [
      ...one.when,
      ...one.scope,
      ...one.rows.flatMap((row) => [...row.alternatives.flat(), ...row.conditions]),
      ...one.speaksElsewhere.flat(),
    ]),
    ...[...file['next-steps'], ...file.implications].flatMap((one) => Object.entries(one.when)),
    ...file['next-steps'].flatMap((one) => Object.entries(one['certain-when'])),
  ];
  const of = new Map(file.facts.map((fact) => [fact.id, atomsOf(fact, tests)] as const));
  const known = new Map<Condition, readonly boolean[]>();
  for (const [fact, condition] of tests)
    known.set(
      condition,
      (of.get(fact) ?? []).map((atom) => testCondition(condition, atom) === 'met'),
    );
  return { of, meets: (condition) => known.get(condition) ?? [] };
}

function atomsOf(fact: Fact, tests: readonly Test[]): FactValue[] {
  if (fact.type === 'yes-no') return [{ yesNo: true }, { yesNo: false }];
  if (fact.type === 'choice') return fact.options.map((option) => ({ choice: option.id }));
  if (fact.type === 'set') return fact.options.map((option) => ({ set: [option.id] }));
  const starts = tests.flatMap(([id, condition]) => {
    if (id !== fact.id) return [];
    return [
      ...('min' in condition ? [condition.min] : []),
      ...('max' in condition && condition.max !== undefined ? [condition.max + 1] : []),
    ];
  });
  const cuts = [...new Set([fact.min, ...starts.filter((start) => start > fact.min && start <= fact.max)])].toSorted((a, b) => a - b);
  return cuts.map((min, index) => ({ range: { min, max: (cuts[index + 1] ?? fact.max + 1) - 1 } }));
}
