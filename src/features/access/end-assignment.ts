import { z } from 'zod';
import { loginOf } from '../../domain/access/actor.ts';
import { givenBy } from '../../domain/access/may-assign.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { compareDays } from '../../domain/organisations/period.ts';
import { mayHandle, mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endAssignmentAfter, findOwner, listGivenAssignments } from './people.sql.ts';

/**
 * Ends an assignment after its last day, which may be today: at midnight it opens nothing any more. Refuses `assignment-unknown`, `forbidden`,
 * `own-account`, `ends-before-it-begins` and `already-ended`.
 */
export const endAssignment = useCase({
  permission: 'access.end-assignment',
  mode: 'write',
  input: z.strictObject({ assignment: z.uuid(), lastDay: IsoDate.transform((day) => Temporal.PlainDate.from(day)) }),
  run: async ({ tx, actor, today, input, record }) => {
    const [held] = await listGivenAssignments(tx, { id: input.assignment }, today);
    const owner = held && (await findOwner(tx, held.organisation_id));
    if (!held || !owner) return refuse('assignment-unknown');
    const permission = 'access.end-assignment';
    const may = givenBy(held.role) === 'county' ? mayHandleBodies(actor, permission, owner.county) : mayHandle(actor, permission, owner);
    if (!may) return refuse('forbidden', { permission });
    if (held.account_id === loginOf(actor)?.account) return refuse('own-account');
    if (compareDays(input.lastDay, held.from_day) < 0) return refuse('ends-before-it-begins');
    if (!(await endAssignmentAfter(tx, held.id, input.lastDay))) return refuse('already-ended');
    await record({
      kind: permission,
      subject: { kind: 'assignment', id: held.id },
      effectiveOn: input.lastDay.add({ days: 1 }),
      content: { account: held.account_id },
    });
    return { id: held.id };
  },
});
