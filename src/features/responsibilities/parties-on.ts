import { partiesOf } from '../../domain/agreements/parties.ts';
import { standingOf } from '../../domain/agreements/standing.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn, statusOfParty } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';

/** What an answer must say of the parties of a place. */
export type PlaceParties = {
  /** Of an agreement that applies (by slug), the parties of the place that it is not known to be in force for. */
  readonly provisos: ReadonlyMap<string, readonly PartyStatus[]>;
  /** Agreements of the county that apply and that the municipality is no party of. */
  readonly outside: readonly { readonly slug: string; readonly short: string }[];
};

/** As many as there are municipalities and counties. */
const MOST_PLACES = 320;

const made = perRevision(async (tx, key): Promise<PlaceParties> => {
  const [place = '', day = ''] = key.split(' ');
  const county = await countyOf(tx, place.slice(0, 2));
  const provisos = new Map<string, PartyStatus[]>();
  const outside: { slug: string; short: string }[] = [];
  if (!county) return { provisos, outside };
  const codes = county.municipalities.map(({ code }) => code);
  for (const one of await agreementsOfCountyOn(tx, county.code, Temporal.PlainDate.from(day))) {
    const { agreement, status } = one;
    if (standingOf(status.code) !== 'holds') continue;
    const concerned = place.length === 4 ? ['region', place] : partiesOf(agreement.terms.parties, codes);
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
}, MOST_PLACES);

/** What must be said of the parties of a municipality, or of a whole county, on a day. */
export function partiesOn(
  tx: Tx,
  { county, municipality }: { county: string; municipality?: string },
  on: Temporal.PlainDate,
): Promise<PlaceParties> {
  return made(tx, `${municipality ?? county} ${on}`);
}
