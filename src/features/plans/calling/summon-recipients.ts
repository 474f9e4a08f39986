import type { Assignment } from '../../../domain/access/actor.ts';
import { type Calling, callingOf } from '../../../domain/plans/calling.ts';
import type { HuvudmanSide } from '../../../domain/plans/summons.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { caseOf } from '../plan-clock.ts';
import { listInitiatives } from '../plans.sql.ts';
import { type CallableUnit, listCallableUnits, type SummonsRow } from './calling.sql.ts';

export type AskedUnit = { readonly unit: string; readonly contribution: string };

/** A unit to call, how it is called, and what it is asked to bring. */
export type Recipient = { readonly unit: CallableUnit; readonly calling: Calling; readonly contribution: string };

/**
 * The units to call of those that are asked for, each once; those that are called already are left out. Whether it is a duty to come follows from what kind of
 * unit it is and whose plan it is, by law and by what the county has agreed. Refuses `unit-not-open`.
 */
export async function recipientsOf(
  asking: Asking,
  loaded: Loaded,
  asked: readonly AskedUnit[],
  before: readonly SummonsRow[],
): Promise<Recipient[] | Refusal<'unit-not-open'>> {
  const { tx, today } = asking;
  const { county_code, id } = loaded.row;
  const open = new Map((await listCallableUnits(tx, county_code, today)).map((unit) => [unit.id, unit]));
  const [county, national] = [await countyOf(tx, county_code), await nationalFile(tx, 'planning')];
  const [first] = await listInitiatives(tx, id);
  const of = caseOf(asking, loaded, first?.on_day ?? null);
  const recipients: Recipient[] = [];
  for (const { unit: asks, contribution } of new Map(asked.map((one) => [one.unit, one])).values()) {
    if (before.some(({ unit }) => unit === asks)) continue;
    const unit = open.get(asks);
    if (!unit) return refuse('unit-not-open');
    recipients.push({ unit, contribution, calling: callingOf([unit.kind], of, national, county?.planning) });
  }
  return recipients;
}

/** Which huvudmen are there when these come: that of the unit that leads, and of each that is called. Others are no huvudman's part. */
export function sidesOf(
  { organisation, municipality }: Assignment,
  called: readonly { readonly organisation_kind: string | null; readonly municipality: string | null }[],
  place: string,
): ReadonlySet<HuvudmanSide> {
  const own = { organisation_kind: organisation.kind, municipality: municipality ?? null };
  return new Set(
    [own, ...called].flatMap((one): HuvudmanSide[] => {
      if (one.organisation_kind === 'region') return ['region'];
      return one.organisation_kind === 'municipality' && one.municipality === place ? ['municipality'] : [];
    }),
  );
}
