import { z } from 'zod';
import { mayAssign } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOwner, listGivenAssignments } from './people.sql.ts';

/** An assignment, for whoever may end it (`endAssignment` asks the same). Refuses `assignment-not-found`, also when it is another's to end. */
export const readAssignment = useCase({
  permission: 'access.read-accounts',
  mode: 'read',
  input: z.strictObject({ assignment: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const [held] = await listGivenAssignments(tx, { id: input.assignment }, today);
    const owner = held && (await findOwner(tx, held.organisation_id));
    if (!held || !owner || !mayAssign(actor, 'access.end-assignment', held.role, owner)) return refuse('assignment-not-found');
    return held;
  },
});
