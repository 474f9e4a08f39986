import { type Party, partiesOf } from '../../domain/agreements/parties.ts';
import { type PartyStatus, statusForParties, statusForParty } from '../../domain/agreements/status-for-party.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { partyName } from '../counties/index.ts';
import type { RegisterVersion } from './agreements.sql.ts';
import type { AgreementOn } from './catalogue.ts';

/** How an agreement stands to a party on the day of its status. Refuses `not-a-party`. */
export function statusOfParty(one: AgreementOn<RegisterVersion>, county: CountyFile, party: Party): PartyStatus | Refusal<'not-a-party'> {
  const municipalities = county.municipalities.map(({ code }) => code);
  return statusForParty(one, { party, name: partyName(county, party), municipalities });
}

/** The same for all its parties, the region first; or for one of them. Refuses `not-a-party`. */
export function statusOfParties(
  one: AgreementOn<RegisterVersion>,
  county: CountyFile,
  only?: Party,
): PartyStatus[] | Refusal<'not-a-party'> {
  const municipalities = county.municipalities.map(({ code }) => code);
  const all = only === undefined ? partiesOf(one.agreement.terms.parties, municipalities) : [only];
  const named = all.map((party) => ({ party, name: partyName(county, party) }));
  return statusForParties(one, named, municipalities);
}
