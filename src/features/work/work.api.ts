import { createRoute, z } from '@hono/zod-openapi';
import { may } from '../../domain/access/permissions.ts';
import { Basis } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, LOGIN, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readWaiting } from './read-waiting.ts';

const Waiting = z
  .strictObject({
    waiting: z.array(
      z.strictObject({ kind: z.string(), title: z.string(), url: z.string(), due: z.iso.date().nullable(), basis: z.enum(Basis.options) }),
    ),
  })
  .openapi('Waiting', {
    description:
      'Det som väntar på dig, närmast tidsgräns först. `due` är sista dagen, och null är ingen tidsgräns. `basis` är vad tidsgränsen eller skyldigheten vilar på.',
    example: {
      waiting: [{ kind: 'ending-assignment', title: 'Ett uppdrag tar slut', url: '/organisation', due: '2026-12-01', basis: 'routine' }],
    },
  });

/** What waits for whoever has logged in. */
export const workApi = apiRouter();

workApi.openapi(
  createRoute({
    method: 'get',
    path: '/work',
    tags: ['work'],
    security: LOGIN,
    summary: 'Det som väntar på dig',
    responses: { ...jsonAnswer(Waiting, 'Allt som väntar, närmast tidsgräns först'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    if (!may(c.var.actor, 'work.read-own')) return problem(c, refuse('forbidden', { permission: 'work.read-own' }));
    const items = await readWaiting(scopeOf(c));
    const waiting = items.map(({ kind, title, href, due, basis }) => ({ kind, title, url: href, due: due?.toString() ?? null, basis }));
    return c.json({ waiting }, 200);
  },
);
