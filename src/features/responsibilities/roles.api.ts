import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readRoleDuties } from './read-role-duties.ts';
import { RoleBody, roleBody } from './role-answers.ts';
import { roleRefusals } from './role-texts.ts';

export const rolesApi = apiRouter();

rolesApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}/roles/{role}/duties',
    tags: ['responsibilities'],
    summary: 'What the agreements of a place ask of a professional role',
    request: {
      params: z.strictObject({
        code: pathParam(CountyCode, 'code', { example: '06' }),
        role: pathParam(Slug, 'role', { description: 'GET /taxonomy lists the roles.', example: 'kurator' }),
      }),
      query: z.strictObject({
        municipality: MunicipalityCode.optional().openapi({ example: '0682' }),
        performer: Slug.optional().openapi({ description: 'Kind of unit; GET /taxonomy lists them.', example: 'primarvard' }),
        on: IsoDate.optional().openapi({ description: 'The day to answer for. Default today.', example: '2026-11-22' }),
      }),
    },
    responses: {
      ...jsonAnswer(RoleBody, 'The duties, agreement by agreement: always, on condition, and those of others'),
      ...problemAnswers(404),
    },
  }),
  async (c) => {
    const { code, role } = c.req.valid('param');
    const reading = await readRoleDuties(scopeOf(c), { county: code, role, ...c.req.valid('query') });
    return isRefusal(reading) ? problem(c, reading, roleRefusals) : c.json(roleBody(reading), 200);
  },
);
