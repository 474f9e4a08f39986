import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readRoleDuties } from './read-role-duties.ts';
import { RoleBody, roleBody } from './role-answers.ts';
import { roleRefusals } from './role-texts.ts';

/** What the agreements of a county ask of a profession. */
export const rolesApi = apiRouter();

rolesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}/roles/{role}/duties',
    tags: ['responsibilities'],
    summary: 'Vad avtalen kräver av ett yrke på en plats',
    request: {
      params: z.strictObject({
        code: pathParam(CountyCode, 'code', { example: '06' }),
        role: pathParam(Slug, 'role', { description: 'GET /taxonomy räknar upp yrkena.', example: 'kurator' }),
      }),
      query: z.strictObject({
        municipality: MunicipalityCode.optional().openapi({ example: '0682' }),
        performer: Slug.optional().openapi({ description: 'Verksamhet. GET /taxonomy räknar upp dem.', example: 'primarvard' }),
        on: IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' }),
      }),
    },
    responses: {
      ...jsonAnswer(RoleBody, 'Ansvaren, avtal för avtal: alltid, på villkor, och andras'),
      ...problemAnswers(404),
    },
  }),
  async (c) => {
    const { code, role } = c.req.valid('param');
    const reading = await readRoleDuties(scopeOf(c), { county: code, role, ...c.req.valid('query') });
    return isRefusal(reading) ? problem(c, reading, roleRefusals) : c.json(roleBody(reading), 200);
  },
);
