import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { refuse } from '../../domain/refusal.ts';
import { faultsOf, type InputFault } from '../use-case.ts';
import type { AppEnv } from './env.ts';
import { forLoggedIn, forLoggedInOrSystem, LOGIN_OR_SYSTEM } from './logged-in.ts';
import { type ProblemStatus, problem } from './problem.ts';

/** Where a faulty value stood: the body as a JSON pointer (`#/age`), the query (`query:/limit`) or the path (`path:/slug`). */
const PREFIX = { query: 'query:', param: 'path:', json: '#' } as const;
type Target = keyof typeof PREFIX;
type Schemas = Partial<Record<Target, z.ZodType>>;

const NoQuery = z.strictObject({});

/**
 * A router for API doors: input that does not fit its schema is answered with problem+json naming every fault, in address and
 * body alike. A route that declares no query takes none, and one that declares `security` answers only those who have logged in.
 */
export function apiRouter() {
  const router = new OpenAPIHono<AppEnv>();
  const register = router.openapi as unknown as Register;
  router.openapi = ((route: RouteConfig, handler: unknown) => {
    const guarded = route.security ? { middleware: route.security === LOGIN_OR_SYSTEM ? forLoggedInOrSystem : forLoggedIn } : {};
    const strict = { ...route, ...guarded, request: { query: NoQuery, ...route.request } };
    const schemas = schemasOf(strict);
    return register(strict, handler, async (result, c) => (result.success ? undefined : refuseInput(c, schemas)));
  }) as unknown as typeof router.openapi;
  return router;
}

/** The router's own way to add a route, without the types that tie a handler to its schemas: here every route is the same. */
type Hook = (result: { success: boolean }, c: Context<AppEnv>) => Promise<Response | undefined>;
type Register = (route: RouteConfig, handler: unknown, hook: Hook) => unknown;

function schemasOf({ request }: RouteConfig): Schemas {
  const media = request?.body?.content['application/json'];
  const body = media && 'schema' in media ? media.schema : undefined;
  const named = { query: request?.query, param: request?.params, json: body };
  return Object.fromEntries(Object.entries(named).filter(([, schema]) => schema instanceof z.ZodType));
}

/** Every fault of the request, whichever part was looked at first. */
async function refuseInput(c: Context<AppEnv>, schemas: Schemas): Promise<Response> {
  const faults: InputFault[] = [];
  for (const [target, schema] of Object.entries(schemas) as [Target, z.ZodType][]) {
    const parsed = schema.safeParse(await given(c, target));
    const found = parsed.error?.issues.flatMap(faultsOf) ?? [];
    faults.push(...found.map(({ pointer, message }) => ({ pointer: `${PREFIX[target]}${pointer}`, message })));
  }
  return problem(c, refuse('input-invalid', { faults }));
}

async function given(c: Context<AppEnv>, target: Target): Promise<unknown> {
  if (target === 'json') return c.req.json();
  if (target === 'param') return c.req.param();
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

/**
 * A part of an address, `{slug}`, of a form the domain knows. A copy: the domain's own schema may have been made before zod learnt
 * to be documented, and must not be called `.openapi()` on.
 */
export function pathParam<Schema extends z.ZodType>(
  schema: Schema,
  name: string,
  says: { example: string | number; description?: string },
): Schema {
  return schema.clone().openapi({ param: { name, in: 'path' }, ...says });
}

/** A whole number in a query, written with digits alone: `50`. Described to callers as an integer. */
export function queryNumber({ min, max, example, description }: { min: number; max: number; example: number; description: string }) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .openapi({ type: 'integer', minimum: min, maximum: max, example, description });
}

/**
 * A named schema, or null. Not `nullable()`: of a schema with a name, the document would then say that null always fits it, or never,
 * depending on where it was met first.
 */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

const ProblemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', {
    description: 'RFC 9457. `code` ändras inte. `errors` pekar på varje fel.',
    example: {
      type: '/api/v1/docs#fel-input-invalid',
      title: 'Uppgifterna går inte att använda',
      status: 422,
      detail: 'Rätta det som anges i errors och försök igen. Ingenting har ändrats.',
      code: 'input-invalid',
      requestId: '5108a1f1-be7d-4bd5-a0d4-c3582dc9fb5a',
      errors: [{ pointer: 'query:/limit', detail: 'Ska vara minst 1.' }],
    },
  });

/** The body that a route must be sent, as JSON of this schema. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** The 200 answer of a route, as JSON of this schema. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } } as const;
}

const PROBLEMS: Record<ProblemStatus, string> = {
  400: 'Anropet går inte att läsa',
  401: 'Logga in först',
  403: 'Får inte göras',
  404: 'Finns inte',
  405: 'Adressen svarar inte på den metoden, se Allow',
  409: 'Någon hann före',
  413: 'Innehållet är för stort',
  415: 'Innehållet är inte JSON i UTF-8',
  422: 'Uppgifterna går inte att använda. `errors` pekar på varje fel',
  429: 'För många anrop. Vänta så många sekunder som Retry-After anger',
  500: 'Något gick fel hos oss. Numret i requestId finns i loggen',
  503: 'Databasen svarar inte. Vänta så många sekunder som Retry-After anger',
};

/**
 * The problem answers that a route may give: the ones every route has, and those named. Typed without their content, so that
 * a door may return any Response for a refusal; the document still describes them.
 */
export function problemAnswers(...also: ProblemStatus[]): { 422: { description: string } } {
  const answer = (status: ProblemStatus) => ({
    description: PROBLEMS[status],
    content: { 'application/problem+json': { schema: ProblemBody } },
  });
  const every = [400, 429, 500, 503] as const;
  return { 422: answer(422), ...Object.fromEntries([...every, ...also].map((status) => [status, answer(status)])) };
}
