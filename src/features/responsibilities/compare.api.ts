import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { ComparisonBody, comparisonBody } from './compare-answers.ts';
import { compareRefusals } from './compare-texts.ts';
import { readComparison } from './read-comparison.ts';

export const compareApi = apiRouter();

compareApi.openapi(
  createRoute({
    method: 'get',
    path: '/comparison',
    tags: ['responsibilities'],
    summary: 'The same activities under the agreements of two counties',
    request: {
      query: z.strictObject({
        left: CountyCode.optional().openapi({ description: 'Default: the first county with an agreement in the area.', example: '06' }),
        right: CountyCode.optional().openapi({ description: 'Default: the next one.', example: '20' }),
        area: Slug.optional().openapi({
          description: 'Default: the area that most counties have an agreement in.',
          example: 'missbruk-beroende',
        }),
        on: IsoDate.optional().openapi({ description: 'The day to answer for. Default today.', example: '2026-11-22' }),
      }),
    },
    responses: { ...jsonAnswer(ComparisonBody, 'Activity by activity, with what differs in codes and in words'), ...problemAnswers(404) },
  }),
  async (c) => {
    const comparison = await readComparison(scopeOf(c), c.req.valid('query'));
    return isRefusal(comparison) ? problem(c, comparison, compareRefusals) : c.json(comparisonBody(comparison), 200);
  },
);
