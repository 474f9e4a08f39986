import { OpenAPIHono } from '@hono/zod-openapi';
import type { Address } from './api-surface.ts';
import type { AppEnv } from './env.ts';
import { SESSION_SCHEME, SYSTEM_SCHEME } from './logged-in.ts';

/** The OpenAPI 3.1 document of an API. */
export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
type Answers = NonNullable<Operation['responses']>;

export type ApiDescription = {
  title: string;
  version: string;
  description: string;
  /** How one logs in. */
  login: string;
  /** What a system shows, and where it comes from. */
  system: string;
  /** Where the paths begin, for example `/api/v1`. */
  base: string;
  /** In the order the reader should meet them. */
  tags: { name: string; description: string }[];
  /** Every code a problem answer may have. */
  problemCodes: readonly string[];
  /** Answers once given, by operation id: shown beside their schemas. */
  examples: Readonly<Record<string, unknown>>;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The document of everything the routers answer, generated from the schemas that check requests and build answers. */
export function describeApi(routers: readonly OpenAPIHono<AppEnv>[], description: ApiDescription): ApiDocument {
  const all = new OpenAPIHono<AppEnv>();
  for (const router of routers) all.route('/', router);
  all.openAPIRegistry.registerComponent('securitySchemes', 'session', { ...SESSION_SCHEME, description: description.login });
  all.openAPIRegistry.registerComponent('securitySchemes', 'system', { ...SYSTEM_SCHEME, description: description.system });
  const { title, version, base, tags } = description;
  const document = all.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title, version, description: description.description },
    servers: [{ url: base }],
    tags,
  });
  for (const { path, method, operation } of operationsOf(document)) {
    operation.operationId = operationId(method, path);
    const { responses = {} } = operation;
    const kept = method === 'get' && !operation.security;
    operation.responses = completed(responses, kept, isPaged(document, responses), description.examples[operation.operationId]);
  }
  listCodes(document, description.problemCodes);
  return document;
}

export type DescribedOperation = { path: string; method: (typeof METHODS)[number]; operation: Operation };

/** Every operation of a document, in its order. */
export function operationsOf(document: ApiDocument): DescribedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

/** The addresses of a document, each with its methods. */
export function addressesOf(document: ApiDocument): Address[] {
  const byPath = Map.groupBy(operationsOf(document), ({ path }) => path);
  return [...byPath].map(([path, operations]) => ({ path, methods: operations.map(({ method }) => method.toUpperCase()) }));
}

/** `get /agreements/{slug}/status` → `getAgreementsBySlugStatus`. Follows from the address, so that it never changes on its own. */
function operationId(method: string, path: string): string {
  const words = path
    .split('/')
    .filter(Boolean)
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part));
  return [method, ...words.flatMap((word) => word.split(/[-.]/)).map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

const header = (description: string, example: string) => ({ description, schema: { type: 'string' as const }, example });

const HEADERS = {
  etag: { ETag: header('Svarets märke. Skicka det i If-None-Match nästa gång.', 'W/"3q2-7wxyz"') },
  link: { Link: header('Adressen till nästa sida, med rel="next".', '</api/v1/agreements?limit=1&after=a>; rel="next"') },
  login: { 'WWW-Authenticate': header('Vilken kaka som behövs.', 'Cookie realm="overens", cookie-name="__Host-session"') },
  wait: { 'Retry-After': header('Sekunder att vänta.', '3') },
};

/** Adds what the platform gives every route: headers, 304 for what is kept and can be asked for again, and the example. */
function completed(answers: Answers, kept: boolean, paged: boolean, example: unknown): Answers {
  const { 200: ok, 401: login, 429: tooMany, ...others } = answers;
  const media = ok?.content?.['application/json'];
  if (!ok || !media) return answers;
  const content = { 'application/json': example === undefined ? media : { ...media, example } };
  const headers = { ...(kept ? HEADERS.etag : {}), ...(paged ? HEADERS.link : {}) };
  return {
    200: { ...ok, headers, content },
    ...(kept ? { 304: { description: 'Svaret är oförändrat sedan det märke som skickades i If-None-Match' } } : {}),
    ...(login ? { 401: { ...login, headers: HEADERS.login } } : {}),
    ...others,
    ...(tooMany ? { 429: { ...tooMany, headers: HEADERS.wait } } : {}),
  };
}

/** Does the 200 answer say where the next page is? */
function isPaged(document: ApiDocument, answers: Answers): boolean {
  const schema = answers[200]?.content?.['application/json']?.schema;
  const named = schema && '$ref' in schema ? document.components?.schemas?.[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] : schema;
  return named !== undefined && 'properties' in named && named.properties?.next !== undefined;
}

function listCodes(document: ApiDocument, codes: readonly string[]): void {
  const problem = document.components?.schemas?.Problem;
  const properties = problem && 'properties' in problem ? problem.properties : undefined;
  if (properties) properties.code = { type: 'string', enum: [...codes].sort() };
}
