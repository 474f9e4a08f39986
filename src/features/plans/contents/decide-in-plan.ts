import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayDecideInPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { insertDuty, listPlanStaff, type NewDuty } from './contents.sql.ts';

/**
 * Says who answers for the whole of the plan (point 4 of the law: one huvudman), who coordinates it and who stands in, when it is followed up, how the person
 * took part or why not, whether others were asked, and which huvudmän have nothing to do. What was said before stays beneath. Refuses `plan-not-found`,
 * `overall-not-in-plan`, `coordinator-not-in-plan`, `substitute-is-coordinator`, `follow-up-not-later`, `participation-reason-missing`.
 */
export const decideInPlan = useCase({
  permission: 'plans.decide',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    overall: z.uuid(),
    coordinator: z.uuid(),
    substitute: z.uuid().optional(),
    followUp: IsoDate,
    tookPart: z.boolean(),
    whyNot: z.string().trim().max(2000).default(''),
    othersAsked: z.boolean().default(false),
    none: z.array(z.uuid()).max(20).default([]),
  }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayDecideInPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const organisations = new Set((await listParties(tx, input.plan)).map(({ organisation }) => organisation));
    if (!organisations.has(input.overall) || input.none.some((one) => !organisations.has(one))) return refuse('overall-not-in-plan');
    const staff = new Set((await listPlanStaff(tx, input.plan)).map(({ account }) => account));
    const named = [input.coordinator, ...(input.substitute ? [input.substitute] : [])];
    if (named.some((one) => !staff.has(one))) return refuse('coordinator-not-in-plan');
    if (input.substitute === input.coordinator) return refuse('substitute-is-coordinator');
    const day = Temporal.PlainDate.from(input.followUp);
    if (Temporal.PlainDate.compare(day, today) <= 0) return refuse('follow-up-not-later');
    if (!input.tookPart && input.whyNot.length < 3) return refuse('participation-reason-missing');
    const participation = newId(now);
    const reason = input.tookPart ? null : keys.encrypt(input.whyNot, contexts.duty(participation));
    const said: readonly Omit<NewDuty, 'id'>[] = [
      { sort: 'overall', organisation: input.overall },
      { sort: 'coordinator', account: input.coordinator, substitute: input.substitute },
      { sort: 'follow-up', day },
      ...(input.othersAsked ? [{ sort: 'others-asked' } as const] : []),
      ...input.none.map((organisation) => ({ sort: 'huvudman-none', organisation }) as const),
    ];
    const account = getLogin(actor).account;
    await insertDuty(tx, input.plan, { id: participation, sort: 'participation', tookPart: input.tookPart, reason }, account, now);
    for (const one of said) await insertDuty(tx, input.plan, { id: newId(now), ...one }, account, now);
    const content = { overall: input.overall, coordinator: input.coordinator, followUp: input.followUp, tookPart: input.tookPart };
    await record({ kind: 'plans.decide', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
