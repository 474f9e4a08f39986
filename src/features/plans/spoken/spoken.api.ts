import { createRoute, z } from '@hono/zod-openapi';
import { matters } from '../../../domain/consents/representatives.ts';
import { CHANGE_ANSWERS, CHANGE_KINDS } from '../../../domain/plans/changes.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { planBody } from '../api-answers.ts';
import { PlanBody } from '../api-schemas.ts';
import { refusals } from '../texts-refusals.ts';
import { readSpokenFor, readSpokenPlan } from './read-spoken.ts';
import { sayFor } from './say-for.ts';
import { SPOKEN_ABOUT } from './spoken.sql.ts';

const common = { tags: ['plans'], security: LOGIN };
export const spokenParams = z.strictObject({
  speaker: pathParam(z.uuid(), 'speaker', { example: 'f410db1f-a628-8672-b361-92cca253ffbc' }),
  id: pathParam(z.uuid(), 'id', { example: '697fb997-3180-8201-b42a-77ef5ba19d54' }),
});
const as = z.enum(['guardian', 'representative']);

const SpokenFor = z
  .strictObject({
    people: z.array(
      z.strictObject({
        speaker: z.uuid(),
        as,
        name: z.string().nullable(),
        owner: z.string(),
        until: z.string().nullable(),
        plans: z.array(z.uuid()),
      }),
    ),
  })
  .openapi('SpokenFor', {
    description:
      'De som du svarar för nu, som vårdnadshavare eller företrädare. `speaker` är ditt uppdrag, aldrig ett namn. `until` är när det slutar, så långt det är känt.',
  });

const Change = z.strictObject({ kind: z.enum(CHANGE_KINDS), subject: z.uuid(), number: z.int() });
const SpokenPlan = z
  .strictObject({
    as,
    until: z.string(),
    matters: z.array(z.enum(matters)),
    plan: PlanBody,
    said: z.array(
      z.strictObject({
        about: z.enum(SPOKEN_ABOUT),
        change: Change.nullable(),
        answer: z.enum(CHANGE_ANSWERS).nullable(),
        words: z.string().nullable(),
        at: z.string(),
      }),
    ),
  })
  .openapi('SpokenPlan', {
    description:
      'En plan som den är öppen för dig, och det du själv har sagt i den. Det som är null eller inte öppet är stängt för dig: det säger inget om vad som finns.',
  });

const NewSaid = z
  .strictObject({
    key: z.uuid().openapi({ description: 'Skickas samma sak två gånger skrivs den en gång.' }),
    said: z
      .array(
        z.strictObject({
          about: z.enum(SPOKEN_ABOUT),
          change: Change.extend({ number: z.int().min(1) }).optional(),
          answer: z.enum(CHANGE_ANSWERS).optional(),
          words: z.string().max(4000).default(''),
        }),
      )
      .max(200),
  })
  .openapi('NewSaid', {
    description: 'Det du säger i ditt eget namn: hur det är, vad som ska bli bättre, eller vad du tycker om något i planen.',
    example: { key: '7a3c1f0e-7a55-4c59-9c53-0d6f3f2c9b13', said: [{ about: 'needs', words: 'Sover dåligt om nätterna' }] },
  });

/** What guardians and representatives read and say with a login of their own. */
export const spokenApi = apiRouter();

spokenApi.openapi(
  createRoute({
    ...common,
    method: 'get',
    path: '/spoken',
    summary: 'De som du svarar för, som vårdnadshavare eller företrädare',
    responses: { ...jsonAnswer(SpokenFor, 'De som du svarar för nu'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await readSpokenFor(scopeOf(c), {});
    if (isRefusal(found)) return problem(c, found, refusals);
    const people = found.found.map(({ speaker, as: sort, name, owner, until, plans }) => ({
      ...{ speaker, as: sort, name: name ?? null, owner, until: until?.toString() ?? null },
      plans: plans.map(({ row }) => row.id),
    }));
    return c.json({ people }, 200);
  },
);

spokenApi.openapi(
  createRoute({
    ...common,
    method: 'get',
    path: '/spoken/{speaker}/plans/{id}',
    summary: 'En plan för någon som du svarar för',
    request: { params: spokenParams },
    responses: { ...jsonAnswer(SpokenPlan, 'Planen så långt den är öppen för dig'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await spokenPlan(scopeOf(c), c.req.valid('param'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

spokenApi.openapi(
  createRoute({
    ...common,
    method: 'post',
    path: '/spoken/{speaker}/plans/{id}/said',
    summary: 'Säg något i planen, i ditt eget namn',
    request: { params: spokenParams, body: jsonBody(NewSaid) },
    responses: { ...jsonAnswer(SpokenPlan, 'Planen så långt den är öppen för dig'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { speaker, id } = c.req.valid('param');
    const done = await sayFor(scopeOf(c), { ...c.req.valid('json'), speaker, plan: id });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await spokenPlan(scopeOf(c), { speaker, id });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function spokenPlan(scope: Scope, { speaker, id }: { readonly speaker: string; readonly id: string }) {
  const found = await readSpokenPlan(scope, { speaker, plan: id });
  if (isRefusal(found)) return found;
  const { as: one, plan } = found;
  return {
    ...{ as: one.as, until: one.until.toString(), matters: [...one.matters], plan: planBody(plan) },
    said: plan.spoken
      .filter((said) => said.speaker === speaker)
      .map(({ about, change, answer, words, at }) => ({
        ...{ about, change: change ?? null, answer: answer ?? null, words: words ?? null, at: at.toString() },
      })),
  };
}
