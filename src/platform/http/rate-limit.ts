import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

type Bucket = { tokens: number; at: number };

/**
 * At most `perMinute` calls a minute from one address, evenly refilled; more are refused with 429 and Retry-After (seconds).
 * 0 turns the limit off. Memory is bounded: full buckets are forgotten.
 */
export function rateLimit({ perMinute, address, now }: { perMinute: number; address: (c: unknown) => string; now: () => number }) {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return createMiddleware<AppEnv>(async (c, next) => {
    if (perMinute === 0) return next();
    const key = address(c);
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    bucket.tokens = Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMillisecond);
    bucket.at = at;
    buckets.set(key, bucket);
    if (buckets.size > 10_000) forgetFull(buckets, at, perMinute, perMillisecond);
    if (bucket.tokens < 1) {
      const wait = Math.max(1, Math.ceil((1 - bucket.tokens) / perMillisecond / 1000));
      const answer = problem(c, refuse('too-many'));
      answer.headers.set('retry-after', String(wait));
      return answer;
    }
    bucket.tokens -= 1;
    return next();
  });
}

function forgetFull(buckets: Map<string, Bucket>, at: number, perMinute: number, perMillisecond: number): void {
  for (const [key, bucket] of buckets) if (bucket.tokens + (at - bucket.at) * perMillisecond >= perMinute) buckets.delete(key);
}
