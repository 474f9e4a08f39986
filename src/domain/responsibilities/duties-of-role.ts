import type { ResponsibilityRow } from '../counties/responsibility.ts';
import type { Citation, CompiledRow, Test } from './compile-agreement.ts';
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
  /** Other ways to be selected, each enough in the place of what selects it in `on`. */
  readonly orOn: readonly (readonly Test[])[];
};

/** `byOthers`: duties that no kind of unit of the vocabulary has – the police, the county administrative board – and everyone should know of. */
export type RoleView = {
  readonly always: readonly RoleDuty[];
  readonly onCondition: readonly RoleDuty[];
  readonly byOthers: readonly RoleDuty[];
};

type Place = { readonly county: string; readonly municipality?: string | undefined };

/** What the agreements of a place ask of a professional role at a kind of unit: always, and on condition; with whom in each. */
export function dutiesOfRole<S>(navigator: Navigator<S>, { county, municipality, ...wanted }: RoleAtUnit & Place): RoleView {
  const place = agreementsOfPlace(navigator, { county, ...(municipality === undefined ? {} : { municipality }) });
  const rows = place.flatMap(({ compiled }) => compiled.rows.map((row) => ({ row, agreement: compiled.agreement.slug })));
  const asked = rows.flatMap(({ row, agreement }) => {
    const mine = actorsForRole(row, wanted);
    return mine.length > 0 ? [roleDuty(row, agreement, mine)] : [];
  });
  const always = (duty: RoleDuty) => duty.row.always || duty.on.length === 0;
  return {
    always: asked.filter(always),
    onCondition: asked.filter((duty) => !always(duty)),
    byOthers: rows.flatMap(({ row, agreement }) => (actorsForRole(row, {}).length === 0 ? [roleDuty(row, agreement, [])] : [])),
  };
}

function roleDuty(row: CompiledRow, agreement: string, mine: readonly Who[]): RoleDuty {
  const together = row.who.filter((one) => !mine.includes(one));
  return {
    key: row.key,
    agreement,
    row: row.row,
    citations: row.citations,
    mine,
    together,
    on: [...row.when, ...row.conditions],
    orOn: row.alternatives.slice(1),
  };
}
