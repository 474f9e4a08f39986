import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayOfferHandOver } from '../../../domain/plans/following-policy.ts';
import { handOverFault } from '../../../domain/plans/hand-over.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, type Telling, useCase } from '../../../platform/index.ts';
import { CALLED_ROLES } from '../calling/set-meeting.ts';
import { followingOf } from '../following/load-following.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { findOverall, insertHandOver, listHandOvers } from './hand-over.sql.ts';

/**
 * Asks a unit of another huvudman in an established plan to answer for the whole of it. Nothing changes until it accepts. Refuses `plan-not-found`, `key-taken` and what
 * `handOverFault` says. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §, point 4.
 */
export const offerHandOver = useCase({
  permission: 'plans.offer-hand-over',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), unit: z.uuid(), reason: z.string().trim().min(3).max(2000) }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan, key: id, unit, reason } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit) return refuse('plan-not-found');
    const stands = await followingOf(context, loaded);
    if (!mayOfferHandOver(actor, loaded.reach, stands)) return refuse('plan-not-found');
    const before = await listHandOvers(tx, plan);
    const account = getLogin(actor).account;
    const same = before.find((one) => one.id === id);
    if (same) {
      const kept = { by: same.offered_by, unit: same.unit, reason: keys.decrypt(same.reason_cipher, contexts.handOver(id)) };
      return saysTheSame(kept, { by: account, unit, reason }) ? { loaded, id } : refuse('key-taken');
    }
    const [parties, overall] = [await listParties(tx, plan), await findOverall(tx, plan)];
    const open = before.some(({ answer }) => answer === null);
    const fault = handOverFault({ stage: stands.stage, established: loaded.row.established, overall, parties, unit, open });
    if (fault) return fault;
    const to = parties.find((one) => one.unit === unit);
    if (!to || overall === undefined) return refuse('unit-not-in-plan');
    const offered = { id, unit, organisation: to.organisation, from: overall, reason: keys.encrypt(reason, contexts.handOver(id)) };
    await insertHandOver(tx, plan, offered, { account, organisation: assignment.organisation.id, unit: assignment.unit.id }, now);
    const params = { plan, organisation: assignment.organisation.id };
    await record({
      kind: 'plans.offer-hand-over',
      subject: { kind: 'plan', id: plan },
      content: { from: overall, to: to.organisation, unit },
      tell: CALLED_ROLES.map((role): Telling => ({ kind: 'plan-hand-over-offered', to: { role, unit }, params })),
    });
    return { loaded, id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
