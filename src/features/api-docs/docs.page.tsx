import { Hono } from 'hono';
import type { AppEnv, ApiDocument, RefusalTexts } from '../../platform/index.ts';

/** The document and the page that shows it. */
export function apiDocs(document: ApiDocument, _refusals: RefusalTexts) {
  const text = JSON.stringify(document);
  const routes = new Hono<AppEnv>();
  routes.get('/openapi.json', (c) => c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' }));
  return { routes, addresses: [{ path: '/openapi.json', methods: ['GET'] }] };
}
