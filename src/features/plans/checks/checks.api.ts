import { createRoute, z } from '@hono/zod-openapi';
import { circumstances } from '../../../domain/plans/prompts.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { apiRouter, jsonAnswer, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../../platform/index.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { PlanChecks } from './api-schemas.ts';
import type { ShownChecks } from './load-checks.ts';

/** What to ask and do in a plan. */
export const checksApi = apiRouter();

checksApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/checks',
    tags: ['plans'],
    security: LOGIN,
    summary: 'Vad som är bra att fråga och göra i en plan, och vad som fattas',
    request: { params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) }) },
    responses: { ...jsonAnswer(PlanChecks, 'Det som är noterat och det som är kvar'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const plan = await readPlan(scopeOf(c), c.req.valid('param').id);
    return isRefusal(plan) ? problem(c, plan, refusals) : c.json(checksBody(plan.checks), 200);
  },
);

function checksBody(checks: ShownChecks | undefined): z.infer<typeof PlanChecks> {
  if (!checks) return { circumstances: null, prompts: null, completeness: null };
  return {
    circumstances: circumstances.map((about) => ({ about, answer: checks.answers.circumstances[about] ?? null })),
    prompts: checks.prompts.map(({ prompt: { id, about, text, basis, law }, askedIn }) => ({
      ...{ id, about, text, basis, law: [...law] },
      askedIn: askedIn.map(({ agreement, cites }) => ({ agreement, cites: [...cites] })),
    })),
    completeness: checks.completeness?.map(({ point, state, of = [] }) => ({ point, state, of: [...of] })) ?? null,
  };
}
