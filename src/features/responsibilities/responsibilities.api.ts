import { createRoute, z } from '@hono/zod-openapi';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { SituationFault } from '../../domain/responsibilities/situation.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readNational } from '../counties/index.ts';
import { factsBody, matrixBody, navigatorBody } from './api-answers.ts';
import { FactsBody, MatrixBody, NavigatorBody, SituationBody } from './api-schemas.ts';
import { askNavigator } from './ask-navigator.ts';
import { readMatrix } from './read-matrix.ts';
import { faultText, refusals } from './texts.ts';

const tags = ['responsibilities'];
const Tag = Slug.optional();

export const responsibilitiesApi = apiRouter();

responsibilitiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/situation',
    tags,
    summary: 'Vad en situation kan innehålla',
    responses: { ...jsonAnswer(FactsBody, 'Uppgifterna'), ...problemAnswers() },
  }),
  async (c) => {
    const file = await readNational(scopeOf(c), { name: 'situation' });
    return isRefusal(file) ? problem(c, file, refusals) : c.json(factsBody(file), 200);
  },
);

responsibilitiesApi.openapi(
  createRoute({
    method: 'post',
    path: '/navigator',
    tags,
    summary: 'Vem gör vad i en situation',
    request: { body: { required: true, content: { 'application/json': { schema: SituationBody } } } },
    responses: {
      ...jsonAnswer(NavigatorBody, 'Ansvaren med sina grunder, och nästa fråga'),
      ...problemAnswers(400, 404, 413, 415),
    },
  }),
  async (c) => {
    const reply = await askNavigator(scopeOf(c), { form: 'json', raw: c.req.valid('json') });
    if (!isRefusal(reply)) return c.json(navigatorBody(reply), 200);
    if (reply.code !== 'situation-invalid') return problem(c, reply, refusals);
    const faults = (reply.params.faults as readonly SituationFault[]).map((fault) => ({
      pointer: `#${fault.path.map((part) => `/${part}`).join('')}`,
      message: faultText(fault),
    }));
    return problem(c, refuse('situation-invalid', { faults }), refusals);
  },
);

responsibilitiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/matrix',
    tags,
    summary: 'Ansvarsmatrisen i en överenskommelse',
    request: {
      params: z.strictObject({ slug: pathParam(Slug, 'slug', { example: 'dalarna-missbruk-beroende-2021' }) }),
      query: z.strictObject({
        on: IsoDate.optional(),
        version: z.string().max(60).optional(),
        performer: Tag.openapi({ example: 'primarvard' }),
        role: Tag.openapi({ example: 'kurator' }),
        ageGroup: Tag.openapi({ example: 'vuxna' }),
        severity: Tag.openapi({ example: 'lindrig' }),
        condition: Tag.openapi({ example: 'missbruk-beroende' }),
      }),
    },
    responses: { ...jsonAnswer(MatrixBody, 'Matrisen, raderna i källans ordning'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version, ...filter } = c.req.valid('query');
    const found = await readMatrix(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version, filter });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(matrixBody(found), 200);
  },
);
