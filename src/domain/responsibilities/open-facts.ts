import type { AgreementInAnswer } from './agreement-in-answer.ts';
import type { ConditionResult } from './condition.ts';
import type { Duty } from './duty.ts';
import type { Situation } from './situation.ts';

/** A fact we do not know well enough, and what it bears on. `asked`: the answer was "don't know", or too wide to tell. */
export type OpenFact = {
  readonly fact: string;
  readonly asked: boolean;
  readonly duties: readonly string[];
  readonly agreements: readonly string[];
};

/** The facts that could still change a duty or an agreement's standing, each with what it bears on; widest bearing first. */
export function openFacts(duties: readonly Duty[], agreements: readonly AgreementInAnswer<unknown>[], { asked }: Situation): OpenFact[] {
  const open = new Map<string, { duties: string[]; agreements: string[] }>();
  const of = (fact: string) => open.getOrInsertComputed(fact, () => ({ duties: [], agreements: [] }));
  for (const duty of duties) {
    // An unmet duty stays unmet whatever its other conditions turn out to be; only what selects it can still matter.
    const tried = duty.result === 'unmet' ? duty.selection : [...duty.selection, ...duty.conditions];
    for (const fact of unknownAmong(tried)) of(fact).duties.push(duty.key);
  }
  for (const agreement of agreements) for (const fact of unknownAmong(agreement.because)) of(fact).agreements.push(agreement.slug);
  return [...open]
    .map(([fact, bearing]) => ({ fact, asked: asked.includes(fact), ...bearing }))
    .toSorted((a, b) => b.duties.length + b.agreements.length - (a.duties.length + a.agreements.length));
}

function unknownAmong(results: readonly ConditionResult[]): Set<string> {
  return new Set(results.filter((one) => one.result === 'unknown').map((one) => one.fact));
}
