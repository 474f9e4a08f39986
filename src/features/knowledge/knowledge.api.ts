import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readNational } from '../counties/index.ts';
import { KnowledgeBody, KnowledgeListBody, knowledgeBody, listBody, TaxonomyBody, taxonomyBody } from './api-answers.ts';
import { listKnowledge } from './list-knowledge.ts';
import { readKnowledge } from './read-knowledge.ts';
import { refusals } from './texts.ts';

const tags = ['knowledge'];
const On = IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' });

/** National knowledge support, and the vocabulary it is marked with. */
export const knowledgeApi = apiRouter();

knowledgeApi.openapi(
  createRoute({
    method: 'get',
    path: '/taxonomy',
    tags,
    summary: 'Den nationella ordlistan: verksamheter, yrken, åldrar, svårighetsgrader och tillstånd',
    responses: { ...jsonAnswer(TaxonomyBody, 'Ordlistan'), ...problemAnswers() },
  }),
  async (c) => {
    const file = await readNational(scopeOf(c), { name: 'taxonomy' });
    return isRefusal(file) ? problem(c, file, refusals) : c.json(taxonomyBody(file), 200);
  },
);

knowledgeApi.openapi(
  createRoute({
    method: 'get',
    path: '/knowledge',
    tags,
    summary: 'Kunskapsstöd, avtal och ansvar efter verksamhet, yrke, ålder, svårighetsgrad eller tillstånd',
    request: {
      query: z.strictObject({
        performer: Slug.optional().openapi({ example: 'primarvard' }),
        role: Slug.optional().openapi({ example: 'kurator' }),
        ageGroup: Slug.optional().openapi({ example: 'vuxna' }),
        severity: Slug.optional().openapi({ example: 'lindrig' }),
        condition: Slug.optional().openapi({ example: 'missbruk-beroende' }),
        county: CountyCode.optional().openapi({ example: '06' }),
        on: On,
      }),
    },
    responses: { ...jsonAnswer(KnowledgeListBody, 'Det som kan röra valet'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { county, on, ...filter } = c.req.valid('query');
    const found = await listKnowledge(scopeOf(c), { filter, county, on });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(listBody(found), 200);
  },
);

knowledgeApi.openapi(
  createRoute({
    method: 'get',
    path: '/knowledge/{id}',
    tags,
    summary: 'En sida nationellt kunskapsstöd',
    request: {
      params: z.strictObject({ id: pathParam(Slug, 'id', { example: 'regionala-samverkansoverenskommelser' }) }),
      query: z.strictObject({ on: On }),
    },
    responses: { ...jsonAnswer(KnowledgeBody, 'Sidan, och vad i avtalen som pekar på den'), ...problemAnswers(404) },
  }),
  async (c) => {
    const reading = await readKnowledge(scopeOf(c), { id: c.req.valid('param').id, on: c.req.valid('query').on });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(knowledgeBody(reading), 200);
  },
);
