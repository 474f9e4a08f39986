import { standingOf } from '../../../domain/agreements/standing.ts';
import { type MissingKind, missingKinds } from '../../../domain/plans/right-people.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { agreementsOfCountyOn, statusOfParty } from '../../agreements/index.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { listCallableUnits } from './calling.sql.ts';

/** Which kinds of units answer for something where the person lives, and are not in the plan. */
export type RightPeople = {
  /** The agreements that were asked: those that hold, with the municipality as a party. */
  readonly agreements: readonly { readonly slug: string; readonly short: string }[];
  readonly missing: readonly (MissingKind & { readonly name: string })[];
};

/** Help to think of whom to call, by the agreements that hold in the municipality today; never a reason not to call. */
export async function rightPeople({ tx, today }: Asking, { row }: Loaded): Promise<RightPeople> {
  const county = await countyOf(tx, row.county_code);
  if (!county) return { agreements: [], missing: [] };
  const [{ summoned }, { performers }] = await Promise.all([nationalFile(tx, 'planning'), nationalFile(tx, 'taxonomy')]);
  const holding = (await agreementsOfCountyOn(tx, county.code, today)).filter(
    (one) => standingOf(one.status.code) === 'holds' && !isRefusal(statusOfParty(one, county, row.municipality_code)),
  );
  const there = new Set((await listParties(tx, row.id)).map(({ unit }) => unit));
  const kinds = new Set((await listCallableUnits(tx, county.code, today)).flatMap(({ id, kind }) => (there.has(id) ? [kind] : [])));
  const missing = missingKinds(
    holding.map(({ agreement }) => agreement),
    kinds,
    summoned,
  );
  return {
    agreements: holding.map(({ agreement: { slug, short } }) => ({ slug, short })),
    missing: missing.map((one) => ({ ...one, name: performers.find(({ id }) => id === one.performer)?.label ?? one.performer })),
  };
}
