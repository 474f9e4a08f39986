import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { municipalitiesOf } from '../counties/index.ts';
import { agreementBody, statusBody, summaryBody, textBody, versionsBody } from './api-answers.ts';
import { AgreementBody, AgreementList, StatusBody, TermsBody, TextBody, VersionList } from './api-schemas.ts';
import { listAgreements, STATUS_CODES } from './list-agreements.ts';
import { readAgreement } from './read-agreement.ts';
import { refusals } from './texts.ts';

const tags = ['agreements'];
const SlugParam = Slug.openapi({ param: { name: 'slug', in: 'path' }, example: 'jonkoping-missbruk-beroende' });
const On = IsoDate.optional().openapi({ description: 'The day to answer for. Default today.', example: '2026-11-22' });
const ofOne = { params: z.strictObject({ slug: SlugParam }), query: z.strictObject({ on: On, version: z.string().max(60).optional() }) };

export const agreementsApi = apiRouter();

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements',
    tags,
    summary: 'The register of agreements, with status on a day',
    request: {
      query: z.strictObject({
        county: CountyCode.optional().openapi({ example: '06' }),
        municipality: MunicipalityCode.optional(),
        area: Slug.optional().openapi({ example: 'missbruk-beroende' }),
        kind: z.enum(['county', 'local', 'supplement', 'routine']).optional(),
        status: z.enum(STATUS_CODES).optional(),
        on: On,
        after: Slug.optional().openapi({ description: '`next` of the page before.' }),
        limit: z.coerce.number().int().min(1).max(200).optional().openapi({ example: 50 }),
      }),
    },
    responses: { ...jsonAnswer(AgreementList, 'One page of agreements, by slug'), ...problemAnswers() },
  }),
  async (c) => {
    const page = await listAgreements(scopeOf(c), c.req.valid('query'));
    if (isRefusal(page)) return problem(c, page, refusals);
    return c.json({ on: page.on, total: page.total, items: page.items.map(summaryBody), next: page.next ?? null }, 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}',
    tags,
    summary: 'One agreement on a day',
    request: ofOne,
    responses: { ...jsonAnswer(AgreementBody, 'The agreement'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(reading)) return problem(c, reading, refusals);
    return c.json(agreementBody(reading, await municipalitiesOf(scopeOf(c), reading.agreement.county)), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/status',
    tags,
    summary: 'Status on a day, computed, with reasons',
    request: ofOne,
    responses: { ...jsonAnswer(StatusBody, 'The status'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(statusBody(reading.status), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/versions',
    tags,
    summary: 'Every version known',
    request: ofOne,
    responses: { ...jsonAnswer(VersionList, 'The versions, newest first'), ...problemAnswers(404) },
  }),
  async (c) => {
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(versionsBody(reading), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/text',
    tags,
    summary: 'The text, addressable to the sentence',
    request: ofOne,
    responses: { ...jsonAnswer(TextBody, 'The text'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(textBody(reading.agreement), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/terms',
    tags,
    summary: 'The executable terms, each with its sentences',
    request: ofOne,
    responses: { ...jsonAnswer(TermsBody, 'The terms'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(reading)) return problem(c, reading, refusals);
    const { slug, version: held, terms } = reading.agreement;
    return c.json({ slug, version: held.label, terms: terms as Record<string, unknown> }, 200);
  },
);
