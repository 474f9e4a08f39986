import type { Party } from '../../domain/agreements/parties.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { stableId, type Tx } from '../../platform/index.ts';
import { insertOrganisation } from './register.sql.ts';

/** As far back as the register goes: what is older is not asked about. */
export const SINCE = '1800-01-01';

/** The id of a county's region: the same in every database. */
export function regionId(county: string): string {
  return stableId(`region:${county}`);
}

/** The id of a municipality as an organisation: the same in every database. */
export function municipalityId(code: string): string {
  return stableId(`municipality:${code}`);
}

/** The organisation that a party of an agreement is in the register. */
export function organisationOfParty(county: string, party: Party): string {
  return party === 'region' ? regionId(county) : municipalityId(party);
}

/**
 * Makes sure that the region and every municipality of each county is in the register. Those that are there already keep what has been said of
 * them; nothing is taken away. For loading, as the owner.
 */
export async function ensureOrganisations(tx: Tx, counties: readonly CountyFile[]): Promise<void> {
  for (const { code, region, municipalities } of counties) {
    await insertOrganisation(tx, { id: regionId(code), kind: 'region', county: code, name: region.name, since: SINCE });
    for (const municipality of municipalities) {
      await insertOrganisation(tx, {
        id: municipalityId(municipality.code),
        kind: 'municipality',
        county: code,
        municipality: municipality.code,
        name: `${municipality.name} kommun`,
        since: SINCE,
      });
    }
  }
}
