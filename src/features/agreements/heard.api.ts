import { createRoute, z } from '@hono/zod-openapi';
import { answeredIn, viewsIn } from '../../domain/consultations/heard.ts';
import { outcomes, receiverKinds, stances } from '../../domain/consultations/round.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { participationLevels } from '../../domain/drafts/draft-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, orNull, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readHeard } from './read-heard.ts';
import { refusals } from './texts.ts';

const Participation = z
  .strictObject({
    agreement: z.string(),
    version: z.string(),
    decidedHere: z.boolean(),
    level: orNull(z.enum(participationLevels)),
    consultations: z.array(
      z.strictObject({
        id: z.uuid(),
        opened: z.iso.date(),
        lastDay: z.iso.date(),
        closed: z.iso.date(),
        level: z.enum(participationLevels),
        public: z.boolean(),
        part: z.boolean(),
        asked: z.array(
          z.strictObject({ kind: z.enum(receiverKinds), name: z.string(), comments: z.int(), stance: orNull(z.enum(stances)) }),
        ),
        answered: z.int(),
        comments: z.int(),
        outcomes: z.strictObject(Object.fromEntries(outcomes.map((one) => [one, z.int()])) as Record<(typeof outcomes)[number], z.ZodInt>),
      }),
    ),
  })
  .openapi('Participation', {
    description:
      'Hur de berörda var med innan versionen beslutades: målgruppens delaktighet, och remisserna i siffror. `decidedHere` är falskt för versioner som inte är beslutade i Överens. Ett svar i en remiss är aldrig ett godkännande.',
  });

/** How those concerned took part in an agreement. */
export const heardApi = apiRouter();

heardApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/participation',
    tags: ['agreements'],
    summary: 'Delaktighet och remisser före beslutet',
    request: {
      params: z.strictObject({ slug: pathParam(Slug, 'slug', { example: 'jonkoping-missbruk-beroende' }) }),
      query: z.strictObject({
        on: IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' }),
        version: z.string().max(60).optional().openapi({ description: 'Versionens beteckning.', example: '10.0' }),
      }),
    },
    responses: { ...jsonAnswer(Participation, 'Delaktigheten'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const found = await readHeard(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(found)) return problem(c, found, refusals);
    const { slug: agreement, label, heard } = found;
    const consultations = (heard?.rounds ?? []).map((round) => ({
      id: round.id,
      opened: round.openedOn,
      lastDay: round.lastDay,
      closed: round.closedOn,
      level: round.level,
      public: round.isPublic,
      part: round.isPart,
      asked: round.asked.map(({ kind, name, comments, stance }) => ({ kind, name, comments, stance })),
      answered: answeredIn(round),
      comments: viewsIn(round),
      outcomes: round.outcomes,
    }));
    return c.json({ agreement, version: label, decidedHere: heard !== undefined, level: heard?.level ?? null, consultations }, 200);
  },
);
