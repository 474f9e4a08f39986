import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** An address with its methods: `/agreements/{slug}`, `['GET']`. */
export type Address = { readonly path: string; readonly methods: readonly string[] };

type Known = { readonly parts: readonly string[]; readonly methods: readonly string[] };

/**
 * Answers for the addresses under `base` what has nothing to do with any one of them. `refuseOthers`: 404 where there is no such
 * address, 405 with Allow where it does not take the method; to be put before anything that reads a body, so that the first thing
 * wrong is the first thing said. `tellAllow`: Allow on the answer to OPTIONS, whoever gives it,
 * and 404 where there is nothing to have options of. `methodsOf`: the methods of a path.
 */
export function knownOperations(base: string, addresses: readonly Address[]) {
  const byLength = Map.groupBy(addresses.map(known), ({ parts }) => parts.length);
  const methodsOf = (path: string): readonly string[] => {
    const parts = path.slice(base.length).split('/');
    return byLength.get(parts.length)?.find((one) => fits(one, parts))?.methods ?? [];
  };
  const refuseOthers = createMiddleware<AppEnv>(async (c, next) => {
    const methods = methodsOf(c.req.path);
    if (methods.length === 0) return problem(c, refuse('not-found'));
    if (methods.includes(c.req.method)) return next();
    const answer = problem(c, refuse('method-not-allowed'));
    answer.headers.set('allow', methods.join(', '));
    return answer;
  });
  const tellAllow = createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.req.method !== 'OPTIONS') return;
    const methods = methodsOf(c.req.path);
    if (methods.length > 0) c.res.headers.set('allow', methods.join(', '));
    else c.res = problem(c, refuse('not-found'));
  });
  return { refuseOthers, tellAllow, methodsOf };
}

function known({ path, methods }: Address): Known {
  const all = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return { parts: path.split('/'), methods: [...all, 'OPTIONS'] };
}

function fits({ parts }: Known, given: readonly string[]): boolean {
  return parts.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]));
}
