import type { AgreementFile } from '../counties/agreement-file.ts';
import type { SituationFile } from '../counties/national-files.ts';
import { type Changeable, changeablesOfAgreement, changeablesOfFile } from './changeable.ts';
import { type CompiledAgreement, compileAgreement } from './compile-agreement.ts';
import { type QuestionAtoms, questionAtoms } from './question-atoms.ts';
import type { Situation } from './situation.ts';

/** An agreement with what is computed of it on the day in question. The navigator hands the status on and does not read it. */
export type AgreementOnDay<S> = { readonly agreement: AgreementFile; readonly status: S };

export type NavigatorEntry<S> = { readonly compiled: CompiledAgreement; readonly changeables: readonly Changeable[]; readonly status: S };

/** Everything that is the same for every situation on a day. Made once, used for every request. */
export type Navigator<S> = {
  readonly file: SituationFile;
  readonly byCounty: ReadonlyMap<string, readonly NavigatorEntry<S>[]>;
  readonly atoms: QuestionAtoms;
  readonly changeables: readonly Changeable[];
};

/** Makes the navigator ready for agreements of any number of counties. Some milliseconds per hundred rows: keep the result. */
export function compileNavigator<S>(agreements: readonly AgreementOnDay<S>[], file: SituationFile): Navigator<S> {
  const entries = agreements.map(({ agreement, status }) => {
    const compiled = compileAgreement(agreement);
    return { compiled, changeables: changeablesOf(compiled), status };
  });
  return {
    file,
    byCounty: Map.groupBy(entries, (entry) => entry.compiled.agreement.county),
    atoms: questionAtoms(
      entries.map((entry) => entry.compiled),
      file,
    ),
    changeables: changeablesOfFile(file),
  };
}

const changeables = new WeakMap<CompiledAgreement, readonly Changeable[]>();

/** The changeable things of an agreement are the same on every day: they are listed once. */
function changeablesOf(compiled: CompiledAgreement): readonly Changeable[] {
  const found = changeables.get(compiled) ?? changeablesOfAgreement(compiled);
  changeables.set(compiled, found);
  return found;
}

/** The agreements of the place. Those of other municipalities are left out only when the municipality is known. */
export function agreementsOfPlace<S>(
  navigator: Navigator<S>,
  { county, municipality }: Pick<Situation, 'county' | 'municipality'>,
): readonly NavigatorEntry<S>[] {
  const entries = navigator.byCounty.get(county) ?? [];
  if (municipality === undefined) return entries;
  return entries.filter(({ compiled }) => {
    const { municipalities } = compiled.agreement.terms.parties;
    return municipalities === 'all' || municipalities.includes(municipality);
  });
}
