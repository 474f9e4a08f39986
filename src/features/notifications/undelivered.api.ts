import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readUndelivered } from './read-undelivered.ts';
import { retryUndelivered } from './retry-undelivered.ts';
import { refusals } from './texts.ts';
import type { UndeliveredRow } from './undelivered.sql.ts';

const tags = ['undelivered'];

const UndeliveredNotice = z
  .strictObject({
    id: z.uuid(),
    what: z.enum(['notice', 'digest']),
    kind: z.string().nullable(),
    organisation: z.string(),
    since: z.string(),
    failed: z.string().nullable(),
    attempts: z.int().nullable(),
    reason: z.string(),
  })
  .openapi('UndeliveredNotice', {
    description:
      'En notis (`notice`) eller en påminnelse med e-post (`digest`) som inte kom fram. Varken innehåll eller mottagare visas. `reason` är en kod. `attempts` är null när det inte längre är känt. Tidpunkter enligt ISO 8601.',
    example: {
      id: '5f0c1c7e-3f5b-4a52-9d0e-6b0a4f6f2b11',
      what: 'notice',
      kind: 'unit-moved',
      organisation: 'Aneby kommun',
      since: '2026-11-22T11:00:00Z',
      failed: '2026-11-22T11:00:02Z',
      attempts: 1,
      reason: 'nobody-to-tell',
    },
  });

const UndeliveredNotices = z
  .strictObject({ undelivered: z.array(UndeliveredNotice), count: z.int() })
  .openapi('UndeliveredNotices', { description: 'Den senaste först, högst 200. `count` är hur många som finns.' });

const NewRetry = z.strictObject({}).openapi('NewRetry', { description: 'Ett tomt objekt: det finns inget att säga om det.', example: {} });

const Retried = z
  .strictObject({ what: z.enum(['notice', 'digest']) })
  .openapi('RetriedNotice', { description: 'Det väntar på att levereras igen.', example: { what: 'notice' } });

/** What reached nobody, for those who administer an organisation or a county, and trying it again: what the page shows and does. */
export const undeliveredApi = apiRouter();

undeliveredApi.openapi(
  createRoute({
    method: 'get',
    path: '/undelivered',
    tags,
    security: LOGIN,
    summary: 'Det som inte kom fram hos dem du förvaltar',
    request: {},
    responses: { ...jsonAnswer(UndeliveredNotices, 'Det som inte kom fram, det senaste först'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await readUndelivered(scopeOf(c), {});
    if (isRefusal(found)) return problem(c, found, refusals);
    const body: z.output<typeof UndeliveredNotices> = { undelivered: found.rows.map(undeliveredBody), count: found.count };
    return c.json(body, 200);
  },
);

undeliveredApi.openapi(
  createRoute({
    method: 'post',
    path: '/undelivered/{id}/retry',
    tags,
    security: LOGIN,
    summary: 'Försök igen att leverera något som inte kom fram',
    description: 'Det levereras inom några sekunder. Har det redan levererats, eller är det inte ditt att förvalta, finns det inte.',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '649576b6-c1fe-84f5-86a9-1945a44c4bd9' }) }),
      body: jsonBody(NewRetry),
    },
    responses: { ...jsonAnswer(Retried, 'Det väntar på att levereras'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const done = await retryUndelivered(scopeOf(c), { id: c.req.valid('param').id });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ what: done.what }, 200);
  },
);

function undeliveredBody(row: UndeliveredRow): z.output<typeof UndeliveredNotice> {
  const { id, what, kind, organisation, since, failed_at, attempts, reason } = row;
  return { id, what, kind, organisation, since: since.toString(), failed: failed_at?.toString() ?? null, attempts, reason };
}
