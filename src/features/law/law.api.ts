import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  keysetPage,
  linkNext,
  pageParams,
  pathParam,
  problem,
  problemAnswers,
  scopeOf,
} from '../../platform/index.ts';
import { agreementCitationBody, citationBody, statuteBody, statuteListBody, statuteSlug } from './api-answers.ts';
import { CitationList, ParseBody, StatuteBody, StatuteList } from './api-schemas.ts';
import { CITATION_KEY, citationKey, compareCitationKeys } from './citation-key.ts';
import { LONGEST_TEXT, listCitations, parseText, RESOLUTION_STATUSES } from './read-law.ts';
import { byStatuteNumber, listStatutes, readStatute } from './read-statute.ts';
import { apiTexts, refusals } from './texts.ts';

const tags = ['law'];
const On = IsoDate.optional().openapi({ description: apiTexts.on, example: '2026-11-22' });
/** An act's number as it is written in addresses: `2025-400`. */
const STATUTE_KEY = z.string().regex(/^\d{4}-\d{1,4}$/);

/** Statutes, what the agreements cite of them, and citations read from text. */
export const lawApi = apiRouter();

lawApi.openapi(
  createRoute({
    method: 'get',
    path: '/law/statutes',
    tags,
    summary: apiTexts.statutes,
    request: { query: z.strictObject({ on: On, ...pageParams(STATUTE_KEY) }) },
    responses: { ...jsonAnswer(StatuteList, apiTexts.statutesAnswer), ...problemAnswers() },
  }),
  async (c) => {
    const { on, ...wanted } = c.req.valid('query');
    const found = await listStatutes(scopeOf(c), { on });
    if (isRefusal(found)) return problem(c, found, refusals);
    const page = keysetPage(found.statutes, ({ statute }) => statuteSlug(statute.sfs), wanted, byStatuteNumber);
    linkNext(c, page.next);
    return c.json(statuteListBody(found.law, found.on, page), 200);
  },
);

lawApi.openapi(
  createRoute({
    method: 'get',
    path: '/law/statutes/{sfs}',
    tags,
    summary: apiTexts.statute,
    request: {
      params: z.strictObject({
        sfs: pathParam(z.string().regex(/^\d{4}[-:]\d{1,4}$/), 'sfs', { description: apiTexts.sfs, example: '2025-400' }),
      }),
      query: z.strictObject({ on: On }),
    },
    responses: { ...jsonAnswer(StatuteBody, apiTexts.statuteAnswer), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readStatute(scopeOf(c), { sfs: c.req.valid('param').sfs.replace('-', ':'), ...c.req.valid('query') });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(statuteBody(found), 200);
  },
);

lawApi.openapi(
  createRoute({
    method: 'get',
    path: '/law/citations',
    tags,
    summary: apiTexts.citations,
    request: {
      query: z.strictObject({
        on: On,
        county: CountyCode.optional().openapi({ example: '06' }),
        agreement: Slug.optional().openapi({ example: 'jonkoping-missbruk-beroende' }),
        status: z.enum(RESOLUTION_STATUSES).optional().openapi({ example: 'repealed' }),
        statute: z.string().min(1).max(40).optional().openapi({ description: apiTexts.statuteFilter, example: '2001:453' }),
        ...pageParams(z.string().regex(CITATION_KEY)),
      }),
    },
    responses: { ...jsonAnswer(CitationList, apiTexts.citationsAnswer), ...problemAnswers() },
  }),
  async (c) => {
    const { after, limit, ...filter } = c.req.valid('query');
    const found = await listCitations(scopeOf(c), filter);
    if (isRefusal(found)) return problem(c, found, refusals);
    const { on, law, citations } = found;
    const { total, items, next } = keysetPage(citations, citationKey, { after, limit }, compareCitationKeys);
    linkNext(c, next);
    return c.json({ on, asOf: law['as-of'], total, items: items.map((one) => agreementCitationBody(one, law)), next }, 200);
  },
);

const ParseRequest = z
  .strictObject({
    text: z.string().max(LONGEST_TEXT).openapi({ description: apiTexts.text }),
    on: IsoDate.optional().openapi({ description: apiTexts.on }),
    writtenOn: IsoDate.optional().openapi({ description: apiTexts.writtenOn }),
  })
  .openapi('TextToParse', {
    example: { text: 'Se 16 kap. 3 § HSL och 5 kap. 9 a § SoL (2001:453).', on: '2026-11-22', writtenOn: '2021-07-01' },
  });

lawApi.openapi(
  createRoute({
    method: 'post',
    path: '/law/parse',
    tags,
    summary: apiTexts.parse,
    request: { body: jsonBody(ParseRequest) },
    responses: { ...jsonAnswer(ParseBody, apiTexts.parseAnswer), ...problemAnswers(413, 415) },
  }),
  async (c) => {
    const found = await parseText(scopeOf(c), c.req.valid('json'));
    if (isRefusal(found)) return problem(c, found, refusals);
    const { law, on, writtenOn, citations } = found;
    return c.json({ on, writtenOn, asOf: law['as-of'], citations: citations.map((one) => citationBody(one, law)) }, 200);
  },
);
