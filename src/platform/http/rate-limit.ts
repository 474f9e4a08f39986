import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { CallerOf } from './caller.ts';
import type { AppEnv } from './env.ts';

type Bucket = { tokens: number; at: number };

const MOST_BUCKETS = 10_000;

export type RateLimit = {
  /** 0 is no limit. */
  readonly perMinute: number;
  readonly address: CallerOf;
  /** Milliseconds from any moment on. */
  readonly now: () => number;
  /** The answer, of status 429, to a call too many. */
  readonly refused: (c: Context<AppEnv>) => Response | Promise<Response>;
};

/**
 * At most `perMinute` calls a minute from one address, evenly refilled; more are refused, with Retry-After (seconds).
 * Memory is bounded: full buckets are forgotten, then the ones that were used longest ago.
 */
export function rateLimit({ perMinute, address, now, refused }: RateLimit) {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return createMiddleware<AppEnv>(async (c, next) => {
    if (perMinute === 0) return next();
    const key = address(c);
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    bucket.tokens = Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMillisecond);
    bucket.at = at;
    buckets.delete(key);
    if (buckets.size >= MOST_BUCKETS) forget(buckets, (one) => one.tokens + (at - one.at) * perMillisecond >= perMinute);
    buckets.set(key, bucket);
    if (bucket.tokens < 1) {
      const wait = Math.max(1, Math.ceil((1 - bucket.tokens) / perMillisecond / 1000));
      const answer = await refused(c);
      answer.headers.set('retry-after', String(wait));
      return answer;
    }
    bucket.tokens -= 1;
    return next();
  });
}

function forget(buckets: Map<string, Bucket>, isFull: (bucket: Bucket) => boolean): void {
  for (const [key, bucket] of buckets) if (isFull(bucket)) buckets.delete(key);
  for (const key of buckets.keys()) {
    if (buckets.size <= MOST_BUCKETS / 2) return;
    buckets.delete(key);
  }
}
