import { createRoute, z } from '@hono/zod-openapi';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { SituationFault } from '../../domain/responsibilities/situation.ts';
import { apiRouter, jsonAnswer, jsonBody, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readNational } from '../counties/index.ts';
import { factsBody, matrixBody } from './api-answers.ts';
import { FactsBody, MatrixBody, NavigatorBody, SituationBody } from './api-schemas.ts';
import { askNavigator } from './ask-navigator.ts';
import { navigatorJson } from './navigator-json.ts';
import { readMatrix } from './read-matrix.ts';
import { faultText, refusals } from './texts.ts';

const tags = ['responsibilities'];
const Tag = Slug.optional();
const On = IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' });
const Version = z
  .string()
  .max(60)
  .optional()
  .openapi({ description: 'Versionens beteckning. Den som ska läsas den dagen om den utelämnas.', example: '2021' });

/** The navigator: what can be told of a situation, and who does what in it. */
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
    request: { body: jsonBody(SituationBody) },
    responses: {
      ...jsonAnswer(NavigatorBody, 'Ansvaren med sina grunder, och nästa fråga'),
      ...problemAnswers(400, 404, 413, 415),
    },
  }),
  async (c) => {
    const raw = c.req.valid('json');
    const reply = await askNavigator(scopeOf(c), { form: 'json', raw });
    if (!isRefusal(reply)) return c.body(navigatorJson(reply), 200, { 'content-type': 'application/json' });
    // A county that follows from the municipality alone is not what the caller got wrong.
    const ofMunicipality = reply.code === 'county-not-found' && raw.county === undefined;
    if (ofMunicipality) return problem(c, refuse('municipality-not-found', { code: raw.municipality }), refusals);
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
        on: On,
        version: Version,
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
