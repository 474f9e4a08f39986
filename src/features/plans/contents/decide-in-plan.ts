import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayDecideInPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, onConstraint, useCase } from '../../../platform/index.ts';
import { findOverall } from '../handing-over/hand-over.sql.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { insertDuty, listDuties, listPlanStaff } from './contents.sql.ts';
import { type Duty, newOf, saidUnder } from './duties-said.ts';

/**
 * Says who answers for the whole of the plan (point 4 of the law: one huvudman), who coordinates it and who stands in, when it is followed up, how the person
 * took part or why not, whether others were asked, and which huvudmän have nothing to do. What was said before stays beneath, and what says nothing new is not
 * written. Refuses `plan-not-found`, `overall-not-in-plan`, `coordinator-not-in-plan`, `substitute-is-coordinator`, `follow-up-not-later`,
 * `participation-reason-missing`, and `key-taken` for a key under which something else was said.
 */
export const decideInPlan = useCase({
  permission: 'plans.decide',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
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
    const said: readonly Duty[] = [
      { sort: 'participation', tookPart: input.tookPart, reason: input.tookPart ? undefined : input.whyNot },
      { sort: 'overall', organisation: input.overall },
      { sort: 'coordinator', account: input.coordinator, substitute: input.substitute },
      { sort: 'follow-up', day: Temporal.PlainDate.from(input.followUp) },
      ...(input.othersAsked ? [{ sort: 'others-asked' } as const] : []),
      ...input.none.map((organisation) => ({ sort: 'huvudman-none', organisation }) as const),
    ];
    const rows = await listDuties(tx, input.plan);
    const before = input.key === undefined ? undefined : saidUnder(input.key, said, rows, keys);
    if (before !== undefined) return before ? { loaded } : refuse('key-taken');
    const organisations = new Set((await listParties(tx, input.plan)).map(({ organisation }) => organisation));
    if (!organisations.has(input.overall) || input.none.some((one) => !organisations.has(one))) return refuse('overall-not-in-plan');
    const overall = loaded.row.established ? await findOverall(tx, input.plan) : undefined;
    if (overall !== undefined && overall !== input.overall) return refuse('overall-by-hand-over');
    const staff = new Set((await listPlanStaff(tx, input.plan)).map(({ account }) => account));
    const named = [input.coordinator, ...(input.substitute ? [input.substitute] : [])];
    if (named.some((one) => !staff.has(one))) return refuse('coordinator-not-in-plan');
    if (input.substitute === input.coordinator) return refuse('substitute-is-coordinator');
    if (Temporal.PlainDate.compare(Temporal.PlainDate.from(input.followUp), today) <= 0) return refuse('follow-up-not-later');
    if (!input.tookPart && input.whyNot.length < 3) return refuse('participation-reason-missing');
    const fresh = newOf(said, rows, keys);
    if (fresh.length === 0) return { loaded };
    const account = getLogin(actor).account;
    for (const one of said) {
      const isKeyed = one.sort === 'participation' && input.key !== undefined;
      if (!isKeyed && !fresh.includes(one)) continue;
      const id = isKeyed && input.key ? input.key : newId(now);
      const reason = one.reason === undefined ? null : keys.encrypt(one.reason, contexts.duty(id));
      const taken = await insertDuty(tx, input.plan, { ...one, id, reason }, account, now).catch((error: unknown) =>
        onConstraint(error, { plan_duty_pkey: refuse('key-taken') }),
      );
      if (taken) return taken;
    }
    const content = { overall: input.overall, coordinator: input.coordinator, followUp: input.followUp, tookPart: input.tookPart };
    await record({ kind: 'plans.decide', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
