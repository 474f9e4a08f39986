import { createRoute, z } from '@hono/zod-openapi';
import { type HappeningKind, happeningWalls } from '../../../domain/plans/happenings.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { apiRouter, jsonAnswer, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../../platform/index.ts';
import { refusals } from '../texts-refusals.ts';
import { BeforeText, beforeAsked, readHappenings } from './read-happenings.ts';

const kinds = Object.keys(happeningWalls) as [HappeningKind, ...HappeningKind[]];

const Happening = z.strictObject({
  what: z.enum(kinds),
  ref: z.string(),
  says: z.string().nullable(),
  number: z.int().nullable(),
  at: z.string(),
  unit: z.string().nullable(),
  inUnit: z.string().nullable(),
  dropped: z.boolean(),
});

const HappeningsFound = z.strictObject({ happenings: z.array(Happening), next: z.string().nullable() }).openapi('PlanHappenings', {
  description:
    'Det som har hänt i en plan, det senaste först: vad, med vad, och vad det blev. Det som inte är öppet för dig finns inte med. `next` ger nästa sida.',
});

/** What has happened in a plan, for staff. */
export const happeningsApi = apiRouter();

happeningsApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/happenings',
    tags: ['plans'],
    security: LOGIN,
    summary: 'Allt som har hänt i en plan',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) }),
      query: z.strictObject({ before: BeforeText.optional().openapi({ description: '`next` från sidan före.' }) }),
    },
    responses: { ...jsonAnswer(HappeningsFound, 'Femtio händelser i taget'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const before = beforeAsked(c.req.valid('query').before);
    const found = await readHappenings(scopeOf(c), { plan: c.req.valid('param').id, ...(before === undefined ? {} : { before }) });
    if (isRefusal(found)) return problem(c, found, refusals);
    const { rows, next } = found.happenings;
    const happenings = rows.map(({ what, ref, says, number, at, unit, in_unit, dropped }) => ({
      ...{ what, ref, says, number, at: at.toString(), unit, inUnit: in_unit, dropped },
    }));
    return c.json({ happenings, next: next ?? null }, 200);
  },
);
