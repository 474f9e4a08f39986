import { type LocalWays, localAgreementsOf, localWays } from '../../domain/agreements/local-ways.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';

/** As many as there are municipalities. */
const MOST_PLACES = 300;

const made = perRevision(async (tx, key) => {
  const [municipality = '', day = ''] = key.split(' ');
  return localWays(await agreementsOfCountyOn(tx, municipality.slice(0, 2), Temporal.PlainDate.from(day)), municipality);
}, MOST_PLACES);

const nowhere: LocalWays = new Map();

/** How the duties of a county's agreements are met in a municipality on a day, from the local agreements that apply then. Nothing where no place is named. */
export async function localWaysOn(tx: Tx, municipality: string | undefined, on: Temporal.PlainDate): Promise<LocalWays> {
  return municipality === undefined ? nowhere : made(tx, `${municipality} ${on}`);
}

/** The municipalities where an agreement has a local one that applies on the day, by code. */
export async function placesWithWays(
  tx: Tx,
  { slug, county }: { slug: string; county: string },
  on: Temporal.PlainDate,
): Promise<string[]> {
  const all = (await agreementsOfCountyOn(tx, county, on)).filter(({ agreement }) => agreement.parent === slug);
  const named = all.flatMap(({ agreement }) => {
    const { municipalities } = agreement.terms.parties;
    return municipalities === 'all' ? [] : municipalities;
  });
  return [...new Set(named)].filter((code) => localAgreementsOf(all, code).length > 0).toSorted();
}
