import type { Implication, SituationFile } from '../counties/national-files.ts';
import { truthOfAll } from './condition.ts';
import { type Facts, type FactValue, NONE } from './fact-value.ts';

/**
 * What follows from the answers: earlier seizures in withdrawal count as a severe situation whatever was said of severity.
 * The implied value takes the place of the stated one, or joins a stated set, so that the rules see one consistent situation. In the order of the file, each
 * on what the earlier ones left; only what is certain implies anything. Returns the completed facts and the ids of the implied ones.
 */
export function applyImplications(
  facts: Facts,
  file: Pick<SituationFile, 'implications'>,
): { readonly facts: Facts; readonly implied: readonly string[] } {
  const completed: Record<string, FactValue> = { ...facts };
  const implied = new Set<string>();
  for (const one of file.implications) {
    if (truthOfAll(Object.entries(one.when), completed) !== 'met') continue;
    completed[one.implies.fact] = impliedFact(one, completed[one.implies.fact]);
    implied.add(one.implies.fact);
  }
  return { facts: completed, implied: [...implied] };
}

/** The value that an implication gives its fact, whatever was stated of it. */
export function impliedFact({ implies }: Implication, stated: FactValue | undefined): FactValue {
  if ('includes' in implies) {
    const closed = stated !== undefined && stated !== 'unknown' && 'set' in stated ? stated : { set: [], open: true as const };
    return { ...closed, set: [...new Set([...closed.set.filter((option) => option !== NONE), ...implies.includes])] };
  }
  return 'choice' in implies ? { choice: implies.choice } : { yesNo: implies.is };
}
