import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, queryNumber, scopeOf } from '../../platform/index.ts';
import { markRead } from './mark-read.ts';
import { readInbox, type ShownNotice } from './read-inbox.ts';
import { refusals, saidNotice } from './texts.ts';

const Notice = z
  .strictObject({
    number: z.int(),
    kind: z.string(),
    text: z.string(),
    url: z.string().nullable(),
    delivered: z.string(),
    read: z.string().nullable(),
    acknowledge: z.boolean(),
    standsIn: z.boolean(),
    standsInFor: z.string().nullable(),
  })
  .openapi('Notice', {
    description:
      'En notis till dig. Numren går i följd, så att det syns om någon saknas. `acknowledge` är sant när du ska notera att du har läst. `standsIn` är sant när du fick den som ersättare. Tidpunkter enligt ISO 8601.',
    example: {
      number: 3,
      kind: 'deputy-named',
      text: 'Du är ersättare för en kollega 1–2 december 2026. Då får du också de notiserna.',
      url: '/notiser/installningar',
      delivered: '2026-11-22T11:00:00Z',
      read: null,
      acknowledge: true,
      standsIn: false,
      standsInFor: null,
    },
  });

const Inbox = z
  .strictObject({
    notices: z.array(Notice),
    unread: z.int(),
    last: z.int(),
    gaps: z.array(z.strictObject({ first: z.int(), last: z.int() })),
    older: z.int().nullable(),
  })
  .openapi('Inbox', {
    description:
      'Högst 50 notiser, den senaste först. Skicka `older` som `before` för nästa sida. `last` är det senaste numret du har fått. `gaps` är nummer som saknas: tom om inget har gått förlorat.',
  });

const MarkedNotices = z
  .strictObject({ marked: z.int() })
  .openapi('MarkedNotices', { description: 'Hur många som var olästa och nu är lästa.', example: { marked: 1 } });

const NoticeRead = z
  .strictObject({ through: z.boolean().optional().openapi({ description: 'Sant: också alla med lägre nummer.' }) })
  .openapi('NoticeRead', { example: { through: true } });

const MOST = 999_999_999;
const number = queryNumber({ min: 1, max: MOST, example: 1, description: 'Notisens nummer.' });

/** One's own notices. */
export const noticesApi = apiRouter();

noticesApi.openapi(
  createRoute({
    method: 'get',
    path: '/notices',
    tags: ['notices'],
    security: LOGIN,
    summary: 'Dina notiser',
    request: {
      query: z.strictObject({
        before: queryNumber({ min: 1, max: MOST, example: 51, description: 'Bara notiser med lägre nummer.' }).optional(),
      }),
    },
    responses: { ...jsonAnswer(Inbox, 'En sida notiser, den senaste först'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const { before } = c.req.valid('query');
    const inbox = await readInbox(scopeOf(c), before === undefined ? {} : { before });
    if (isRefusal(inbox)) return problem(c, inbox, refusals);
    const { unread, last, gaps, older, notices } = inbox;
    const body: z.output<typeof Inbox> = {
      notices: notices.map(noticeBody),
      unread,
      last,
      gaps: gaps.map((gap) => ({ first: gap.first, last: gap.last })),
      older: older ?? null,
    };
    return c.json(body, 200);
  },
);

noticesApi.openapi(
  createRoute({
    method: 'post',
    path: '/notices/{number}/read',
    tags: ['notices'],
    security: LOGIN,
    summary: 'Notera att en notis är läst',
    description: 'Avsändaren ser när. Görs det två gånger ändras inget mer.',
    request: {
      params: z.strictObject({ number: pathParam(number, 'number', { example: 1 }) }),
      body: jsonBody(NoticeRead),
    },
    responses: { ...jsonAnswer(MarkedNotices, 'Notisen är läst'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const { through = false } = c.req.valid('json');
    const marked = await markRead(scopeOf(c), { number: c.req.valid('param').number, through });
    return isRefusal(marked) ? problem(c, marked, refusals) : c.json({ marked: marked.marked }, 200);
  },
);

function noticeBody({ number: nth, kind, told, delivered_at, read_at, acknowledge, standsIn, standsInFor }: ShownNotice) {
  const { sentence, href } = saidNotice(kind, told);
  return {
    number: nth,
    kind,
    text: sentence,
    url: href ?? null,
    delivered: delivered_at.toString(),
    read: read_at?.toString() ?? null,
    acknowledge,
    standsIn,
    standsInFor: standsInFor ?? null,
  };
}
