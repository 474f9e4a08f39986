import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { diffBody, wholeBody } from './diff-api-answers.ts';
import { DiffBody, WholeVersion } from './diff-api-schemas.ts';
import { readAgreement } from './read-agreement.ts';
import { readDiff } from './read-diff.ts';
import { refusals } from './texts.ts';

const tags = ['agreements'];
const SlugParam = pathParam(Slug, 'slug', { example: 'jonkoping-missbruk-beroende' });
const Label = z.string().min(1).max(60);

export const diffApi = apiRouter();

diffApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/versions/{label}',
    tags,
    summary: 'Hela texten i en version, alltid densamma',
    request: {
      params: z.strictObject({
        slug: SlugParam,
        label: pathParam(Label, 'label', { example: '10.0', description: 'Versionens beteckning.' }),
      }),
    },
    responses: { ...jsonAnswer(WholeVersion, 'Versionen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { slug, label } = c.req.valid('param');
    const reading = await readAgreement(scopeOf(c), { slug, label });
    if (isRefusal(reading)) return problem(c, { ...reading, params: { ...reading.params, at: 'path:/label' } }, refusals);
    return c.json(wholeBody(reading.agreement), 200);
  },
);

diffApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/diff',
    tags,
    summary: 'Vad som ändrades mellan två versioner: betydelse, text och vad som berörs',
    request: {
      params: z.strictObject({ slug: SlugParam }),
      query: z.strictObject({
        from: Label.openapi({ description: 'Beteckningen på versionen att jämföra från.', example: '10.0' }),
        to: Label.openapi({ description: 'Beteckningen på versionen att jämföra till.', example: '10.0' }),
      }),
    },
    responses: { ...jsonAnswer(DiffBody, 'Ändringarna'), ...problemAnswers(404) },
  }),
  async (c) => {
    const reading = await readDiff(scopeOf(c), { slug: c.req.valid('param').slug, ...c.req.valid('query') });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(diffBody(reading), 200);
  },
);
