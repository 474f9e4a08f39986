import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { deactivate, findStaffForChange } from './people.sql.ts';

/**
 * Shuts a member of staff out: the account opens nothing from the next request on, and every session of it is ended in the same transaction. What they
 * have done stays. Refuses `account-not-found`, `forbidden`, `own-account` and `account-deactivated`.
 */
export const deactivateAccount = useCase({
  permission: 'access.deactivate-account',
  mode: 'write',
  input: z.strictObject({ account: z.uuid() }),
  run: async ({ tx, actor, now, input, record }) => {
    const account = await findStaffForChange(tx, input.account);
    if (!account) return refuse('account-not-found');
    const owner = { id: account.organisation_id, kind: account.organisation_kind, county: account.county_code };
    if (!mayHandle(actor, 'access.deactivate-account', owner)) return refuse('forbidden', { permission: 'access.deactivate-account' });
    if (account.id === getLogin(actor).account) return refuse('own-account');
    if (!(await deactivate(tx, account.id, now))) return refuse('account-deactivated');
    await record({ kind: 'access.deactivate-account', subject: { kind: 'account', id: account.id }, content: {} });
    return { id: account.id };
  },
});
