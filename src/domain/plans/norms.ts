import { type CountyPlanning, PlanningCase, type PlanningFile, type PlanningNorm, PlanningStep } from '../counties/planning.ts';

export const planningCases = PlanningCase.options;
export const planningSteps = PlanningStep.options;

/** What is said of how soon a step is taken: the limit that counts, if anybody has given a number, and what the rules say in words. */
export type StepNorm = { readonly limit?: PlanningNorm; readonly words: readonly PlanningNorm[] };

const binding = new Set<PlanningNorm['basis']>(['law', 'regulation']);

/**
 * How soon a step of a plan of this case is to be taken in a county. The county's own number goes before the national one, except that nobody
 * agrees to more time than law or regulation gives. What law says in words is always told beside the number. No `limit`: no number is known.
 */
export function normOf(step: PlanningStep, of: PlanningCase, national: Pick<PlanningFile, 'norms'>, county?: CountyPlanning): StepNorm {
  const here = (norms: readonly PlanningNorm[]) => norms.filter((norm) => norm.step === step && norm.cases.includes(of));
  const own = here(county?.norms ?? []);
  const common = here(national.norms);
  const law = common.find((norm) => isLimit(norm) && binding.has(norm.basis));
  const limit = stricter(own.find(isLimit), law) ?? common.find(isLimit);
  return { ...(limit ? { limit } : {}), words: [...own, ...common].filter((norm) => !isLimit(norm)) };
}

const isLimit = ({ days }: PlanningNorm) => days !== undefined;

/** The earlier of two; days from different starts cannot be compared, and then law stands. */
function stricter(own: PlanningNorm | undefined, law: PlanningNorm | undefined): PlanningNorm | undefined {
  if (!own || !law) return own ?? law;
  return own.from === law.from && (own.days ?? 0) < (law.days ?? 0) ? own : law;
}

/** When something late is shown to whom: the county's own, or the national. */
export function watchOf(national: Pick<PlanningFile, 'watch'>, county?: CountyPlanning): PlanningFile['watch'] {
  return county?.watch ?? national.watch;
}
