import type { Implication, SituationFile } from '../counties/national-files.ts';
import { truthOfAll } from './condition.ts';
import type { Facts, FactValue } from './fact-value.ts';

/**
 * What follows from the answers: earlier seizures in withdrawal count as a severe situation whatever was said of severity.
 * The implied value takes the place of the stated one, so that the rules see one consistent situation. Only what is certain
 * implies anything. Returns the completed facts and the ids of the implied ones.
 */
export function applyImplications(
  facts: Facts,
  file: Pick<SituationFile, 'implications'>,
): { readonly facts: Facts; readonly implied: readonly string[] } {
  const holding = file.implications.filter((one) => truthOfAll(Object.entries(one.when), facts) === 'met');
  const implied = Object.fromEntries(holding.map((one) => [one.implies.fact, impliedValue(one)]));
  return { facts: { ...facts, ...implied }, implied: Object.keys(implied) };
}

function impliedValue({ implies }: Implication): FactValue {
  return 'choice' in implies ? { choice: implies.choice } : { yesNo: implies.is };
}
