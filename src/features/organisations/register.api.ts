import { createRoute, z } from '@hono/zod-openapi';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  keysetPage,
  linkNext,
  pageParams,
  pathParam,
  problem,
  problemAnswers,
  scopeOf,
} from '../../platform/index.ts';
import { readOrganisationHistory } from './read-organisation-history.ts';
import { readOrganisations, readSeats } from './read-organisations.ts';
import { readUnit, readUnits } from './read-units.ts';
import { organisationBody, organisationHistoryBody, seatListBody, unitBody, unitHistoryBody } from './register-answers.ts';
import { OrganisationHistoryBody, OrganisationList, SeatList, UnitHistoryBody, UnitList } from './register-schemas.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['organisations'];
const on = IsoDate.optional().openapi({ description: 'Dagen som svaret gäller. I dag om den utelämnas.', example: '2026-11-22' });
const county = CountyCode.optional().openapi({ description: 'Bara i detta län.', example: '06' });

/** The register on a day: organisations, units with who they have been, seats of joint bodies. */
export const registerApi = apiRouter();

registerApi.openapi(
  createRoute({
    method: 'get',
    path: '/organisations',
    tags,
    summary: 'Regioner, kommuner, privata utförare och brukarorganisationer en dag',
    request: {
      query: z.strictObject({
        county,
        kind: z.enum(['region', 'municipality', 'private-provider', 'user-organisation']).optional(),
        on,
        ...pageParams(z.uuid()),
      }),
    },
    responses: { ...jsonAnswer(OrganisationList, 'En sida organisationer, ordnade efter `id`'), ...problemAnswers() },
  }),
  async (c) => {
    const { after, limit, ...asked } = c.req.valid('query');
    const found = await readOrganisations(scopeOf(c), asked);
    if (isRefusal(found)) return problem(c, found, refusals);
    const { total, items, next } = keysetPage(found.organisations, ({ organisation }) => organisation.id, { after, limit });
    linkNext(c, next);
    return c.json({ on: found.on, total, items: items.map(organisationBody), next }, 200);
  },
);

registerApi.openapi(
  createRoute({
    method: 'get',
    path: '/organisations/{id}',
    tags,
    summary: 'En organisation genom tiden, och vem den är en dag',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'e05f74d1-c282-8cdc-af71-4a899fb7dea0' }) }),
      query: z.strictObject({ on }),
    },
    responses: { ...jsonAnswer(OrganisationHistoryBody, 'Organisationen, dess namn och vad den har blivit'), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readOrganisationHistory(scopeOf(c), { id: c.req.valid('param').id, on: c.req.valid('query').on });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(organisationHistoryBody(found), 200);
  },
);

registerApi.openapi(
  createRoute({
    method: 'get',
    path: '/units',
    tags,
    summary: 'Enheter som är öppna en dag',
    request: {
      query: z.strictObject({
        county: CountyCode.optional().openapi({ description: 'Bara i detta län.' }),
        municipality: MunicipalityCode.optional().openapi({ description: 'Bara de som är till för kommunen.' }),
        kind: Slug.optional().openapi({ description: 'Bara av denna sort, en utförare i taxonomin.' }),
        on,
        ...pageParams(z.uuid()),
      }),
    },
    responses: { ...jsonAnswer(UnitList, 'En sida enheter, ordnade efter `id`'), ...problemAnswers() },
  }),
  async (c) => {
    const { after, limit, ...asked } = c.req.valid('query');
    const found = await readUnits(scopeOf(c), asked);
    if (isRefusal(found)) return problem(c, found, refusals);
    const { total, items, next } = keysetPage(found.units, ({ unit }) => unit.id, { after, limit });
    linkNext(c, next);
    return c.json({ on: found.on, total, items: items.map((one) => unitBody(one, found.on)), next }, 200);
  },
);

registerApi.openapi(
  createRoute({
    method: 'get',
    path: '/units/{id}',
    tags,
    summary: 'En enhet genom tiden, och vem den är en dag',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '7d9aab8c-e2c8-8d92-88ae-9a188a36d6dc' }) }),
      query: z.strictObject({ on }),
    },
    responses: { ...jsonAnswer(UnitHistoryBody, 'Enheten, dess historia och vad den har blivit'), ...problemAnswers(404) },
  }),
  async (c) => {
    const found = await readUnit(scopeOf(c), { id: c.req.valid('param').id, on: c.req.valid('query').on });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(unitHistoryBody(found), 200);
  },
);

registerApi.openapi(
  createRoute({
    method: 'get',
    path: '/counties/{code}/seats',
    tags,
    summary: 'Vilka som har platser i länets gemensamma organ en dag',
    request: {
      params: z.strictObject({ code: pathParam(CountyCode, 'code', { description: 'SCB:s länskod.', example: '06' }) }),
      query: z.strictObject({ body: Slug.optional().openapi({ description: 'Bara i detta organ, efter `id` i listan över organ.' }), on }),
    },
    responses: { ...jsonAnswer(SeatList, 'Platserna den dagen'), ...problemAnswers(404) },
  }),
  async (c) => {
    const { code } = c.req.valid('param');
    const { body, on: day } = c.req.valid('query');
    const found = await readSeats(scopeOf(c), { county: code, body, on: day });
    return isRefusal(found) ? problem(c, found, refusals) : c.json(seatListBody(code, found), 200);
  },
);
