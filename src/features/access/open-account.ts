import { z } from 'zod';
import { HsaId } from '../../domain/organisations/hsa-id.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import { findOwner, findStaffForChange, insertStaff } from './people.sql.ts';

/**
 * Opens the account of a member of staff under their HSA-id: whoever logs in with it from now on is let in. Answers its id;
 * asked again with the same `key` it answers the same, and opens no other. Refuses `organisation-not-found`, `forbidden`, `account-exists`,
 * and `key-taken` for a key of another account.
 */
export const openAccount = useCase({
  permission: 'access.open-account',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
    organisation: z.uuid(),
    name: z.string().trim().min(1).max(200),
    hsaId: HsaId,
    email: z.union([z.literal(''), z.email().max(254)]).default(''),
  }),
  run: async ({ tx, actor, now, input, record }) => {
    const organisation = await findOwner(tx, input.organisation);
    if (!organisation) return refuse('organisation-not-found', { id: input.organisation });
    if (!mayHandle(actor, 'access.open-account', organisation)) return refuse('forbidden', { permission: 'access.open-account' });
    const { name, hsaId, email } = input;
    const id = input.key ?? newId(now);
    const opened = await findStaffForChange(tx, id);
    if (opened) {
      const sent = { organisation_id: organisation.id, name, hsa_id: hsaId, email: email || null };
      return saysTheSame(opened, sent) ? { id } : refuse('key-taken');
    }
    const account = { id, name, hsaId, email: email || undefined, organisation: organisation.id, county: organisation.county };
    const taken = await insertStaff(tx, account, now).catch((error) =>
      onConstraint(error, {
        account_of_hsa_id: refuse('account-exists'),
        account_pkey: refuse('key-taken'),
      }),
    );
    if (taken) return taken;
    await record({ kind: 'access.open-account', subject: { kind: 'account', id }, content: { organisation: organisation.id } });
    return { id };
  },
});
