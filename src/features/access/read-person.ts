import { z } from 'zod';
import { CountyCode, IsoDate } from '../../domain/counties/ids.ts';
import { mayHandle, mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findStaff, listActingOfCounty, listStaffOfCounty } from './people.sql.ts';

/** One member of staff, for whoever administers them; the county sees those of its organisations, for the joint bodies. Refuses `account-not-found`. */
export const readPerson = useCase({
  permission: 'access.read-accounts',
  mode: 'read',
  input: z.strictObject({ account: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const found = await findStaff(tx, input.account);
    if (!found) return refuse('account-not-found');
    const owner = { id: found.organisation_id, kind: found.organisation_kind, county: found.county_code };
    const may = mayHandle(actor, 'access.read-accounts', owner) || mayHandleBodies(actor, 'access.read-accounts', owner.county);
    return may ? found : refuse('account-not-found');
  },
});

/** The staff of a county, or those who act as something on a day (`actingOn`), by name, for those who fill its joint bodies. Refuses `forbidden`. */
export const readStaffOfCounty = useCase({
  permission: 'access.read-accounts',
  mode: 'read',
  input: z.strictObject({ county: CountyCode, actingOn: IsoDate.optional() }),
  run: async ({ tx, actor, input: { county, actingOn } }) => {
    if (!mayHandleBodies(actor, 'access.read-accounts', county)) return refuse('forbidden', { permission: 'access.read-accounts' });
    return actingOn ? listActingOfCounty(tx, county, Temporal.PlainDate.from(actingOn)) : listStaffOfCounty(tx, county);
  },
});
