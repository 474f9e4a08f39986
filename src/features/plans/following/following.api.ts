import { createRoute, z } from '@hono/zod-openapi';
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
import { answerHandOver } from '../handing-over/answer-hand-over.ts';
import { offerHandOver } from '../handing-over/offer-hand-over.ts';
import { readHistory, type ShownChange } from '../history/read-history.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { closePlan } from './close-plan.ts';
import { Following, History, NewClosing, NewFollowUp, NewHandOver, NewHandOverAnswer } from './following-schemas.ts';
import type { ShownEvaluation, ShownFollowing } from './load-following.ts';
import { writeFollowUp } from './write-follow-up.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: '054636f5-edea-8e95-a499-16def892527f' });
const params = z.strictObject({ id });
const over = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '938bfed5-5531-8b75-ae51-0f2989a070bb' }) });
const seen = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' }) });

/** Following plans up, handing them over, closing them, and their history; for staff. */
export const followingApi = apiRouter();

followingApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/following',
    tags,
    security,
    summary: 'Uppföljningar av en plan, nästa dag, och om den är avslutad',
    request: { params: seen },
    responses: { ...jsonAnswer(Following, 'Så långt det är öppet för dig'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await followingIn(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

followingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/follow-ups',
    tags,
    security,
    summary: 'Skriv ner en uppföljning av en plan',
    request: { params, body: jsonBody(NewFollowUp) },
    responses: { ...jsonAnswer(Following, 'Uppföljningarna'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { evaluations, ...said } = c.req.valid('json');
    const done = await writeFollowUp(scopeOf(c), { ...whole(said), plan, evaluations: evaluations.map(whole) });
    const found = isRefusal(done) ? done : await followingIn(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

followingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/closing',
    tags,
    security,
    summary: 'Avsluta en plan som du samordnar',
    request: { params: over, body: jsonBody(NewClosing) },
    responses: { ...jsonAnswer(Following, 'Planen är avslutad'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const done = await closePlan(scopeOf(c), { plan, ...whole(c.req.valid('json')) });
    const found = isRefusal(done) ? done : await followingIn(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

followingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/hand-overs',
    tags,
    security,
    summary: 'Be en annan huvudman ta över ansvaret för helheten',
    request: { params, body: jsonBody(NewHandOver) },
    responses: { ...jsonAnswer(Following, 'Frågan är ställd'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const done = await offerHandOver(scopeOf(c), { plan, ...c.req.valid('json') });
    const found = isRefusal(done) ? done : await followingIn(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

followingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/hand-overs/{handOver}/answer',
    tags,
    security,
    summary: 'Svara på frågan om att ta över ansvaret för helheten, eller ta tillbaka den',
    request: {
      params: z.strictObject({ id, handOver: pathParam(z.uuid(), 'handOver', { example: '85a6c7d4-ac8d-89b4-bedc-e7e0649930bf' }) }),
      body: jsonBody(NewHandOverAnswer),
    },
    responses: { ...jsonAnswer(Following, 'Svaret är sparat'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan, handOver } = c.req.valid('param');
    const done = await answerHandOver(scopeOf(c), { plan, handOver, ...whole(c.req.valid('json')) });
    const found = isRefusal(done) ? done : await followingIn(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

followingApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/history',
    tags,
    security,
    summary: 'Planens versioner, och vad var och en ändrade',
    request: { params: seen },
    responses: { ...jsonAnswer(History, 'Så långt det är öppet för dig'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readHistory(scopeOf(c), { id: c.req.valid('param').id });
    if (isRefusal(found)) return problem(c, found, refusals);
    const versions = found.history.versions.map(({ number, at, reason, goals, measures, duties }) => ({
      ...{ number, at: at.toString(), reason: reason ?? null },
      goals: goals?.map(changeBody) ?? null,
      measures: measures?.map(changeBody) ?? null,
      duties: duties?.map(({ sort, now }) => ({ sort, now: now.toString() })) ?? null,
    }));
    const handedOn = found.history.handedOn?.map(({ at, ...one }) => ({ at: at.toString(), ...one })) ?? null;
    return c.json({ versions, handedOn }, 200);
  },
);

async function followingIn(scope: Scope, id: string) {
  const plan = await readPlan(scope, id);
  return isRefusal(plan) ? plan : { stage: plan.stage ?? null, ...followingBody(plan.following) };
}

function followingBody({
  due,
  revises,
  followUps,
  own,
  closing,
  wish,
  handOvers,
}: ShownFollowing): Omit<z.infer<typeof Following>, 'stage'> {
  return {
    ...{ revises, due: due?.toString() ?? null, own: own.map(evaluationBody), wishesToClose: wish?.wants ?? null },
    followUps:
      followUps?.map((one) => ({
        ...{ id: one.id, number: one.number, on: one.on.toString(), outcome: one.outcome, next: one.next?.toString() ?? null },
        ...{ tookPart: one.tookPart, present: one.present, whyNot: one.whyNot, summary: one.summary, ownView: one.ownView },
        evaluations: one.evaluations.map(evaluationBody),
      })) ?? null,
    lead: handOvers.lead ? { unit: handOvers.lead.unit, organisation: handOvers.lead.organisation } : null,
    closing: closing ? { on: closing.on.toString(), unit: closing.unit, reason: closing.reason ?? null, words: closing.words } : null,
    handOvers: handOvers.all.map((one) => ({
      ...{ id: one.id, unit: one.unit, organisation: one.organisation, from: one.from, reason: one.reason, at: one.at.toString() },
      ...{ answer: one.answer ?? null, answeredAt: one.answeredAt?.toString() ?? null, whyNot: one.whyNot ?? null },
    })),
  };
}

const evaluationBody = ({ about, id: of, voice, result, words, at }: ShownEvaluation) => ({
  about,
  id: of,
  voice,
  result,
  words,
  at: at.toString(),
});
const changeBody = ({ change, before, now }: ShownChange) => ({ change, before: before ?? null, now: now ?? null });

type Whole<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** What was sent, without what was left out. */
function whole<T extends object>(sent: T): Whole<T> {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Whole<T>;
}
