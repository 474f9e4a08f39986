import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** An address with its methods: `/agreements/{slug}`, `['GET']`. */
export type Address = { readonly path: string; readonly methods: readonly string[] };

type Known = { readonly parts: readonly string[]; readonly allow: string };

/**
 * Answers for the addresses under `base` what has nothing to do with any of them: 404 where there is no such address, 405 with
 * Allow where it does not take the method. An OPTIONS request goes on, to the cross-origin rules, and is told Allow as well.
 * To be put before anything that reads a body, so that the first thing wrong is the first thing said.
 */
export function knownOperations(base: string, addresses: readonly Address[]) {
  const byLength = Map.groupBy(addresses.map(known), ({ parts }) => parts.length);
  return createMiddleware<AppEnv>(async (c, next) => {
    const parts = c.req.path.slice(base.length).split('/');
    const found = byLength.get(parts.length)?.find((one) => fits(one, parts));
    const { method } = c.req;
    if (method === 'OPTIONS') {
      await next();
      if (found) c.res.headers.set('allow', found.allow);
      return;
    }
    if (!found) return problem(c, refuse('not-found'));
    if (found.allow.split(', ').includes(method)) return next();
    const answer = problem(c, refuse('method-not-allowed'));
    answer.headers.set('allow', found.allow);
    return answer;
  });
}

function known({ path, methods }: Address): Known {
  const all = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return { parts: path.split('/'), allow: [...all, 'OPTIONS'].join(', ') };
}

function fits({ parts }: Known, given: readonly string[]): boolean {
  return parts.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]));
}
