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
const On = IsoDate.optional().openapi({ description: 'The day to answer for. Default today.', example: '2026-11-22' });

export const knowledgeApi = apiRouter();

knowledgeApi.openapi(
  createRoute({
    method: 'get',
    path: '/taxonomy',
    tags,
    summary: 'The national vocabulary: kinds of unit, professional roles, age groups, severities, conditions',
    responses: { ...jsonAnswer(TaxonomyBody, 'The vocabulary'), ...problemAnswers() },
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
    summary: 'Knowledge support, agreements and duties for a kind of unit, role, age group, severity or condition',
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
    responses: { ...jsonAnswer(KnowledgeListBody, 'What may concern the choice'), ...problemAnswers(404) },
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
    summary: 'One page of national knowledge support',
    request: {
      params: z.strictObject({ id: pathParam(Slug, 'id', { example: 'regionala-samverkansoverenskommelser' }) }),
      query: z.strictObject({ on: On }),
    },
    responses: { ...jsonAnswer(KnowledgeBody, 'The page, and what in the agreements points to it'), ...problemAnswers(404) },
  }),
  async (c) => {
    const reading = await readKnowledge(scopeOf(c), { id: c.req.valid('param').id, on: c.req.valid('query').on });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(knowledgeBody(reading), 200);
  },
);
