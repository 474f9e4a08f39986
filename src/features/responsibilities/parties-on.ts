import { partiesOf } from '../../domain/agreements/parties.ts';
import { standingOf } from '../../domain/agreements/standing.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn, statusOfParty } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';

/** What an answer must say of the parties of a place. */
export type PlaceParties = {
  /** Of an agreement that applies (by slug), the parties of the place that it is not known to be in force for. */
  readonly provisos: ReadonlyMap<string, readonly PartyStatus[]>;
  /** Agreements of the county that apply and that the municipality is no party of. */
  readonly outside: readonly { readonly slug: string; readonly short: string }[];
};

/**
 * What must be said of the parties of a municipality, or of a whole county, on a day. It is worked out each time, of what is remembered: kept by day it
 * would have to be asked for of the database each new day.
 */
export async function partiesOn(
  tx: Tx,
  { county: code, municipality }: { county: string; municipality?: string },
  on: Temporal.PlainDate,
): Promise<PlaceParties> {
  const county = await countyOf(tx, code);
  const provisos = new Map<string, PartyStatus[]>();
  const outside: { slug: string; short: string }[] = [];
  if (!county) return { provisos, outside };
  const codes = county.municipalities.map(({ code }) => code);
  for (const one of await agreementsOfCountyOn(tx, county.code, on)) {
    const { agreement, status } = one;
    if (standingOf(status.code) !== 'holds') continue;
    const concerned = municipality === undefined ? partiesOf(agreement.terms.parties, codes) : ['region', municipality];
    const found = concerned.map((party) => statusOfParty(one, county, party));
    const known = found.flatMap((party) => (isRefusal(party) ? [] : [party]));
    if (known.length < found.length) {
      if (agreement.kind === 'county') outside.push({ slug: agreement.slug, short: agreement.short });
      continue;
    }
    const unsure = known.filter(({ code }) => code !== 'in-force');
    if (unsure.length > 0) provisos.set(agreement.slug, unsure);
  }
  return { provisos, outside };
}
