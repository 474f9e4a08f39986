import autocannon from 'autocannon';
import { CONNECTIONS } from './options.ts';

/** One request to send. */
export type Ask = { readonly path: string; readonly body?: string; readonly encoding?: string; readonly cookie?: string };

/** What came of some runs. Times in milliseconds; `bytes`: of one answer, headers included; `failed`: answers that were not 200. */
export type Figures = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly bytes: number;
  readonly failed: number;
  /** How many answers came, of whatever status. */
  readonly answers: number;
};

/** One run: `seconds` of as many requests as the connections manage, each waiting for its answer. `next` makes each request. */
export async function measure(base: string, seconds: number, next: () => Ask): Promise<Figures> {
  const times: number[] = [];
  let failed = 0;
  let bytes = 0;
  const began = performance.now();
  let last = began;
  const first = next();
  const requests = [{ ...rawRequest(first), setupRequest: (request: autocannon.Request) => ({ ...request, ...rawRequest(next()) }) }];
  const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url: base, connections: CONNECTIONS, duration: seconds, requests }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    running.on('response', (_client, status, size, time) => {
      times.push(time);
      bytes += size;
      if (status !== 200) failed++;
      last = performance.now();
    });
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / ((last - began) / 1000 || 1),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: times.length === 0 ? 0 : bytes / times.length,
    failed: failed + errors,
    answers: times.length,
  };
}

function rawRequest({ path, body, encoding, cookie }: Ask): autocannon.Request {
  const headers = {
    ...(encoding ? { 'accept-encoding': encoding } : {}),
    ...(cookie ? { cookie } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return { method: body === undefined ? 'GET' : 'POST', path, headers, ...(body === undefined ? {} : { body }) };
}

/** The run in the middle by throughput, with the failures of them all. */
export function median(runs: readonly Figures[]): Figures {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no runs');
  return { ...middle, failed: runs.reduce((sum, { failed }) => sum + failed, 0) };
}
