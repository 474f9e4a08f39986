import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import { apiRouter, jsonAnswer, linkNext, problem, problemAnswers, queryNumber, scopeOf } from '../../platform/index.ts';
import { SearchBody, searchBody } from './api-schemas.ts';
import { Cursor } from './cursor.ts';
import { ENTRY_KINDS } from './entry.ts';
import { search } from './search.ts';

/** Search in all that everyone may read. */
export const searchApi = apiRouter();

searchApi.openapi(
  createRoute({
    method: 'get',
    path: '/search',
    tags: ['search'],
    summary: 'Sök bland avtal, ansvar, kunskapsstöd, lagar och platser',
    request: {
      query: z.strictObject({
        q: z.string().min(1).max(LONGEST_QUERY).openapi({ description: 'Vad du söker, på svenska.', example: 'avgiftning' }),
        county: CountyCode.optional().openapi({ description: 'Det som gäller i hela landet är också med.', example: '06' }),
        area: Slug.optional().openapi({ example: 'missbruk-beroende' }),
        kind: z.enum(ENTRY_KINDS).optional(),
        limit: queryNumber({ min: 1, max: 50, example: 20, description: 'Hur många på en sida. 20 om det utelämnas.' }).optional(),
        after: Cursor.optional().openapi({ description: '`next` från sidan före.' }),
      }),
    },
    responses: { ...jsonAnswer(SearchBody, 'En sida träffar, den bästa först'), ...problemAnswers() },
  }),
  async (c) => {
    const answer = await search(scopeOf(c), c.req.valid('query'));
    if (isRefusal(answer)) return problem(c, answer);
    linkNext(c, answer.next);
    return c.json(searchBody(answer), 200);
  },
);
