import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  keysetPage,
  linkNext,
  pageParams,
  pathParam,
  problem,
  problemAnswers,
  scopeOf,
} from '../../platform/index.ts';
import { bodyBody, countyBody, municipalityBody } from './api-answers.ts';
import { BodyList, CountyList, MunicipalityList } from './api-schemas.ts';
import { readCounties, readCounty } from './read-counties.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['counties'];

/** Which counties and municipalities there are, and the joint bodies of a county. */
export const countiesApi = apiRouter();

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties',
    tags,
    summary: 'Länen i registret',
    request: { query: z.strictObject(pageParams(CountyCode)) },
    responses: { ...jsonAnswer(CountyList, 'En sida län, i kodordning'), ...problemAnswers() },
  }),
  async (c) => {
    const counties = await readCounties(scopeOf(c), {});
    if (isRefusal(counties)) return problem(c, counties, refusals);
    const { total, items, next } = keysetPage(counties, ({ code }) => code, c.req.valid('query'));
    linkNext(c, next);
    return c.json({ total, items: items.map(countyBody), next }, 200);
  },
);

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}/bodies',
    tags,
    summary: 'Gemensamma organ i ett län',
    request: {
      params: z.strictObject({ code: pathParam(CountyCode, 'code', { example: '06' }) }),
      query: z.strictObject(pageParams(Slug)),
    },
    responses: { ...jsonAnswer(BodyList, 'En sida organ, i namnordning efter `id`'), ...problemAnswers(404) },
  }),
  async (c) => {
    const county = await readCounty(scopeOf(c), c.req.valid('param'));
    if (isRefusal(county)) return problem(c, county, refusals);
    const bodies = county.bodies.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { total, items, next } = keysetPage(bodies, ({ id }) => id, c.req.valid('query'));
    linkNext(c, next);
    return c.json({ county: county.code, total, items: items.map(bodyBody), next }, 200);
  },
);

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/municipalities',
    tags,
    summary: 'Kommuner, i ett län eller alla',
    request: { query: z.strictObject({ county: CountyCode.optional().openapi({ example: '06' }), ...pageParams(MunicipalityCode) }) },
    responses: { ...jsonAnswer(MunicipalityList, 'En sida kommuner, i kodordning'), ...problemAnswers() },
  }),
  async (c) => {
    const counties = await readCounties(scopeOf(c), {});
    if (isRefusal(counties)) return problem(c, counties, refusals);
    const { county, ...wanted } = c.req.valid('query');
    const all = counties
      .filter(({ code }) => !county || code === county)
      .flatMap(({ code, municipalities }) => municipalities.map((one) => municipalityBody(one, code)))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const { total, items, next } = keysetPage(all, ({ code }) => code, wanted);
    linkNext(c, next);
    return c.json({ total, items: [...items], next }, 200);
  },
);
