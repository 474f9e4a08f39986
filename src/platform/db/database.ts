import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Config, projectRoot } from '../config/index.ts';
import type { Log } from '../log/index.ts';
import { type StartFault, startFault } from '../start-fault.ts';
import { ensureAppRole } from './app-role.ts';
import { connect, createPool, embeddedLogins, externalLogins, type Login, type Logins, REQUEST_POOL, WRITE_POOL } from './connect.ts';
import { startEmbedded } from './embedded/index.ts';
import { isCurrent, migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { ownerTransaction } from './owner.ts';
import { catalogueRevision } from './revision.ts';
import { type Transact, type Tx, transactions } from './transaction.ts';
import { asUnavailable } from './unavailable.ts';

export type Database = {
  /** One transaction as the app role. Throws DatabaseUnavailable, after seconds and never later, when the database cannot be asked. */
  readonly transaction: Transact;
  /** Exactly one statement, which is a transaction by itself and committed when it is answered: the quickest there is. A second statement throws. */
  readonly once: Transact;
  /** The same as `once`, for finding out who asks, which no policy can be asked about. Never handed to a feature. */
  readonly identify: Transact;
  /** The revision of everything loaded from files: caches are keyed by it. Throws DatabaseUnavailable as `transaction` does. */
  revision(): Promise<string>;
  /**
   * Runs `run` in one writing transaction as the owner, which may also change what the app role only reads: loading data files.
   * For `main` and commands; no use-case and no feature is ever handed it.
   */
  asOwner<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** How the job queue connects: as the app role. For `main` and the jobs alone. */
  readonly jobs: Login;
  /** Does the database answer within a few seconds, with exactly this program's migrations? Never throws. */
  ready(): Promise<boolean>;
  /** Waits for running transactions, closes, and stops the embedded server if we started it. */
  close(): Promise<void>;
  /** Resolves if an embedded server went down for good: the process should end. Never resolves for a given server. */
  readonly lost: Promise<StartFault>;
};

const OLDEST_SERVER = 180_000;

/** How long a database may think before it counts as gone: one that hangs says nothing at all. */
const READY_PATIENCE = 3_000;

/** PostgreSQL's "insufficient privilege". */
const NOT_ALLOWED = '42501';

/** The folder of the SQL files, in the sources and beside the bundle. */
export const migrationsFolder = join(projectRoot, 'migrations');

/**
 * Opens the database that the configuration names: starts the embedded server or connects to the given one, migrates, and proves that
 * the app role can be used. Throws a StartFault, and leaves nothing running, when any of it cannot be done.
 * `whenInUse: 'join'` lets a command use the embedded database that a running server already has.
 */
export async function openDatabase(config: Config, log: Log, options: { whenInUse?: 'refuse' | 'join' } = {}): Promise<Database> {
  const migrations = await readMigrations(migrationsFolder);
  if (config.database.kind === 'external') return openMigrated(externalLogins(config.database), migrations, log);
  const server = await startEmbedded({ folder: config.dataFolder, log, ...options });
  try {
    const database = await openMigrated(embeddedLogins(server.socketFolder), migrations, log);
    const close = async () => {
      await database.close();
      await server.stop();
    };
    return { ...database, close, lost: server.lost };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Migrates as the owner, then opens the pool as the app. */
export async function openMigrated(logins: Logins, migrations: readonly Migration[], log: Log): Promise<Database> {
  await prepare(logins, migrations, log);
  await (await connect(logins.app)).end();
  const of = {};
  return { ...openPools(logins, migrations, log, of), asOwner: (run) => ownerTransaction(logins.owner, run, of), jobs: logins.jobs };
}

async function prepare({ owner, app }: Logins, migrations: readonly Migration[], log: Log): Promise<void> {
  const client = await connect(owner);
  try {
    await assertVersion(client, owner);
    if (!(await ensureAppRole(client, app.user))) {
      throw startFault('database-role-missing', { place: owner.place, role: 'overens_app', user: app.user });
    }
    const done = await migrate(client, migrations).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) {
        throw startFault('database-owner-needed', { place: owner.place, user: owner.user }, error);
      }
      throw error;
    });
    if (done.length > 0) log.info({ migrations: done }, 'Databasen är uppdaterad.');
  } finally {
    await client.end();
  }
}

async function assertVersion(client: pg.Client, { place }: Login): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  const version = rows[0];
  if (version && Number(version.number) < OLDEST_SERVER) throw startFault('database-too-old', { place, found: version.name });
}

function openPools({ app, writes }: Logins, migrations: readonly Migration[], log: Log, of: object): Omit<Database, 'asOwner' | 'jobs'> {
  const onLost = (error: Error) => log.warn({ code: 'code' in error ? error.code : undefined }, 'En databasanslutning bröts.');
  const { transaction: transact, once: ask, end } = transactions(createPool(app, REQUEST_POOL, onLost), of);
  const { once: write, end: endWrites } = transactions(createPool(writes, WRITE_POOL, onLost), of);
  const transaction: Transact = (mode, run, acting) => transact(mode, run, acting).catch(rethrow);
  const once: Transact = (mode, run) => (mode === 'read' ? ask : write)(mode, run).catch(rethrow);
  const close = async () => void (await Promise.all([end(), endWrites()]));
  const ready = async () => {
    try {
      const answers = transaction('read', async (tx) =>
        isCurrent(await tx.selectFrom('schema_migration').select(['name', 'checksum']).execute(), migrations),
      );
      return await Promise.race([answers, wait(READY_PATIENCE, false, { ref: false })]);
    } catch {
      return false;
    }
  };
  const revision = sharedInTurn(() => once('read', catalogueRevision));
  return { transaction, once, identify: once, revision, ready, close, lost: new Promise(() => undefined) };
}

function rethrow(error: unknown): never {
  throw asUnavailable(error);
}

/** One question for all who ask in the same turn of the event loop. It is put after the last of them, so nobody gets an answer that was old when they asked. */
function sharedInTurn<T>(ask: () => Promise<T>): () => Promise<T> {
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting = undefined;
      return ask();
    });
    return waiting;
  };
}
