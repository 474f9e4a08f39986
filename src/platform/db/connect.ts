import { setTimeout as wait } from 'node:timers/promises';
import pg, { type ClientConfig } from 'pg';
import type { DatabaseConfig } from '../config/index.ts';
import { briefly, startFault } from '../start-fault.ts';
import { APP_ROLE } from './app-role.ts';
import { EMBEDDED } from './embedded/index.ts';
import { typeParsers } from './values.ts';

/** How to connect as one of the two roles. `place` and `user` may be printed, the rest may not. */
export type Login = { readonly client: ClientConfig; readonly place: string; readonly user: string };

/**
 * The app role has three kinds of sessions: `app` for transactions, `writes` for statements that are transactions by themselves, and `jobs` for the job queue,
 * which begins its own transactions.
 */
export type Logins = { readonly owner: Login; readonly app: Login; readonly writes: Login; readonly jobs: Login };

/** Settings of the sessions that transactions run in. A session cannot write unless its transaction says so. */
const APP_SETTINGS = {
  default_transaction_read_only: 'on',
  statement_timeout: '5s',
  lock_timeout: '4s',
  idle_in_transaction_session_timeout: '30s',
  timezone: 'UTC',
};

/** The same, but each statement may write, and is committed when it is answered. */
const WRITE_SETTINGS = { ...APP_SETTINGS, default_transaction_read_only: 'off' };

/** The same for the job queue, whose statements may take longer. */
const JOB_SETTINGS = { ...WRITE_SETTINGS, statement_timeout: '30s' };

/** How long to wait for a new connection, and for one of the pool when all are in use. */
const CONNECT_PATIENCE = 5_000;

/**
 * How long to wait for an answer. Longer than the server lets a statement take, so that it is met only by a server or a network that says
 * nothing at all: then the connection is thrown away with all that was asked on it.
 */
const ANSWER_PATIENCE = 6_000;

/** The logins of a given server: `DATABASE_URL` steps down to the app role; migrations use `DATABASE_OWNER_URL`, or `DATABASE_URL` as it is. */
export function externalLogins(config: Extract<DatabaseConfig, { kind: 'external' }>): Logins {
  const app = config.url.reveal();
  const owner = config.ownerUrl?.reveal() ?? app;
  return {
    owner: fromUrl(owner, { timezone: 'UTC' }, 'overens-migrations'),
    app: fromUrl(app, { role: APP_ROLE, ...APP_SETTINGS }, 'overens'),
    writes: fromUrl(app, { role: APP_ROLE, ...WRITE_SETTINGS }, 'overens-writes'),
    jobs: withOwnTypes(fromUrl(app, { role: APP_ROLE, ...JOB_SETTINGS }, 'overens-jobs')),
  };
}

/** The logins of the embedded server, over its socket. */
export function embeddedLogins(socketFolder: string, database: string = EMBEDDED.database): Logins {
  const base = { host: socketFolder, port: 5432, database, types: typeParsers, connectionTimeoutMillis: CONNECT_PATIENCE };
  const login = (user: string, settings: Record<string, string>, name: string): Login => ({
    client: { ...base, user, options: asOptions(settings), application_name: name },
    place: `${socketFolder}/${database}`,
    user,
  });
  return {
    owner: login(EMBEDDED.owner, { timezone: 'UTC' }, 'overens-migrations'),
    app: login(EMBEDDED.app, APP_SETTINGS, 'overens'),
    writes: login(EMBEDDED.app, WRITE_SETTINGS, 'overens-writes'),
    jobs: withOwnTypes(login(EMBEDDED.app, JOB_SETTINGS, 'overens-jobs')),
  };
}

/** Opens one connection. Waits while the server says that it is starting; otherwise throws a StartFault that says what is wrong. */
export async function connect(login: Login): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(login.client);
    // A connection that is lost later tells it to whoever queries next; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (codeOf(error) !== STARTING_UP || tries >= 60) throw connectionFault(error, login);
      await wait(500);
    }
  }
}

const STARTING_UP = '57P03';

/** How many connections a pool keeps; `query_timeout` (ms) bounds how long each question waits for its answer. */
type PoolSize = Pick<pg.PoolConfig, 'min' | 'max' | 'query_timeout'>;

/** For the pool that answers requests, which no hung server may hang. */
export const REQUEST_POOL: PoolSize = { min: 2, max: 10, query_timeout: ANSWER_PATIENCE };

/** For single statements that write: what is stored for many at once needs few. */
export const WRITE_POOL: PoolSize = { min: 1, max: 3, query_timeout: ANSWER_PATIENCE };

/** A pool of pipelined connections. A lost connection fails what runs on it, and is told to `onLost`; it never ends the process. */
export function createPool(login: Login, size: PoolSize, onLost: (error: Error) => void): pg.Pool {
  const alive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
  const pool = new pg.Pool({ ...alive, ...size, ...login.client, pipeline: true, idleTimeoutMillis: 60_000 });
  pool.on('error', onLost);
  // The pool listens only to idle connections; an error event that nobody hears would be thrown.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function connectionFault(error: unknown, { place, user }: Login): Error {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return startFault('database-login-refused', { place }, error);
    case '3D000':
      return startFault('database-missing', { place }, error);
    case '22023':
    case '42501':
      return startFault('database-role-missing', { place, role: APP_ROLE, user }, error);
    default:
      return startFault('database-unreachable', { place, detail: reasons[codeOf(error)] ?? briefly(error) }, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'anslutningen nekades',
  ECONNRESET: 'anslutningen bröts',
  ENOTFOUND: 'datornamnet finns inte',
  EAI_AGAIN: 'datornamnet går inte att slå upp',
  ENOENT: 'sockeln finns inte',
  ETIMEDOUT: 'inget svar',
  EHOSTUNREACH: 'datorn kan inte nås',
  ENETUNREACH: 'nätet kan inte nås',
  53300: 'för många anslutningar',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function fromUrl(text: string, settings: Record<string, string>, name: string): Login {
  const url = new URL(text);
  url.searchParams.set('options', [url.searchParams.get('options') ?? '', asOptions(settings)].join(' ').trim());
  const place = `${url.hostname || 'localhost'}:${url.port || 5432}${url.pathname}`;
  const client = { connectionString: url.href, types: typeParsers, connectionTimeoutMillis: CONNECT_PATIENCE, application_name: name };
  return { client, place, user: decodeURIComponent(url.username) };
}

/** The job queue reads dates as the driver gives them. */
function withOwnTypes({ client: { types: _, ...client }, ...login }: Login): Login {
  return { ...login, client };
}

function asOptions(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
