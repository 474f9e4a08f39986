import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { ComparisonBody, comparisonBody } from './compare-answers.ts';
import { compareRefusals } from './compare-texts.ts';
import { readComparison } from './read-comparison.ts';

/** The same activities in two counties, side by side. */
export const compareApi = apiRouter();

compareApi.openapi(
  createRoute({
    method: 'get',
    path: '/comparison',
    tags: ['responsibilities'],
    summary: 'Samma aktiviteter i två läns avtal',
    request: {
      query: z.strictObject({
        left: CountyCode.optional().openapi({ description: 'Det första länet med avtal inom området om det utelämnas.', example: '06' }),
        right: CountyCode.optional().openapi({ description: 'Nästa län om det utelämnas.', example: '20' }),
        area: Slug.optional().openapi({
          description: 'Det område som flest län har avtal om, om det utelämnas.',
          example: 'missbruk-beroende',
        }),
        on: IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' }),
      }),
    },
    responses: { ...jsonAnswer(ComparisonBody, 'Aktivitet för aktivitet, med skillnaderna i koder och i ord'), ...problemAnswers(404) },
  }),
  async (c) => {
    const query = c.req.valid('query');
    const comparison = await readComparison(scopeOf(c), query);
    if (!isRefusal(comparison)) return c.json(comparisonBody(comparison), 200);
    const side = comparison.params.code === query.left ? 'left' : 'right';
    return problem(c, { ...comparison, params: { ...comparison.params, side } }, compareRefusals);
  },
);
