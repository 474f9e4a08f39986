import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { CLOSING_REASONS, closingFault } from '../../../domain/plans/closing.ts';
import { mayClosePlan } from '../../../domain/plans/following-policy.ts';
import { mayReadPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, type Telling, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import type { WrittenBy } from '../plans.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import { endTasks } from '../tasks/end-tasks.ts';
import { insertClosing, listUnitsToTell, type NewClosing } from './following.sql.ts';
import { followingOf } from './load-following.ts';

/**
 * Closes a plan, with a reason: by the one who coordinates it or stands in, or by those who lead one that nobody coordinates yet. Nothing more is written in it,
 * and it is read as before. The same closing once more changes nothing. Refuses `plan-not-found`, `closing-is-coordinators` and what `closingFault` says.
 */
export const closePlan = useCase({
  permission: 'plans.close',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), reason: z.enum(CLOSING_REASONS), words: z.string().trim().max(2000).default('') }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input } = context;
    const { plan, reason, words } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const { closing, ...stands } = await followingOf(context, loaded);
    const account = getLogin(actor).account;
    if (closing) {
      const kept = {
        by: closing.closed_by,
        reason: closing.reason,
        words: closing.words_cipher ? keys.decrypt(closing.words_cipher, contexts.closing(plan)) : '',
      };
      return saysTheSame(kept, { by: account, reason, words }) ? { loaded } : refuse('plan-closed');
    }
    if (!mayClosePlan(actor, stands)) return refuse('closing-is-coordinators');
    const fault = closingFault({ stage: stands.stage, reason, words, followedUp: false, established: loaded.row.established });
    if (fault) return fault;
    const by = { account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    await closeNow(context, loaded, { id: newId(now), followUp: null, on: today, reason, words }, by);
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

type Closing = Omit<NewClosing, 'words_cipher'> & { readonly words: string };

/** Closes a plan that may be closed by who acts, cancels what nobody has begun, and tells all who take part: that it is closed, and not why. */
export async function closeNow(
  { tx, now, keys, record }: Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'keys' | 'record'>,
  { row }: Loaded,
  { words, ...closing }: Closing,
  by: WrittenBy,
): Promise<void> {
  const units = await listUnitsToTell(tx, row.id);
  const cancelled = await endTasks({ tx, now, keys }, row.id);
  await insertClosing(tx, row.id, { ...closing, words_cipher: sealed(keys, words, contexts.closing(row.id)) }, by, now);
  const params = { plan: row.id, organisation: by.organisation };
  await record({
    kind: 'plans.close',
    subject: { kind: 'plan', id: row.id },
    content: { on: closing.on.toString(), followedUp: closing.followUp !== null, cancelled },
    tell: units
      .filter((unit) => unit !== by.unit)
      .flatMap((unit) => CALLED_ROLES.map((role): Telling => ({ kind: 'plan-closed', to: { role, unit }, params }))),
  });
}
