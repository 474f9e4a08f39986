import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { refuse } from './domain/refusal.ts';
import { meApi } from './features/access/index.ts';
import { agreementsApi, diffApi, heardApi } from './features/agreements/index.ts';
import { refusals as agreementRefusals } from './features/agreements/texts.ts';
import { apiDescription, apiDocs, examples } from './features/api-docs/index.ts';
import { auditApi, auditRefusals } from './features/audit/index.ts';
import { consentRefusals, consentsApi, disclosingApi, reviewingApi, spokenConsentsApi } from './features/consents/index.ts';
import { consultationRefusals, consultationsApi } from './features/consultations/index.ts';
import { countiesApi, countyRefusals } from './features/counties/index.ts';
import { documentRefusals, documentsApi } from './features/documents/index.ts';
import { draftRefusals, draftsApi, fromImportApi, remarksApi } from './features/drafts/index.ts';
import { followUpRefusals, followUpsApi } from './features/follow-ups/index.ts';
import { importRefusals, importsApi, MOST_REQUEST_BYTES, proposalRefusals, proposalsApi } from './features/imports/index.ts';
import { knowledgeApi } from './features/knowledge/index.ts';
import { refusals as knowledgeRefusals } from './features/knowledge/texts.ts';
import { lawApi } from './features/law/index.ts';
import { refusals as lawRefusals } from './features/law/texts.ts';
import { membershipRefusals, membershipsApi } from './features/memberships/index.ts';
import { lackRefusals, lacksApi } from './features/non-compliance/index.ts';
import { noticeRefusals, noticesApi, undeliveredApi } from './features/notifications/index.ts';
import { organisationsApi, registerApi } from './features/organisations/index.ts';
import { refusals as placeRefusals } from './features/organisations/texts-refusals.ts';
import { personRefusals, personsApi } from './features/persons/index.ts';
import { changeRefusals, plannedChangesApi } from './features/planned-changes/index.ts';
import {
  answersApi,
  callingApi,
  checksApi,
  copiesApi,
  followingApi,
  happeningsApi,
  kindsApi,
  notifyingApi,
  planContentsApi,
  planMeetingsApi,
  planRefusals,
  planStepsApi,
  plansApi,
  spokenApi,
  tasksApi,
} from './features/plans/index.ts';
import { compareRefusals } from './features/responsibilities/compare-texts.ts';
import { compareApi, responsibilitiesApi, rolesApi } from './features/responsibilities/index.ts';
import { roleRefusals } from './features/responsibilities/role-texts.ts';
import { refusals as responsibilityRefusals } from './features/responsibilities/texts.ts';
import { retentionApi, retentionRefusals } from './features/retention/index.ts';
import { searchApi } from './features/search/index.ts';
import { surveyRefusals } from './features/surveys/index.ts';
import { registeringApi, webhookRefusals, webhooksApi } from './features/webhooks/index.ts';
import { workApi } from './features/work/index.ts';
import {
  type ApiDocument,
  type AppEnv,
  addressesOf,
  type CallerOf,
  describeApi,
  knownOperations,
  problem,
  rateLimit,
  readableAddress,
  sharedRefusals,
  strictJson,
} from './platform/http/index.ts';
import type { RefusalTexts } from './platform/index.ts';

export const API_BASE = '/api/v1';
const MAX_BODY_BYTES = 64 * 1024;
/** A file of five megabytes, as Base64. */
const MAX_FILE_BODY_BYTES = 7_000_000;

function mostAt(path: string): number {
  if (/^\/api\/v1\/drafts\/[^/]+\/decisions$/.test(path)) return MAX_FILE_BODY_BYTES;
  if (path === `${API_BASE}/imports`) return MOST_REQUEST_BYTES;
  return path === `${API_BASE}/verify` ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES;
}

