import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { compareDays, hasPassed } from '../../domain/organisations/period.ts';
import { mayAssign } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endAssignmentAfter, findOwner, listGivenAssignments } from './people.sql.ts';

/**
 * Ends an assignment after its last day, which may be today: at midnight it opens nothing any more. Refuses `assignment-not-found`, `forbidden`,
 * `own-account`, `ends-before-it-begins`, `day-has-passed` (the last day is before yesterday) and `already-closed`.
 */
export const endAssignment = useCase({
  permission: 'access.end-assignment',
  mode: 'write',
  input: z.strictObject({ assignment: z.uuid(), lastDay: IsoDate.transform((day) => Temporal.PlainDate.from(day)) }),
  run: async ({ tx, actor, today, input, record }) => {
    const [held] = await listGivenAssignments(tx, { id: input.assignment }, today);
    const owner = held && (await findOwner(tx, held.organisation_id));
    if (!held || !owner) return refuse('assignment-not-found');
    const permission = 'access.end-assignment';
    if (!mayAssign(actor, permission, held.role, owner)) return refuse('forbidden', { permission });
    if (held.account_id === getLogin(actor).account) return refuse('own-account');
    if (compareDays(input.lastDay, held.from_day) < 0) return refuse('ends-before-it-begins');
    if (hasPassed(input.lastDay.add({ days: 1 }), today)) return refuse('day-has-passed');
    if (!(await endAssignmentAfter(tx, held.id, input.lastDay))) return refuse('already-closed');
    await record({
      kind: permission,
      subject: { kind: 'assignment', id: held.id },
      effectiveOn: input.lastDay.add({ days: 1 }),
      content: { account: held.account_id },
    });
    return { id: held.id };
  },
});
