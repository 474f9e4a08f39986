import { z } from 'zod';
import { CountyCode } from '../../domain/counties/ids.ts';
import { mayHandle, mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findStaff, listStaffOfCounty } from './people.sql.ts';

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

/** The staff of a county, by name, for those who fill its joint bodies. Refuses `forbidden`. */
export const readStaffOfCounty = useCase({
  permission: 'access.read-accounts',
  mode: 'read',
  input: z.strictObject({ county: CountyCode }),
  run: async ({ tx, actor, input }) =>
    mayHandleBodies(actor, 'access.read-accounts', input.county)
      ? listStaffOfCounty(tx, input.county)
      : refuse('forbidden', { permission: 'access.read-accounts' }),
});
