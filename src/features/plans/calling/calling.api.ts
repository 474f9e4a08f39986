import { createRoute, z } from '@hono/zod-openapi';
import { SUMMONS_ANSWERS } from '../../../domain/plans/summons.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../../platform/index.ts';
import { refusals } from '../texts-refusals.ts';
import { answerSummons } from './answer-summons.ts';
import { callingOf, PlanCalling } from './calling-answer.ts';
import { summon } from './summon.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const params = z.strictObject({ id });

const bring = z.string().max(1000).optional();
const NewSummonses = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som utskicket får. Skickas samma sak två gånger kallas ingen två gånger.' }),
    purpose: z.string().min(3).max(2000),
    goal: z.string().max(2000).optional(),
    questions: z.string().min(3).max(4000),
    replyBy: z.iso.date(),
    units: z.array(z.strictObject({ unit: z.uuid(), contribution: bring })).max(20),
    outside: z
      .array(z.strictObject({ name: z.string().min(2).max(200), contribution: bring }))
      .max(10)
      .optional(),
  })
  .openapi('NewSummonses', {
    description: 'De som kallas eller bjuds in. Om det är en skyldighet att komma följer av lagen och av länets överenskommelse.',
    example: {
      key: '5a3c1f0e-7a55-4c59-9c53-0d6f3f2c9b11',
      purpose: 'Komma överens om vem som gör vad.',
      questions: 'Vem hjälper till hemma?',
      replyBy: '2027-12-31',
      units: [{ unit: '7363aa7a-739f-8ef4-9cc8-f69fa607eebf', contribution: 'Vilket stöd som finns' }],
    },
  });

const NewAnswer = z
  .strictObject({ answer: z.enum(SUMMONS_ANSWERS), text: z.string().max(1000).optional(), rightUnit: z.uuid().optional() })
  .openapi('NewSummonsAnswer', {
    description:
      'Svaret på en kallelse eller en inbjudan. En kallad huvudman kan inte svara `no`. Vid `wrong-receiver` pekar `rightUnit` ut rätt enhet hos samma huvudman.',
    example: { answer: 'yes' },
  });

/** Calling people together around a plan, for staff. */
export const callingApi = apiRouter();

callingApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/calling',
    tags,
    security,
    summary: 'Möten i en plan, och vilka som är kallade',
    request: { params },
    responses: { ...jsonAnswer(PlanCalling, 'Så långt det är öppet för dig'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await callingOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

callingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/summonses',
    tags,
    security,
    summary: 'Kalla eller bjud in till mötet i en plan',
    request: { params, body: jsonBody(NewSummonses) },
    responses: { ...jsonAnswer(PlanCalling, 'De som är kallade'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, goal = '', outside = [], units, ...said } = c.req.valid('json');
    const done = await summon(scopeOf(c), {
      plan,
      ...said,
      goal,
      units: units.map(whole),
      outside: outside.map(whole),
      ...(key ? { key } : {}),
    });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await callingOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

callingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/summonses/{summons}/answer',
    tags,
    security,
    summary: 'Svara på en kallelse eller en inbjudan till din enhet',
    request: {
      params: z.strictObject({ id, summons: pathParam(z.uuid(), 'summons', { example: 'a0659135-85af-8bdd-9abd-ba8aac4585a2' }) }),
      body: jsonBody(NewAnswer),
    },
    responses: { ...jsonAnswer(PlanCalling, 'De som är kallade'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan, summons } = c.req.valid('param');
    const { answer, text = '', rightUnit = '' } = c.req.valid('json');
    const done = await answerSummons(scopeOf(c), { plan, summons, answer, text, rightUnit });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await callingOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

const whole = <One extends { readonly contribution?: string | undefined }>(one: One) => ({ ...one, contribution: one.contribution ?? '' });
