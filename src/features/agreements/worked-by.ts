import type { Party } from '../../domain/agreements/parties.ts';
import { presentParties } from '../../domain/agreements/status-for-party.ts';
import { isWorkedBy } from '../../domain/agreements/worked-by.ts';
import type { Tx } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { type AgreementOn, agreementsOfCountyOn } from './catalogue.ts';

/** An agreement that a party works by, with its status on the day and its parties but those that have left it. */
export type WorkedBy = AgreementOn & { readonly parties: readonly Party[] };

/** The agreements of a county that this party works by on the day: those that it is a party of. */
export async function agreementsWorkedBy(tx: Tx, county: string, party: Party, today: Temporal.PlainDate): Promise<WorkedBy[]> {
  const [found, file] = await Promise.all([agreementsOfCountyOn(tx, county, today), countyOf(tx, county)]);
  const codes = file?.municipalities.map(({ code }) => code) ?? [];
  return found
    .filter(({ status }) => isWorkedBy(status.code))
    .map((one) => ({ ...one, parties: presentParties(one, codes) }))
    .filter(({ parties }) => parties.includes(party));
}
