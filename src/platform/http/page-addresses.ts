import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

type Route = { readonly method: string; readonly path: string };
type Known = { readonly parts: readonly string[]; readonly isLiteral: boolean; readonly method: string };

/**
 * Answers for pages what has nothing to do with any one of them. An address that ends with a slash leads to the one without, when
 * that is a page (301, or 308 for what is sent with another method than GET). A method that the page does not take is answered by
 * `refused` with Allow, and OPTIONS with Allow alone. `routes`: every route of the application, read at the first request.
 */
export function pageAddresses({ routes, refused }: { routes: () => readonly Route[]; refused: (c: Context<AppEnv>) => Promise<Response> }) {
  let known: readonly Known[] | undefined;
  const methodsOf = (path: string): readonly string[] => {
    known ??= routes().filter(isPage).map(knownOf);
    const parts = path.split('/');
    const fitting = known.filter((route) => fits(route, parts));
    const closest = fitting.some(({ isLiteral }) => isLiteral) ? fitting.filter(({ isLiteral }) => isLiteral) : fitting;
    const methods = new Set(closest.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    return methods.size > 0 ? [...methods, 'OPTIONS'] : [];
  };
  return createMiddleware<AppEnv>(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const { method } = c.req;
    const bare = pathname.replace(/\/+$/, '');
    if (bare !== pathname && bare !== '' && methodsOf(bare).length > 0)
      return c.redirect(`${bare}${search}`, method === 'GET' || method === 'HEAD' ? 301 : 308);
    const methods = methodsOf(pathname);
    if (methods.length === 0 || (methods.includes(method) && method !== 'OPTIONS')) return next();
    const answer = method === 'OPTIONS' ? c.body(null, 204) : await refused(c);
    answer.headers.set('allow', methods.join(', '));
    return answer;
  });
}

/** Not middleware, and not the API, which answers for itself. */
function isPage({ method, path }: Route): boolean {
  return method !== 'ALL' && !/^\/api(\/|$)/.test(path) && !path.includes('*');
}

function knownOf({ method, path }: Route): Known {
  const parts = path.split('/');
  return { parts, isLiteral: !parts.some((part) => part.startsWith(':')), method };
}

function fits({ parts }: Known, given: readonly string[]): boolean {
  return (
    parts.length === given.length && parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
