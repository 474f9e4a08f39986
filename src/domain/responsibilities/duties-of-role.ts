import type { ResponsibilityRow } from '../counties/responsibility.ts';
import type { Citation, Test } from './compile-agreement.ts';
import { actorsForRole, type RoleAtUnit } from './matches-role.ts';
import { agreementsOfPlace, type Navigator } from './navigator.ts';
import type { Who } from './who.ts';

/** A duty as it meets one who works: my part in it, the others in it, and what has to be the case. */
export type RoleDuty = {
  readonly key: string;
  readonly agreement: string;
  readonly row: ResponsibilityRow;
  readonly citations: readonly Citation[];
  readonly mine: readonly Who[];
  readonly together: readonly Who[];
  /** What selects it and what it requires: empty for a duty that always holds. */
  readonly on: readonly Test[];
};

export type RoleView = { readonly always: readonly RoleDuty[]; readonly onCondition: readonly RoleDuty[] };

/** What the agreements of a place ask of a professional role at a kind of unit: always, and on condition; with whom in each. */
export function dutiesOfRole<S>(
  navigator: Navigator<S>,
  { county, municipality, ...wanted }: RoleAtUnit & { readonly county: string; readonly municipality?: string },
): RoleView {
  const duties = agreementsOfPlace(navigator, { county, ...(municipality === undefined ? {} : { municipality }) }).flatMap(({ compiled }) =>
    compiled.rows.flatMap((row): RoleDuty[] => {
      const mine = actorsForRole(row, wanted);
      if (mine.length === 0) return [];
      const together = row.who.filter((one) => !mine.includes(one));
      const on = [...row.when, ...row.conditions];
      return [{ key: row.key, agreement: compiled.agreement.slug, row: row.row, citations: row.citations, mine, together, on }];
    }),
  );
  const always = (duty: RoleDuty) => duty.row.always || duty.on.length === 0;
  return { always: duties.filter(always), onCondition: duties.filter((duty) => !always(duty)) };
}
