import { z } from 'zod';
import { accountsSeen } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOwner, type GivenAssignment, listGivenAssignments, listStaff, type StaffRow } from './people.sql.ts';

export type People = { readonly staff: readonly StaffRow[]; readonly assignments: readonly GivenAssignment[] };

/**
 * The people of an organisation and what they act as, past and coming too. A unit manager sees those of the own unit. Refuses
 * `organisation-not-found` and `forbidden`.
 */
export const readAccounts = useCase({
  permission: 'access.read-accounts',
  mode: 'read',
  input: z.strictObject({ organisation: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const owner = await findOwner(tx, input.organisation);
    if (!owner) return refuse('organisation-not-found', { id: input.organisation });
    const seesThose = accountsSeen(actor, owner);
    if (!seesThose) return refuse('forbidden', { permission: 'access.read-accounts' });
    const [staff, assignments] = await Promise.all([listStaff(tx, owner.id), listGivenAssignments(tx, { organisation: owner.id }, today)]);
    const seen = assignments.filter(({ unit_id }) => seesThose === 'all' || unit_id === seesThose.unit);
    const people: People = {
      staff: seesThose === 'all' ? staff : staff.filter(({ id }) => seen.some(({ account_id }) => account_id === id)),
      assignments: seen,
    };
    return people;
  },
});
