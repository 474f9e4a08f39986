import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { copyStateOf, maySendAgain } from '../../../domain/plans/plan-copy.ts';
import { maySendCopy } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertCopy, listCopies, listUnitsToCopy } from './copies.sql.ts';

/**
 * Orders a copy once more, when the one before was withheld or has been annulled: the unit gets what may be shared with it now. Refuses `plan-not-found`,
 * `copy-not-found` and `copy-is-sent`; the same once more changes nothing.
 */
export const sendCopyAgain = useCase({
  permission: 'plans.send-copy',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), copy: z.uuid() }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !maySendCopy(actor, loaded.reach)) return refuse('plan-not-found');
    const all = await listCopies(tx, input.plan);
    const before = all.find(({ id, receiver }) => id === input.copy && receiver === 'unit');
    const to = before && (await listUnitsToCopy(tx, input.plan)).find(({ unit }) => unit === before.unit);
    if (!before || !to) return refuse('copy-not-found');
    const { number, attempt } = before;
    if (all.some((one) => one.number === number && one.unit === before.unit && one.attempt > attempt)) return { loaded };
    const state = copyStateOf({
      outcome: before.outcome,
      received: before.received_at !== null,
      annulled: before.annulled !== null,
      thinned: before.thinned_at !== null,
    });
    if (!maySendAgain(state)) return refuse('copy-is-sent');
    const id = newId(now);
    const account = getLogin(actor).account;
    await insertCopy(tx, input.plan, { id, version: before.version, number, attempt: attempt + 1, to }, account, now);
    await record({ kind: 'plans.send-copy', subject: { kind: 'plan', id: input.plan }, content: { copy: id, number, unit: to.unit } });
    return { loaded };
  },
  audit: ({ plan, copy }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, copy }),
});
