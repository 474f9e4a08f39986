import { createRoute, z } from '@hono/zod-openapi';
import { MOST_DRAWN } from '../../domain/audit/draw-sample.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, queryNumber, scopeOf } from '../../platform/index.ts';
import { drawnBody, eventsBody, extractBody, givenVerdictBody, oddBody, sampleBody, samplesBody } from './api-answers.ts';
import * as bodies from './api-schemas.ts';
import { drawSample } from './draw-sample.ts';
import { findPatterns } from './find-patterns.ts';
import { giveVerdict } from './give-verdict.ts';
import { readOwnExtract } from './read-own-extract.ts';
import { readSample, readSamples } from './read-samples.ts';
import { searchLog } from './search-log.ts';
import { refusals } from './texts.ts';

const tags = ['audit'];
const before = z.uuid().optional().openapi({ description: '`older` från sidan före.' });
const round = { id: pathParam(z.uuid(), 'id', { example: bodies.EXAMPLE_ROUND }) };

/** The log of the reviewer's huvudman, and the individual's own extract. Whom is looked for is never in an address. */
export const auditApi = apiRouter();

auditApi.openapi(
  createRoute({
    method: 'post',
    path: '/audit/events/search',
    tags,
    security: LOGIN,
    summary: 'Sök i loggen hos den huvudman du granskar',
    description: 'Att du söker loggas också, med vilka raderna gällde.',
    request: { body: jsonBody(bodies.EventSearchBody) },
    responses: { ...jsonAnswer(bodies.EventsFound, 'En sida rader, den senaste först'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const found = await searchLog(scopeOf(c), c.req.valid('json'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(eventsBody(found), 200);
  },
);

auditApi.openapi(
  createRoute({
    method: 'post',
    path: '/audit/patterns/search',
    tags,
    security: LOGIN,
    summary: 'Rader i loggen som är värda en fråga',
    description: 'Att du letar loggas också, med vilka raderna gällde.',
    request: { body: jsonBody(bodies.PatternSearchBody) },
    responses: { ...jsonAnswer(bodies.OddEventsFound, 'Raderna med sina skäl'), ...problemAnswers(401, 403, 413, 415) },
  }),
  async (c) => {
    const found = await findPatterns(scopeOf(c), c.req.valid('json'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(oddBody(found), 200);
  },
);

auditApi.openapi(
  createRoute({
    method: 'post',
    path: '/audit/samples',
    tags,
    security: LOGIN,
    summary: 'Dra ett slumpmässigt urval ur loggen',
    request: { body: jsonBody(bodies.NewSample) },
    responses: { ...jsonAnswer(bodies.DrawnSample, 'Urvalet är draget'), ...problemAnswers(401, 403, 413, 415) },
  }),
  async (c) => {
    const drawn = await drawSample(scopeOf(c), c.req.valid('json'));
    return isRefusal(drawn) ? problem(c, drawn, refusals) : c.json(drawnBody(drawn), 200);
  },
);

auditApi.openapi(
  createRoute({
    method: 'get',
    path: '/audit/samples',
    tags,
    security: LOGIN,
    summary: 'Urvalen hos den huvudman du granskar',
    request: { query: z.strictObject({ before }) },
    responses: { ...jsonAnswer(bodies.Samples, 'En sida urval, det senaste först'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await readSamples(scopeOf(c), c.req.valid('query'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(samplesBody(found), 200);
  },
);

auditApi.openapi(
  createRoute({
    method: 'get',
    path: '/audit/samples/{id}',
    tags,
    security: LOGIN,
    summary: 'Ett urval med sina rader och bedömningar',
    request: { params: z.strictObject(round) },
    responses: { ...jsonAnswer(bodies.SampleBody, 'Urvalet'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readSample(scopeOf(c), c.req.valid('param'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(sampleBody(found), 200);
  },
);

const row = queryNumber({ min: 1, max: MOST_DRAWN, example: 1, description: 'Radens plats i urvalet.' });

auditApi.openapi(
  createRoute({
    method: 'post',
    path: '/audit/samples/{id}/rows/{row}/verdict',
    tags,
    security: LOGIN,
    summary: 'Bedöm en rad i ett urval',
    description: 'Du bedömer inte din egen rad. En rättelse anger i `corrects` bedömningen som den rättar.',
    request: { params: z.strictObject({ ...round, row: pathParam(row, 'row', { example: 1 }) }), body: jsonBody(bodies.NewVerdict) },
    responses: { ...jsonAnswer(bodies.GivenVerdict, 'Bedömningen är sparad'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id, row: nth } = c.req.valid('param');
    const given = await giveVerdict(scopeOf(c), { sample: id, row: nth, ...c.req.valid('json') });
    return isRefusal(given) ? problem(c, given, refusals) : c.json(givenVerdictBody(given), 200);
  },
);

auditApi.openapi(
  createRoute({
    method: 'get',
    path: '/audit/own',
    tags: ['own-log'],
    security: LOGIN,
    summary: 'Vem som har tittat på dina uppgifter',
    request: { query: z.strictObject({ before }) },
    responses: { ...jsonAnswer(bodies.OwnExtract, 'En sida av ditt loggutdrag'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const extract = await readOwnExtract(scopeOf(c), c.req.valid('query'));
    return isRefusal(extract) ? problem(c, extract, refusals) : c.json(extractBody(extract), 200);
  },
);
