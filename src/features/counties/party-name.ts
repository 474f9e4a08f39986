import type { Party } from '../../domain/agreements/parties.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';

/** What a party of an agreement is called: `Region Dalarna`, `Avesta kommun`; the party as it is where the county does not know it. */
export function partyName(county: CountyFile | undefined, party: Party): string {
  if (party === 'region') return county?.region.name ?? party;
  const name = county?.municipalities.find(({ code }) => code === party)?.name;
  return name === undefined ? party : `${name} kommun`;
}
