import { createRoute, z } from '@hono/zod-openapi';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, linkNext, pageParams, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { countyRefusals, municipalitiesOf, readCounty } from '../counties/index.ts';
import { agreementBody, summaryBody, textBody, versionsBody } from './api-answers.ts';
import { AgreementBody, AgreementList, StatusAnswer, TextBody, VersionList } from './api-schemas.ts';
import { termsBody } from './api-term-answers.ts';
import { TermsBody } from './api-term-schemas.ts';
import { listAgreements } from './list-agreements.ts';
import { statusAnswer } from './party-status-body.ts';
import { readAgreement, readRegistered } from './read-agreement.ts';
import { statusOfParties } from './status-of-parties.ts';
import { refusals } from './texts.ts';

const tags = ['agreements'];
const SlugParam = pathParam(Slug, 'slug', { example: 'jonkoping-missbruk-beroende' });
const On = IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' });
const Version = z
  .string()
  .max(60)
  .optional()
  .openapi({ description: 'Versionens beteckning. Den som ska läsas den dagen om den utelämnas.', example: '10.0' });
const Party = z
  .string()
  .regex(/^(region|\d{4})$/)
  .optional()
  .openapi({ description: 'Parten som svaret gäller: `region` eller en kommunkod.', example: '0686' });
const ofOne = { params: z.strictObject({ slug: SlugParam }), query: z.strictObject({ on: On, version: Version }) };

/** Agreements with their status, versions, text, terms and matrix. */
export const agreementsApi = apiRouter();

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements',
    tags,
    summary: 'Registret över överenskommelser, med status en dag',
    request: {
      query: z.strictObject({
        county: CountyCode.optional().openapi({ example: '06' }),
        municipality: MunicipalityCode.optional().openapi({ example: '0686' }),
        area: Slug.optional().openapi({ example: 'missbruk-beroende' }),
        kind: z.enum(AGREEMENT_KINDS).optional().openapi({ example: 'county' }),
        status: z.enum(STATUS_CODES).optional().openapi({ example: 'in-force' }),
        on: On,
        ...pageParams(Slug),
      }),
    },
    responses: { ...jsonAnswer(AgreementList, 'En sida överenskommelser, i ordning efter `slug`'), ...problemAnswers() },
  }),
  async (c) => {
    const page = await listAgreements(scopeOf(c), c.req.valid('query'));
    if (isRefusal(page)) return problem(c, page, refusals);
    linkNext(c, page.next);
    return c.json({ on: page.on, total: page.total, items: page.items.map(summaryBody), next: page.next ?? null }, 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}',
    tags,
    summary: 'En överenskommelse en dag',
    request: ofOne,
    responses: { ...jsonAnswer(AgreementBody, 'Överenskommelsen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readRegistered(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(reading)) return problem(c, reading, refusals);
    return c.json(agreementBody(reading, await municipalitiesOf(scopeOf(c), reading.agreement.county)), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/status',
    tags,
    summary: 'Status en dag, uträknad, med skälen',
    description:
      'Först avtalets egen status, sedan i `parties` hur avtalet står till varje part den dagen, med skälen. Med `party` (`region` eller en kommunkod) bara den parten.',
    request: { params: ofOne.params, query: z.strictObject({ on: On, version: Version, party: Party }) },
    responses: { ...jsonAnswer(StatusAnswer, 'Status'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version, party } = c.req.valid('query');
    const reading = await readRegistered(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(reading)) return problem(c, reading, refusals);
    const county = await readCounty(scopeOf(c), { code: reading.agreement.county });
    if (isRefusal(county)) return problem(c, county, countyRefusals);
    const parties = statusOfParties(reading, county, party);
    return isRefusal(parties) ? problem(c, parties, refusals) : c.json(statusAnswer(reading.status, parties, county), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/versions',
    tags,
    summary: 'Alla kända versioner',
    request: ofOne,
    responses: { ...jsonAnswer(VersionList, 'Versionerna, nyast först'), ...problemAnswers(404) },
  }),
  async (c) => {
    const reading = await readRegistered(scopeOf(c), { slug: c.req.valid('param').slug });
    return isRefusal(reading) ? problem(c, reading, refusals) : c.json(versionsBody(reading), 200);
  },
);

agreementsApi.openapi(
  createRoute({
    method: 'get',
    path: '/agreements/{slug}/text',
    tags,
    summary: 'Texten, med adress till varje mening',
    request: ofOne,
    responses: { ...jsonAnswer(TextBody, 'Texten'), ...problemAnswers(404) },
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
    summary: 'Villkoren som systemet räknar på, med sina meningar',
    request: ofOne,
    responses: { ...jsonAnswer(TermsBody, 'Villkoren'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { on, version } = c.req.valid('query');
    const reading = await readAgreement(scopeOf(c), { slug: c.req.valid('param').slug, on, label: version });
    if (isRefusal(reading)) return problem(c, reading, refusals);
    const county = await readCounty(scopeOf(c), { code: reading.agreement.county });
    return isRefusal(county) ? problem(c, county, countyRefusals) : c.json(termsBody(reading, county), 200);
  },
);
