import { createMiddleware } from 'hono/factory';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

type Bucket = { tokens: number; at: number };

const MOST_BUCKETS = 10_000;

/**
 * At most `perMinute` calls a minute from one address, evenly refilled; more are refused with 429 and Retry-After (seconds).
 * 0 turns the limit off. Memory is bounded: full buckets are forgotten, then the ones that were used longest ago.
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
    buckets.delete(key);
    if (buckets.size >= MOST_BUCKETS) forget(buckets, (one) => one.tokens + (at - one.at) * perMillisecond >= perMinute);
    buckets.set(key, bucket);
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

function forget(buckets: Map<string, Bucket>, isFull: (bucket: Bucket) => boolean): void {
  for (const [key, bucket] of buckets) if (isFull(bucket)) buckets.delete(key);
  for (const key of buckets.keys()) {
    if (buckets.size <= MOST_BUCKETS / 2) return;
    buckets.delete(key);
  }
}
