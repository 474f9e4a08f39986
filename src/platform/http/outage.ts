import type { Context } from 'hono';
import { refuse } from '../../domain/refusal.ts';
import type { DatabaseUnavailable } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** When to try again, in seconds: an embedded server is up again in a few, and so is a replica that takes over. */
const RETRY_AFTER = 10;

/** So many requests are told of in each minute of an outage; the others are counted. */
const MOST_LINES = 30;
const MINUTE = 60_000;

type Outage = {
  readonly log: Log;
  /** Milliseconds from any moment on. */
  readonly now: () => number;
  /** The page for people; others get problem+json. */
  readonly page: (c: Context<AppEnv>) => Response | Promise<Response>;
  readonly isApi: (path: string) => boolean;
};

/**
 * Answers a request that could not ask the database: 503 with Retry-After. It is logged in a line without a stack, since nothing in the
 * program is at fault; in a long outage some of the lines, and in the next minute's first how many were left out.
 */
export function databaseOutage({ log, now, page, isApi }: Outage): (error: DatabaseUnavailable, c: Context<AppEnv>) => Promise<Response> {
  let began = Number.NEGATIVE_INFINITY;
  let told = 0;
  const tell = (error: DatabaseUnavailable, c: Context<AppEnv>) => {
    const unsaid = Math.max(0, told - MOST_LINES);
    const anew = now() - began >= MINUTE;
    if (anew) {
      began = now();
      told = 0;
    }
    told += 1;
    if (told > MOST_LINES) return;
    const line = { requestId: c.var.requestId, method: c.req.method, path: c.req.routePath, reason: error.reason };
    log.error(anew && unsaid > 0 ? { ...line, unsaid } : line, 'Databasen svarar inte.');
  };
  return async (error, c) => {
    tell(error, c);
    const answer = isApi(c.req.path) ? problem(c, refuse('database-unavailable')) : await page(c);
    answer.headers.set('retry-after', String(RETRY_AFTER));
    answer.headers.set('cache-control', 'no-store');
    return answer;
  };
}
