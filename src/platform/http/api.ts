import { OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import { faultsOf } from '../use-case.ts';
import type { AppEnv } from './env.ts';
import { type ProblemStatus, problem } from './problem.ts';

/** Where a faulty value stood: the body as a JSON pointer (`#/age`), the query (`query:/limit`) or the path (`path:/slug`). */
const PREFIX: Record<string, string> = { json: '#', query: 'query:', param: 'path:', header: 'header:' };

/** A router for API doors: input that does not fit its schema is answered with problem+json naming every fault. */
export function apiRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const faults = result.error.issues
        .flatMap(faultsOf)
        .map(({ pointer, message }) => ({ pointer: `${PREFIX[result.target] ?? ''}${pointer}`, message }));
      return problem(c, refuse('input-invalid', { faults }));
    },
  });
}

/** Reads a request body at the border: right media type, not too large, valid UTF-8, valid JSON; else a refusal before any handler. */
export function strictJson({ maxBytes }: { maxBytes: number }) {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next();
    if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(c.req.header('content-type') ?? '')) return problem(c, refuse('media-type'));
    if (Number(c.req.header('content-length') ?? 0) > maxBytes) return problem(c, refuse('too-large'));
    const body = await c.req.arrayBuffer();
    if (body.byteLength > maxBytes) return problem(c, refuse('too-large'));
    try {
      JSON.parse(utf8.decode(body));
    } catch {
      return problem(c, refuse('not-json'));
    }
    return next();
  });
}

const ProblemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.literal([400, 403, 404, 405, 409, 413, 415, 422, 429, 500]),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457. `code` is stable; `errors` points at every fault.' });

/** The 200 answer of a route, as JSON of this schema. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } } as const;
}

const PROBLEMS: Record<ProblemStatus, string> = {
  400: 'The request cannot be read',
  403: 'Not allowed',
  404: 'There is no such thing',
  405: 'The address does not answer that method',
  409: 'Somebody was before you',
  413: 'The body is too large',
  415: 'The body is not JSON in UTF-8',
  422: 'The input does not fit; `errors` points at every fault',
  429: 'Too many calls; wait for Retry-After seconds',
  500: 'A fault of ours; the id is in the log',
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
  return { 422: answer(422), ...Object.fromEntries([429 as const, ...also].map((status) => [status, answer(status)])) };
}
