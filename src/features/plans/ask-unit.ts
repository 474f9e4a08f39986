import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { mayAskUnit } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { findAskedUnit, insertParty } from './plans.sql.ts';

/**
 * Lets a unit take part. It learns that there is a plan and whom to ask; what it reads of it a consent says, or a decision by law. A unit that takes part
 * already is left as it is. Refuses `plan-not-found`, `unit-not-open`.
 */
export const askUnit = useCase({
  permission: 'plans.ask-unit',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), unit: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayAskUnit(actor, loaded.reach)) return refuse('plan-not-found');
    const unit = await findAskedUnit(tx, input.unit, { county: loaded.row.county_code, today });
    if (!unit) return refuse('unit-not-open');
    const party = { id: newId(now), plan: input.plan, organisation: unit.organisation, unit: unit.id, standing: 'asked' } as const;
    if (!(await insertParty(tx, { ...party, account: getLogin(actor).account }, now))) return { loaded };
    await record({
      kind: 'plans.ask-unit',
      subject: { kind: 'plan', id: input.plan },
      content: { unit: unit.id },
      tell: CASE_ROLES.map((role) => ({
        kind: 'plan-asked',
        to: { role, unit: unit.id },
        params: { plan: input.plan, organisation: loaded.row.owner },
      })),
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Whom of a unit it is told to: those who work with persons, and who manages it. */
const CASE_ROLES = ['municipal-case-worker', 'regional-clinician', 'coordinator', 'unit-manager'] as const;
