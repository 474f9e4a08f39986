import { createServer, type Server } from 'node:http';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppEnv } from './http/env.ts';

/** What is counted: answers by route pattern and status, never by address; what nobody was told of; the process itself. */
export type Metrics = { readonly registry: Registry; readonly requests: Counter; readonly seconds: Histogram; readonly untold: Counter };

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'];
  return {
    registry,
    requests: new Counter({
      name: 'overens_http_requests_total',
      help: 'Answers by method, route pattern and status.',
      labelNames,
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'overens_http_request_seconds',
      help: 'Time to answer, in seconds.',
      labelNames: ['method', 'route'],
      buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 2],
      registers: [registry],
    }),
    untold: new Counter({
      name: 'overens_notices_without_receiver_total',
      help: 'Things to tell that there was nobody at all to tell.',
      registers: [registry],
    }),
  };
}

/** Counts every answer under the pattern of its route, so that no address and nothing a person typed becomes a label. */
export function measure({ requests, seconds }: Metrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const began = performance.now();
    await next();
    const method = c.req.method;
    const route = routePath(c, -1);
    requests.inc({ method, route, status: c.res.status });
    seconds.observe({ method, route }, (performance.now() - began) / 1000);
  });
}

/** Serves `/metrics` on a port of its own, away from the public one. Rejects when the port is taken. */
export async function serveMetrics({ registry }: Metrics, port: number, host: string | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
