import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { API_BASE, api } from './api.ts';
import { isRefusal, refuse } from './domain/refusal.ts';
import { errorAnswer as answerOf } from './features/about/index.ts';
import { demoPage } from './features/access/index.ts';
import { todayUnsaid } from './features/counties/index.ts';
import { followSignature } from './features/drafts/index.ts';
import { MOST_UPLOAD_BYTES } from './features/imports/index.ts';
import { readUnread } from './features/notifications/index.ts';
import { isOwnPath, ownError } from './features/plans/index.ts';
import { indexPublished } from './features/search/index.ts';
import { pages } from './pages.ts';
import { DatabaseUnavailable } from './platform/db/index.ts';
import { assetRoutes } from './platform/http/assets.ts';
import type { SigningRoom } from './platform/http/env.ts';
import {
  type AppEnv,
  bodyLimit,
  type CallerOf,
  databaseOutage,
  doorLimit,
  pageAddresses,
  problem,
  publicCache,
  rateLimit,
  readableAddress,
  requestId,
  securityHeaders,
  session,
} from './platform/http/index.ts';
import {
  BACK_CHANNEL_LOGOUT_PATH,
  DEMO_LOGIN_PATH,
  type LoginSetup,
  type Runtime,
  type SigningService,
  scopeOf,
} from './platform/index.ts';
import { sayFaultsInSwedish } from './platform/input-texts.ts';
import type { Log } from './platform/log/index.ts';
import { type Metrics, measure } from './platform/metrics.ts';

export type AppOptions = {
  runtime: Runtime;
  log: Log;
  /** Where answers are counted; absent in tests. */
  metrics?: Metrics;
  demo: boolean;
  /** The way to log in; absent where nobody does. */
  login?: LoginSetup | undefined;
  contactEmail?: string | undefined;
  /** An outside service for electronic signatures; absent where people sign here alone. */
  signing?: Signing | undefined;
  /** Is there a mail server? */
  mail?: boolean;
  https: boolean;
  /** Where people reach the service, when that is not what the program sees: behind a proxy that speaks TLS. */
  origin?: string;
  /** API calls a minute from one address; 0 is no limit. */
  ratePerMinute: number;
  /** Pages a minute to one address; 0 is no limit. */
  pagesPerMinute: number;
  /** Logins begun a minute from one address; 0 is no limit. */
  loginsPerMinute?: number;
  /** Searches a minute from one address; 0 is no limit. */
  searchesPerMinute?: number;
  /** Folder of built assets; undefined before the first build. */
  assets: string | undefined;
  /** The address of the caller, for rate limits. */
  callerOf: CallerOf;
};

/** Some eight hundred answers, packed as they are sent. */
const CACHE_BYTES = 12 * 1024 * 1024;

/** The whole application as one fetch function: pages, API, assets. No state but caches keyed by the data's revision. */
export async function createApp(options: AppOptions): Promise<Hono<AppEnv>> {
  const { runtime } = options;
  sayFaultsInSwedish();
  const app = new Hono<AppEnv>();
  app.use(requestId, securityHeaders({ https: options.https }));
  if (options.metrics) app.use(measure(options.metrics));
  app.use(surroundings(options));
  app.route('/', signsOfLife(runtime));
  if (options.assets) app.route('/', await assetRoutes(options.assets));
  app.use(session(runtime));
  app.use(...narrowLimits(options));
  const cached = forThePublic(publicCache({ maxBytes: CACHE_BYTES }));
  app.route(API_BASE, api({ ...options, cached }));
  app.use(...pageGuards(options, () => app.routes), cached);
  for (const page of pages) app.route('/', page);
  if (options.login?.demo) app.route('/', demoPage);
  if (options.signing?.page) app.route('/', options.signing.page);
  app.notFound((c) => (isApi(c.req.path) ? problem(c, refuse('not-found')) : errorAnswer(c, 404)));
  app.onError(failure(options.log));
  return app;
}

/** A page in place of one that could not be shown: the individual's own pages have theirs, in the language that they read in. */
function errorAnswer(c: Context<AppEnv>, status: Parameters<typeof answerOf>[1]) {
  return isOwnPath(c.req.path) ? ownError(c, status) : answerOf(c, status);
}

/** What every request finds beside it: the installation, where the call came from, and what the feature that is asked may need of the others. */
function surroundings(options: AppOptions): MiddlewareHandler<AppEnv> {
  const { runtime, log } = options;
  const signing = options.signing && signingRoom(options.signing, runtime);
  const index = indexPublished(runtime, (run) => runtime.database.asOwner(run));
  const published = async () => {
    await index.run('', { last: false }).catch((err: unknown) => log.error({ err }, 'what was published is indexed by the worker instead'));
  };
  return async (c, next) => {
    c.set('runtime', runtime);
    c.set('login', options.login);
    c.set('origin', options.origin);
    const via = isApi(c.req.path) ? 'api' : 'page';
    c.set('request', { id: c.get('requestId'), via, from: options.callerOf(c) || null });
    c.set('demo', options.demo);
    c.set('contactEmail', options.contactEmail);
    c.set('mail', options.mail ?? false);
    c.set('published', published);
    c.set('signing', signing);
    c.set('unread', () => unreadOf(c));
    const county = getCookie(c, 'lan');
    if (county && /^\d{2}$/.test(county)) c.set('county', county);
    await next();
  };
}

/** Whether the process answers, and whether it can be asked: for whatever watches over it. */
function signsOfLife({ database }: Runtime): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      const ready = await database.ready();
      return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503, { 'cache-control': 'no-store' });
    });
}

