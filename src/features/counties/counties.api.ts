import { createRoute, z } from '@hono/zod-openapi';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { BodyList, CountyBody, CountyList, MunicipalityList } from './api-schemas.ts';
import { readCounties, readCounty } from './read-counties.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['counties'];
const ofCounty = { params: z.strictObject({ code: pathParam(CountyCode, 'code', { example: '06' }) }) };

export const countiesApi = apiRouter();

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties',
    tags,
    summary: 'Länen i registret',
    responses: { ...jsonAnswer(CountyList, 'Länen, i kodordning'), ...problemAnswers() },
  }),
  async (c) => {
    const counties = await readCounties(scopeOf(c), {});
    return isRefusal(counties) ? problem(c, counties, refusals) : c.json({ items: counties.map(countyBody) }, 200);
  },
);

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}',
    tags,
    summary: 'Ett län',
    request: ofCounty,
    responses: { ...jsonAnswer(CountyBody, 'Länet'), ...problemAnswers(404) },
  }),
  async (c) => {
    const county = await readCounty(scopeOf(c), c.req.valid('param'));
    return isRefusal(county) ? problem(c, county, refusals) : c.json(countyBody(county), 200);
  },
);

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}/bodies',
    tags,
    summary: 'Gemensamma organ i ett län',
    request: ofCounty,
    responses: { ...jsonAnswer(BodyList, 'Organen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const county = await readCounty(scopeOf(c), c.req.valid('param'));
    return isRefusal(county) ? problem(c, county, refusals) : c.json({ county: county.code, items: county.bodies.map(bodyBody) }, 200);
  },
);

countiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/municipalities',
    tags,
    summary: 'Kommuner, i ett län eller alla',
    request: { query: z.strictObject({ county: CountyCode.optional().openapi({ example: '06' }) }) },
    responses: { ...jsonAnswer(MunicipalityList, 'Kommunerna, i kodordning'), ...problemAnswers() },
  }),
  async (c) => {
    const counties = await readCounties(scopeOf(c), {});
    if (isRefusal(counties)) return problem(c, counties, refusals);
    const { county } = c.req.valid('query');
    return c.json(
      { items: counties.filter(({ code }) => !county || code === county).flatMap((one) => countyBody(one).municipalities) },
      200,
    );
  },
);

function countyBody({ code, name, region, municipalities, districts }: CountyFile): z.infer<typeof CountyBody> {
  return {
    code,
    name,
    region: region.name,
    municipalities: municipalities.map((one) => ({ code: one.code, name: one.name, county: code, url: `/kommun/${one.code}` })),
    districts: districts.map((district) => ({
      id: district.id,
      name: district.name,
      members: district.members.map(({ municipality, from, to, certainty }) => ({
        municipality,
        from: from ?? null,
        to: to ?? null,
        certainty,
      })),
    })),
    url: `/lan/${code}`,
  };
}

function bodyBody(body: CountyFile['bodies'][number]): z.infer<typeof BodyList>['items'][number] {
  const { id, name, kind, level, task, certainty } = body;
  return {
    id,
    name,
    alsoCalled: body['also-called'] ?? [],
    kind,
    level,
    task,
    seats: body.seats.map((seat) => ({ id: seat.id, title: seat.title, of: seat.of ?? null })),
    certainty,
    note: body.note ?? null,
  };
}
