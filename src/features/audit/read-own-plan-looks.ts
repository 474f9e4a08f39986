import { z } from 'zod';
import { mayReadOwnPlan } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { loadPlan } from '../plans/index.ts';
import { type LogRow, listAboutMyPlan } from './log.sql.ts';

/** So many rows at most; the rest are in the whole extract. */
const MOST = 100;

/** A look at the plan as its person is told of it: where, in what role and what, never the name of who. */
export type PlanLook = Pick<LogRow, 'at' | 'role' | 'unit_name' | 'organisation_name' | 'act' | 'outcome' | 'purpose'>;

/** Who else has looked at, or written in, the individual's own plan, the latest first. Refuses `plan-not-found`. */
export const readOwnPlanLooks = useCase({
  permission: 'audit.read-own-extract',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    const rows = await listAboutMyPlan(context.tx, context.input.plan, { most: MOST });
    const looks = rows.map(
      ({ at, role, unit_name, organisation_name, act, outcome, purpose }): PlanLook => ({
        ...{ at, role, unit_name, organisation_name, act, outcome, purpose },
      }),
    );
    return { loaded, looks };
  },
  audit: (_, answer) => [
    {
      person: answer?.loaded.row.person_id ?? null,
      owner: answer?.loaded.row.owner ?? null,
      record: { kind: 'audit-extract', id: null },
      purpose: { kind: 'own', share: null },
    },
  ],
});