/** What a request for a page goes through: how often, an address and a method that there are, a form of our own, and no larger than it may be. */
function pageGuards(options: AppOptions, routes: () => Hono<AppEnv>['routes']) {
  const isOurs = (origin: string, c: Context<AppEnv>) => origin === new URL(c.req.url).origin || origin === options.origin;
  const limited = rateLimit({ perMinute: options.pagesPerMinute, address: options.callerOf, now, refused: (c) => errorAnswer(c, 429) });
  const addresses = pageAddresses({ routes, refused: (c) => errorAnswer(c, 405) });
  const bounded = bodyLimit({ mostAt, refused: (c) => errorAnswer(c, 413) });
  return [limited, readableAddress, addresses, unlessFromProvider(csrf({ origin: isOurs })), bounded, todayUnsaid] as const;
}

/** What answers when something went wrong: what the caller did, the database that is away, or a fault of ours, which is noted. */
function failure(log: Log) {
  const unavailable = databaseOutage({ log, now, isApi, page: (c) => errorAnswer(c, 503) });
  return (error: Error, c: Context<AppEnv>): Response | Promise<Response> => {
    if (error instanceof DatabaseUnavailable) return unavailable(error, c);
    if (error instanceof HTTPException && error.status < 500) {
      if (isApi(c.req.path)) return problem(c, isRefusal(error.cause) ? error.cause : refuse('not-json'));
      return errorAnswer(c, error.status === 403 || error.status === 413 ? error.status : 404);
    }
    log.error({ err: error, requestId: c.var.requestId, method: c.req.method, path: c.req.routePath }, 'request failed');
    return isApi(c.req.path) ? problem(c, refuse('internal')) : errorAnswer(c, 500);
  };
}

/** A service, what people call it, and how what it sends is known to be its own. */
export type Signing = {
  readonly name: string;
  readonly service: SigningService;
  readonly isFrom: SigningRoom['isFrom'];
  readonly page?: Hono<AppEnv>;
};

function signingRoom({ name, service, isFrom }: Signing, { database, clock }: Runtime): SigningRoom {
  const follow = async (order: string) => {
    await followSignature({ service, clock, asOwner: (run) => database.asOwner(run) }, order);
  };
  return { name, isFrom, begin: service.begin, follow };
}

/** How many notices the one who has logged in has not read; undefined when it cannot be asked, which is no reason to fail a page. */
async function unreadOf(c: Context<AppEnv>): Promise<number | undefined> {
  if (c.var.actor.kind === 'public') return undefined;
  const unread = await readUnread(scopeOf(c), {}).catch(() => undefined);
  return isRefusal(unread) ? undefined : unread;
}

/** Only what everyone may see is kept; whoever has logged in gets their own, which may need nothing that is remembered of loaded data. */
function forThePublic(keep: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.get('actor').kind === 'public') return keep(c, next);
    let asked: Promise<string> | undefined;
    c.set('revision', () => {
      asked ??= c.var.runtime.database.revision();
      return asked;
    });
    return next();
  };
}

/** The provider calls from its own machine, without the origin that every browser sends with a form; what it sends is signed. */
function unlessFromProvider(forged: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> {
  return (c, next) =>
    c.req.path === BACK_CHANNEL_LOGOUT_PATH && c.req.header('origin') === undefined && c.req.header('sec-fetch-site') === undefined
      ? next()
      : forged(c, next);
}

/** What is worth hammering at, or costs more than to read. */
const LOGIN_DOORS = ['GET /logga-in', `POST ${DEMO_LOGIN_PATH}`];
const SEARCH_DOORS = [
  'GET /sok',
  `GET ${API_BASE}/search`,
  'POST /personer',
  `POST ${API_BASE}/persons/search`,
  // What they answer tells whether a number is known.
  'POST /personer/ny',
  'POST /personer/:id/andra',
  `POST ${API_BASE}/persons`,
  'POST /personer/nodoppning',
  'POST /logg',
  // Whole files are read.
  'POST /verifiera',
  `POST ${API_BASE}/verify`,
];

function narrowLimits({ loginsPerMinute = 0, searchesPerMinute = 0, callerOf: address }: AppOptions) {
  const refused = (c: Context<AppEnv>) => {
    if (!isApi(c.req.path)) return errorAnswer(c, 429);
    // Pages elsewhere read the API, and may read this of it too.
    c.header('access-control-allow-origin', '*');
    return problem(c, refuse('too-many'));
  };
  const logins = doorLimit({ doors: LOGIN_DOORS, perMinute: loginsPerMinute, address, now, refused });
  return [logins, doorLimit({ doors: SEARCH_DOORS, perMinute: searchesPerMinute, address, now, refused })] as const;
}

/** A form is never larger; the doors that take files have room for one. */
const MOST_BYTES = 64 * 1024;
const MOST_FILE_BYTES = 2_000_000;
/** A sealed document with the form around it. */
const MOST_DOCUMENT_BYTES = 5_100_000;

function mostAt(path: string): number {
  if (path === '/verifiera') return MOST_DOCUMENT_BYTES;
  if (path === '/import') return MOST_UPLOAD_BYTES;
  const takesFile = path.startsWith('/organisation/import') || /^\/arbetsversioner\/[^/]+\/beslut\/./.test(path);
  return takesFile ? MOST_FILE_BYTES : MOST_BYTES;
}

const now = () => performance.now();

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
