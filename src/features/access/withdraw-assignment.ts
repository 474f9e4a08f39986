import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { compareDays } from '../../domain/organisations/period.ts';
import { mayAssign } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOwner, listGivenAssignments, withdrawComing } from './people.sql.ts';

/**
 * Takes an assignment back before its first day: it then holds on no day. Who may end it may. Refuses `assignment-not-found`, `forbidden`,
 * `own-account` and `assignment-begun` when the first day is today or earlier: that one is ended.
 */
export const withdrawAssignment = useCase({
  permission: 'access.withdraw-assignment',
  mode: 'write',
  input: z.strictObject({ assignment: z.uuid() }),
  run: async ({ tx, actor, today, input, record }) => {
    const permission = 'access.withdraw-assignment';
    const [held] = await listGivenAssignments(tx, { id: input.assignment }, today);
    const owner = held && (await findOwner(tx, held.organisation_id));
    if (!held || !owner) return refuse('assignment-not-found');
    if (!mayAssign(actor, permission, held.role, owner)) return refuse('forbidden', { permission });
    if (held.account_id === getLogin(actor).account) return refuse('own-account');
    if (compareDays(held.from_day, today) <= 0) return refuse('assignment-begun');
    if (!(await withdrawComing(tx, held.id, today))) return refuse('assignment-not-found');
    await record({
      kind: permission,
      subject: { kind: 'assignment', id: held.id },
      effectiveOn: held.from_day,
      content: { account: held.account_id },
    });
    return { id: held.id, organisation: owner.id };
  },
});
