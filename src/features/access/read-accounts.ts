import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { conditionFor } from '../../domain/access/permissions.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
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
    const own = assignmentOf(actor);
    const ofUnit = conditionFor(actor, 'access.read-accounts') === 'own-unit' ? own?.unit?.id : undefined;
    const may = ofUnit === undefined ? mayHandle(actor, 'access.read-accounts', owner) : own?.organisation.id === owner.id;
    if (!may) return refuse('forbidden', { permission: 'access.read-accounts' });
    const [staff, assignments] = await Promise.all([listStaff(tx, owner.id), listGivenAssignments(tx, { organisation: owner.id }, today)]);
    const seen = assignments.filter(({ unit_id }) => ofUnit === undefined || unit_id === ofUnit);
    const people: People = {
      staff: ofUnit === undefined ? staff : staff.filter(({ id }) => seen.some(({ account_id }) => account_id === id)),
      assignments: seen,
    };
    return people;
  },
});