/** Every feature with an API, in the order of the documentation. A new one is added here and nowhere else. */
const parts: readonly OpenAPIHono<AppEnv>[] = [
  countiesApi,
  organisationsApi,
  registerApi,
  agreementsApi,
  diffApi,
  heardApi,
  responsibilitiesApi,
  rolesApi,
  compareApi,
  documentsApi,
  consultationsApi,
  draftsApi,
  remarksApi,
  followUpsApi,
  plannedChangesApi,
  lacksApi,
  membershipsApi,
  importsApi,
  proposalsApi,
  fromImportApi,
  knowledgeApi,
  lawApi,
  searchApi,
  meApi,
  workApi,
  noticesApi,
  undeliveredApi,
  personsApi,
  checksApi,
  plansApi,
  tasksApi,
  planStepsApi,
  planContentsApi,
  callingApi,
  followingApi,
  happeningsApi,
  copiesApi,
  kindsApi,
  answersApi,
  planMeetingsApi,
  consentsApi,
  spokenConsentsApi,
  webhooksApi,
  registeringApi,
  retentionApi,
  disclosingApi,
  spokenApi,
  notifyingApi,
  auditApi,
  reviewingApi,
];

/** Every refusal the API may answer, by code. */
export const apiRefusals: RefusalTexts = {
  ...sharedRefusals,
  ...consentRefusals,
  ...consultationRefusals,
  ...draftRefusals,
  ...followUpRefusals,
  ...changeRefusals,
  ...lackRefusals,
  ...membershipRefusals,
  ...roleRefusals,
  ...compareRefusals,
  ...knowledgeRefusals,
  ...countyRefusals,
  ...placeRefusals,
  ...agreementRefusals,
  ...responsibilityRefusals,
  ...lawRefusals,
  ...noticeRefusals,
  ...personRefusals,
  ...planRefusals,
  ...surveyRefusals,
  ...webhookRefusals,
  ...retentionRefusals,
  ...documentRefusals,
  ...importRefusals,
  ...proposalRefusals,
  ...auditRefusals,
};

let described: ApiDocument | undefined;

/** The OpenAPI 3.1 document of the whole API, with the recorded examples of answers: made once in a process, and not to be changed. */
export function apiDocument(): ApiDocument {
  described ??= apiDocumentWith(examples);
  return described;
}

/** The same with other examples. */
export function apiDocumentWith(answers: Readonly<Record<string, unknown>>): ApiDocument {
  return describeApi(parts, { ...apiDescription, base: API_BASE, problemCodes: Object.keys(apiRefusals), examples: answers });
}

export type ApiOptions = {
  /** Calls a minute from one address; 0 is no limit. */
  ratePerMinute: number;
  /** The address of the caller, for the limit. */
  callerOf: CallerOf;
  /** Keeps and tags answers. */
  cached: MiddlewareHandler<AppEnv>;
};

/** Everything under `API_BASE`: the features' doors, the document and its page, behind the rules that all of them share. */
export function api({ ratePerMinute, callerOf, cached }: ApiOptions): Hono<AppEnv> {
  const document = apiDocument();
  const docs = apiDocs({ document, refusals: apiRefusals, limits: { kilobytes: MAX_BODY_BYTES / 1024, perMinute: ratePerMinute } });
  const operations = knownOperations(API_BASE, [...addressesOf(document), ...docs.addresses]);
  const router = new Hono<AppEnv>();
  router.use(operations.tellAllow, crossOrigin(operations.methodsOf));
  const refused = (c: Context<AppEnv>) => problem(c, refuse('too-many'));
  router.use(rateLimit({ perMinute: ratePerMinute, address: callerOf, now: () => performance.now(), refused }));
  router.use(readableAddress, operations.refuseOthers, strictJson({ maxBytes: mostAt }), cached);
  for (const part of parts) router.route('/', part);
  return router.route('/', docs.routes);
}

/**
 * Any page anywhere may read what the public may; no cookie is taken from elsewhere, and an answer to someone who has logged in is for this site alone. The headers are set on
 * the answer that came: an answer made after they were set would be copied, whole, into another.
 */
function crossOrigin(methodsOf: (path: string) => readonly string[]): MiddlewareHandler<AppEnv> {
  const exposeHeaders = ['etag', 'retry-after', 'x-request-id', 'link', 'allow'];
  const allowHeaders = ['content-type', 'if-none-match'];
  const options = cors({ origin: '*', allowMethods: (_, c) => [...methodsOf(c.req.path)], allowHeaders, exposeHeaders, maxAge: 86_400 });
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return options(c, next);
    await next();
    if (c.get('actor').kind !== 'public' || c.req.header('authorization') !== undefined) return;
    c.res.headers.set('access-control-allow-origin', '*');
    c.res.headers.set('access-control-expose-headers', exposeHeaders.join(','));
  };
}
