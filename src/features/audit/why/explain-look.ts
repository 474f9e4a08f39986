import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { listRowsById } from '../log.sql.ts';
import { showLooks } from '../shown-look.ts';
import { findPlanLook, findReviewedStanding } from './replay.sql.ts';
import { replayLook } from './replay-look.ts';

/**
 * Why somebody could see what they saw of a plan: for the reviewer of the log that the row is in. The rules are asked again about that moment, from the rows that are
 * kept, and compared with what the log says. `explained`: undefined where the row does not say what decided. Refuses `look-not-found`, `look-not-of-plan`.
 */
export const explainLook = useCase({
  permission: 'audit.explain-look',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const look = await findPlanLook(tx, input.id);
    if (!look) return refuse('look-not-found');
    const [row] = await showLooks(tx, actor, await listRowsById(tx, [look.id], [look.at]));
    if (!row) return refuse('look-not-found');
    return { look, row, explained: await replayLook(tx, look, findReviewedStanding) };
  },
  audit: ({ id }, answer) => [
    {
      ...{ person: answer?.look.person ?? null, owner: answer?.look.owner ?? null, record: { kind: 'audit-event', id } },
      purpose: { kind: 'review', share: null },
    },
  ],
});
