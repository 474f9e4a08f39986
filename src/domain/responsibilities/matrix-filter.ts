import type { SituationFile, TaxonomyFile } from '../counties/national-files.ts';
import type { CompiledAgreement, CompiledRow } from './compile-agreement.ts';
import { truthOfAll, truthOfAny } from './condition.ts';
import type { Facts } from './fact-value.ts';
import { actorsForRole, type RoleAtUnit } from './matches-role.ts';
import { and } from './truth.ts';

/** What a reader narrows a matrix by; ids of the national vocabulary (taxonomy.yaml). */
export type MatrixFilter = RoleAtUnit & {
  readonly ageGroup?: string | undefined;
  readonly severity?: string | undefined;
  readonly condition?: string | undefined;
};

type National = { readonly taxonomy: TaxonomyFile; readonly situation: Pick<SituationFile, 'facts'> };

/**
 * The rows of a matrix that may concern what was chosen. A row goes only when it certainly does not; a duty that always holds never
 * goes. An age group or a severity that the vocabulary does not know narrows nothing.
 */
export function rowsMatching(compiled: CompiledAgreement, filter: MatrixFilter, national: National): CompiledRow[] {
  const facts = factsOf(filter, national);
  const outside =
    (filter.condition !== undefined && filter.condition !== compiled.agreement.area) ||
    truthOfAll([...compiled.when, ...compiled.scope], facts) === 'unmet';
  const byRole = filter.performer !== undefined || filter.role !== undefined;
  return compiled.rows.filter((row) => {
    if (row.row.always) return true;
    if (outside || (byRole && actorsForRole(row, filter).length === 0)) return false;
    return and(truthOfAny(row.alternatives, facts), truthOfAll(row.conditions, facts)) !== 'unmet';
  });
}

/** An age group is a range of ages; a severity is the option of the fact with the same name in Swedish. */
function factsOf({ ageGroup, severity }: MatrixFilter, { taxonomy, situation }: National): Facts {
  const group = taxonomy['age-groups'].find((one) => one.id === ageGroup);
  const levels = situation.facts.find((fact) => fact.id === 'severity');
  const level = levels?.type === 'choice' ? levels.options.find((option) => option.param === severity) : undefined;
  return {
    ...(group ? { age: { range: { min: group.min, max: group.max ?? Number.POSITIVE_INFINITY } } } : {}),
    ...(level ? { severity: { choice: level.id } } : {}),
  };
}
