import { createRoute, z } from '@hono/zod-openapi';
import { CHANGE_ANSWERS, CHANGE_KINDS } from '../../../domain/plans/changes.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
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
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { answerChanges } from './answer-changes.ts';
import type { ShownAnswer, ShownChange } from './changes.ts';

const common = { tags: ['plans'], security: LOGIN };
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) });
const change = { kind: z.enum(CHANGE_KINDS), subject: z.uuid(), number: z.int().min(1) };

const Said = z.strictObject({
  ...{ answer: z.enum(CHANGE_ANSWERS), words: z.string().nullable(), own: z.boolean(), unit: z.string().nullable(), at: z.string() },
});
const PlanChanges = z
  .strictObject({
    changes: z
      .array(z.strictObject({ ...change, said: z.string(), settled: z.boolean(), answers: z.array(Said), earlier: z.array(Said) }))
      .nullable(),
  })
  .openapi('PlanChanges', {
    description:
      'Mål, insatser och ansvar i den lydelse de har nu, och vad personen säger om var och en. `settled`: det finns ett ja, ett nej eller ett skäl till att personen inte är tillfrågad. `earlier` gäller tidigare lydelser. null när delarna inte är öppna för dig.',
  });

const NewAnswers = z
  .strictObject({
    answers: z
      .array(z.strictObject({ ...change, answer: z.enum(CHANGE_ANSWERS), words: z.string().max(2000).default('') }))
      .min(1)
      .max(200),
  })
  .openapi('NewPlanAnswers', {
    description:
      'Vad personen säger, noterat av den som leder planen. `number` är lydelsen som personen hade framför sig. Allt utom ett ja har ord.',
    example: { answers: [{ kind: 'goal', subject: '0324d868-4c8c-83fa-8bae-3ebd96962979', number: 1, answer: 'approved', words: '' }] },
  });

/** What the person says of each thing in a plan, noted by staff. */
export const answersApi = apiRouter();

answersApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/plans/{id}/changes', ...common },
    summary: 'Vad personen säger om mål, insatser och ansvar',
    request: { params },
    responses: { ...jsonAnswer(PlanChanges, 'Det som personen svarar på'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await changesOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

answersApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/plans/{id}/changes/answers', ...common },
    summary: 'Notera vad personen säger',
    description: 'Samma svar igen ändrar inget. Har lydelsen ändrats svarar API:et 409.',
    request: { params, body: jsonBody(NewAnswers) },
    responses: { ...jsonAnswer(PlanChanges, 'Det som personen svarar på'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const plan = c.req.valid('param').id;
    const done = await answerChanges(scopeOf(c), { plan, ...c.req.valid('json') });
    const found = isRefusal(done) ? done : await changesOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function changesOf(scope: Scope, id: string): Promise<z.infer<typeof PlanChanges> | Refusal> {
  const plan = await readPlan(scope, id);
  return isRefusal(plan) ? plan : { changes: plan.contents.changes?.map(changeBody) ?? null };
}

function changeBody({ kind, subject, number, said, settled, answers, earlier }: ShownChange) {
  return { kind, subject, number, said, settled, answers: answers.map(saidBody), earlier: earlier.map(saidBody) };
}

function saidBody({ answer, words, own, unit, at }: ShownAnswer): z.infer<typeof Said> {
  return { answer, words: words ?? null, own, unit: unit ?? null, at: at.toString() };
}
