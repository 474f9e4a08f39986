import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, MunicipalityCode } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { countyOnDayBody, municipalityOnDayBody } from './api-answers.ts';
import { CountyOnDay, MunicipalityOnDay } from './api-schemas.ts';
import { readPlace } from './read-place.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['counties'];
const query = z.strictObject({
  on: IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' }),
});

/** A county and a municipality: what holds there on a day. */
export const organisationsApi = apiRouter();

organisationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}',
    tags,
    summary: 'Ett län en dag: avtal, lokala överenskommelser, organ och kontakter',
    request: { params: z.strictObject({ code: pathParam(CountyCode, 'code', { description: 'SCB:s länskod.', example: '06' }) }), query },
    responses: { ...jsonAnswer(CountyOnDay, 'Länet den dagen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const place = await readPlace(scopeOf(c), { county: c.req.valid('param').code, on: c.req.valid('query').on });
    return isRefusal(place) ? problem(c, place, refusals) : c.json(countyOnDayBody(place), 200);
  },
);

organisationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/municipalities/{code}',
    tags,
    summary: 'En kommun en dag: länsdel, avtal, lokal överenskommelse, organ och kontakter',
    request: {
      params: z.strictObject({ code: pathParam(MunicipalityCode, 'code', { description: 'SCB:s kommunkod.', example: '0686' }) }),
      query,
    },
    responses: { ...jsonAnswer(MunicipalityOnDay, 'Kommunen den dagen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { code } = c.req.valid('param');
    const place = await readPlace(scopeOf(c), { municipality: code, on: c.req.valid('query').on });
    if (isRefusal(place)) return problem(c, place, refusals);
    const { municipality } = place;
    if (!municipality) return problem(c, refuse('municipality-not-found', { code }), refusals);
    return c.json(municipalityOnDayBody(place, municipality), 200);
  },
);
