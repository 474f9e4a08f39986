import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { initiativeFault } from '../../domain/plans/initiative.ts';
import { INITIATORS } from '../../domain/plans/plan-kinds.ts';
import { mayPointOut } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { lockSubject, newId, onConstraint, useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { Words } from './open-plan.ts';
import { insertInitiative, listInitiatives } from './plans.sql.ts';
import { contexts } from './sealed.ts';

/**
 * Notes that somebody else has pointed out the need, in a plan that is open. The time runs from the first of the days, so that an earlier one than was known
 * moves it. The individual points out as themselves, today. The same words of the same day once more change nothing. Refuses `plan-not-found`,
 * `initiative-in-future`, `initiative-too-old`, `key-taken`.
 */
export const pointOut = useCase({
  permission: 'plans.point-out',
  mode: 'write',
  input: z.strictObject({ key: z.uuid().optional(), plan: z.uuid(), by: z.enum(INITIATORS), on: IsoDate, reason: Words }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayPointOut(actor, loaded.reach)) return refuse('plan-not-found');
    const { own } = loaded.reach;
    const said = { by: own ? ('individual' as const) : input.by, on: own ? today.toString() : input.on, reason: input.reason };
    const onDay = Temporal.PlainDate.from(said.on);
    const fault = initiativeFault(onDay, today);
    if (fault) return fault;
    const before = await listInitiatives(tx, input.plan);
    const again = before.some((one) => {
      const kept = { by: one.made_by, on: one.on_day.toString(), reason: keys.decrypt(one.reason_cipher, contexts.initiative(one.id)) };
      return saysTheSame(kept, said);
    });
    if (again) return { loaded };
    if (before.some((one) => one.id === input.key)) return refuse('key-taken');
    const id = input.key ?? newId(now);
    const assignment = assignmentOf(actor);
    const by = {
      account: getLogin(actor).account,
      organisation: assignment?.organisation.id ?? loaded.row.owner,
      unit: assignment?.unit?.id ?? loaded.row.unit_id,
    };
    const reason = keys.encrypt(said.reason, contexts.initiative(id));
    const initiative = { id, plan: input.plan, madeBy: said.by, onDay, reason };
    const taken = await insertInitiative(tx, initiative, by, now).catch((error: unknown) =>
      onConstraint(error, { plan_initiative_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await record({ kind: 'plans.point-out', subject: { kind: 'plan', id: input.plan }, content: { by: said.by, on: said.on } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
