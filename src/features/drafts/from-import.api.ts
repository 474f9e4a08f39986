import { createRoute, z } from '@hono/zod-openapi';
import { MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { openFromImport } from './open-from-import.ts';
import { fromImportApiTexts as texts } from './texts-import.ts';
import { refusals } from './texts-refusals.ts';

const NewDraft = z
  .strictObject({
    kind: z.enum(['county', 'local']),
    parent: Slug.optional(),
    area: Slug.optional(),
    title: z.string().min(3).max(300),
    slug: Slug.max(80),
    label: z.string().min(1).max(60),
    prefix: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/),
    municipalities: z.array(MunicipalityCode).max(400).optional(),
    leave: z.boolean().optional(),
  })
  .openapi('NewDraftOfImport', {
    description: texts.body,
    example: {
      kind: 'county',
      area: 'missbruk-beroende',
      title: 'Överenskommelse',
      slug: 'overenskommelse',
      label: '1',
      prefix: 'R',
      leave: true,
    },
  });
const OpenedDraft = z.strictObject({ id: z.string() }).openapi('OpenedDraft');

/** A working copy of a file that was read. */
export const fromImportApi = apiRouter();

fromImportApi.openapi(
  createRoute({
    method: 'post',
    path: '/imports/{id}/drafts',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.open,
    description: texts.note,
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '01980c5e-7a4e-7000-8000-000000000000' }) }),
      body: jsonBody(NewDraft),
    },
    responses: { ...jsonAnswer(OpenedDraft, texts.opened), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const opened = await openFromImport(scopeOf(c), { import: c.req.valid('param').id, ...c.req.valid('json') });
    return isRefusal(opened) ? problem(c, opened, refusals) : c.json({ id: opened.id }, 200);
  },
);
