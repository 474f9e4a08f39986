import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.tsx';
import { isRefusal } from './domain/refusal.ts';
import { loadFolders, readDataFolders } from './features/counties/load.ts';
import { rebuildSearch } from './features/search/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, projectRoot, readConfig } from './platform/config/index.ts';
import { type Database, openDatabase } from './platform/db/index.ts';
import { createLog, type Log } from './platform/log/index.ts';
import { createMetrics, serveMetrics } from './platform/metrics.ts';
import { listenFault, StartFault, startFault } from './platform/start-fault.ts';
import { stopOnSignals } from './platform/stop-signals.ts';
import { assetsFolder } from './ui/index.ts';

const countiesFolder = join(projectRoot, 'counties');
const stopping = stopOnSignals();

/** Composition root: configuration → database → data → application → server. Ends everything on a signal. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  if (Array.isArray(config))
    throw startFault('config-invalid', { faults: config.map(({ variable, message }) => `${variable}: ${message}`) });
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  stopping.beforeEnd(() => database.close());
  try {
    await loadShippedData(database, log);
    await serve(config, database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Loads the folders that come with the program; nothing is done when they are as last loaded. */
async function loadShippedData(database: Database, log: Log): Promise<void> {
  const folders = await readDataFolders(countiesFolder);
  if (isRefusal(folders)) throw startFault('data-faulty', { folder: relative(projectRoot, String(folders.params.folder)) });
  const changes = await database.asOwner((tx) => loadFolders(tx, folders, rebuildSearch));
  if (isRefusal(changes)) throw startFault('data-faulty', { folder: relative(projectRoot, countiesFolder) });
  if (changes.length > 0) log.info({ changes: changes.length }, 'Länens uppgifter är inlästa.');
}

async function serve(config: Config, database: Database, log: Log): Promise<void> {
  const metrics = createMetrics();
  const app = await createApp({
    runtime: { database, clock: systemClock },
    log,
    metrics,
    demo: config.demo,
    contactEmail: config.contactEmail,
    https: config.baseUrl.startsWith('https:'),
    origin: new URL(config.baseUrl).origin,
    ratePerMinute: config.ratePerMinute,
    assets: assetsFolder(),
    callerOf: (c) => (c as { env?: { incoming?: { socket?: { remoteAddress?: string } } } }).env?.incoming?.socket?.remoteAddress ?? '',
  });
  const server = createServer(getRequestListener(app.fetch, { hostname: 'localhost' }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, config.port) ?? error));
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  log.info({ port }, 'Överens är igång.');
  process.stdout.isTTY && process.stdout.write(`\nÖverens är igång: http://localhost:${port}\n`);
  const metricsPort = config.metricsPort;
  const metricsServer = metricsPort
    ? await serveMetrics(metrics, metricsPort, config.host).catch((error) => Promise.reject(listenFault(error, metricsPort) ?? error))
    : undefined;
  void database.lost.then(endProgram);
  stopping.beforeEnd(async () => {
    metricsServer?.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    await closed;
  });
}

start().catch(endProgram);

/** Says what went wrong in one line when it is something the person can mend, and ends with exit code 1. */
function endProgram(error: unknown): void {
  if (stopping.begun) return;
  const fault = error instanceof StartFault;
  process.stderr.write(`${fault ? error.message : `Överens kunde inte starta: ${error instanceof Error ? error.stack : String(error)}`}\n`);
  process.exit(1);
}
