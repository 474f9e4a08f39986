import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import { apiRouter, jsonAnswer, problem, problemAnswers, queryNumber, scopeOf } from '../../platform/index.ts';
import { SearchBody, searchBody } from './api-schemas.ts';
import { ENTRY_KINDS } from './entry.ts';
import { search } from './search.ts';

export const searchApi = apiRouter();

searchApi.openapi(
  createRoute({
    method: 'get',
    path: '/search',
    tags: ['search'],
    summary: 'Search agreements, duties, knowledge support, law and places',
    request: {
      query: z.strictObject({
        q: z.string().min(1).max(LONGEST_QUERY).openapi({ description: 'What to search for, in Swedish.', example: 'avgiftning' }),
        county: CountyCode.optional().openapi({ description: 'Keeps what holds in the whole country too.', example: '06' }),
        area: Slug.optional().openapi({ example: 'missbruk-beroende' }),
        kind: z.enum(ENTRY_KINDS).optional(),
        limit: queryNumber({ min: 1, max: 50, example: 20, description: 'Hits on a page.' }).optional(),
        page: queryNumber({ min: 1, max: 10, example: 1, description: '`next` of the page before.' }).optional(),
      }),
    },
    responses: { ...jsonAnswer(SearchBody, 'A page of hits'), ...problemAnswers() },
  }),
  async (c) => {
    const answer = await search(scopeOf(c), c.req.valid('query'));
    return isRefusal(answer) ? problem(c, answer) : c.json(searchBody(answer), 200);
  },
);
