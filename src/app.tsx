import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { API_BASE, api } from './api.ts';
import { PUBLIC } from './domain/access/permissions.ts';
import { isRefusal, refuse } from './domain/refusal.ts';
import { aboutPage, errorAnswer, homePage } from './features/about/index.ts';
import { agreementPage, documentsPage, registerPage, versionsPage } from './features/agreements/index.ts';
import { chooseCountyPage } from './features/counties/index.ts';
import { knowledgeListPage, knowledgePage } from './features/knowledge/index.ts';
import { lagrumPage } from './features/law/index.ts';
import { countyPage, municipalityPage } from './features/organisations/index.ts';
import { comparePage, matrixPage, navigatorPage, rolePage } from './features/responsibilities/index.ts';
import { searchPage } from './features/search/index.ts';
import { assetRoutes } from './platform/http/assets.ts';
import { type AppEnv, problem, publicCache, readableAddress, requestId, securityHeaders } from './platform/http/index.ts';
import type { Runtime } from './platform/index.ts';
import { sayFaultsInSwedish } from './platform/input-texts.ts';
import type { Log } from './platform/log/index.ts';
import { type Metrics, measure } from './platform/metrics.ts';

export type AppOptions = {
  runtime: Runtime;
  log: Log;
  /** Where answers are counted; absent in tests. */
  metrics?: Metrics;
  demo: boolean;
  contactEmail?: string | undefined;
  https: boolean;
  /** Where people reach the service, when that is not what the program sees: behind a proxy that speaks TLS. */
  origin?: string;
  /** API calls a minute from one address; 0 is no limit. */
  ratePerMinute: number;
  /** Folder of built assets; undefined before the first build. */
  assets: string | undefined;
  /** The address of the caller, for rate limits. */
  callerOf: (c: unknown) => string;
};

/** Some eight hundred answers, packed as they are sent. */
const CACHE_BYTES = 12 * 1024 * 1024;

/** The whole application as one fetch function: pages, API, assets. No state but caches keyed by the data's revision. */
export async function createApp(options: AppOptions): Promise<Hono<AppEnv>> {
  const { runtime, log } = options;
  sayFaultsInSwedish();
  const app = new Hono<AppEnv>();
  app.use(requestId, securityHeaders({ https: options.https }));
  if (options.metrics) app.use(measure(options.metrics));
  app.use(async (c, next) => {
    c.set('runtime', runtime);
    c.set('actor', PUBLIC);
    c.set('demo', options.demo);
    c.set('contactEmail', options.contactEmail);
    const county = getCookie(c, 'lan');
    if (county && /^\d{2}$/.test(county)) c.set('county', county);
    await next();
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const ready = await runtime.database.ready();
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  if (options.assets) app.route('/', await assetRoutes(options.assets));
  const cached = publicCache({ maxBytes: CACHE_BYTES });
  app.route(API_BASE, api({ ...options, cached }));
  const isOurs = (origin: string, c: Context<AppEnv>) => origin === new URL(c.req.url).origin || origin === options.origin;
  app.use(readableAddress, csrf({ origin: isOurs }), cached);
  for (const page of [
    homePage,
    aboutPage,
    navigatorPage,
    rolePage,
    comparePage,
    knowledgeListPage,
    knowledgePage,
    registerPage,
    agreementPage,
    matrixPage,
    versionsPage,
    documentsPage,
    countyPage,
    municipalityPage,
    lagrumPage,
    searchPage,
    chooseCountyPage,
  ])
    app.route('/', page);

  app.notFound((c) => (isApi(c.req.path) ? problem(c, refuse('not-found')) : errorAnswer(c, 404)));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      if (isApi(c.req.path)) return problem(c, isRefusal(error.cause) ? error.cause : refuse('not-json'));
      return errorAnswer(c, error.status === 403 ? 403 : 404);
    }
    log.error({ err: error, requestId: c.var.requestId, method: c.req.method, path: c.req.routePath }, 'request failed');
    return isApi(c.req.path) ? problem(c, refuse('internal')) : errorAnswer(c, 500);
  });
  return app;
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
