import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, type Signing } from './app.tsx';
import { liveSections } from './features/drafts/index.ts';
import { liveNotes } from './features/plans/index.ts';
import { loginSetup } from './login-setup.ts';
import { loadSigningKey, startSealer } from './platform/audit/index.ts';
import { systemClock } from './platform/clock.ts';
import { collectAtRest } from './platform/collect-at-rest.ts';
import { type Config, readConfig } from './platform/config/index.ts';
import { type Database, openDatabase } from './platform/db/index.ts';
import { callerAddress } from './platform/http/index.ts';
import type { LoginSetup } from './platform/identity/index.ts';
import type { Runtime } from './platform/index.ts';
import { serveLive, severalRooms } from './platform/live/index.ts';
import { createLog, type Log } from './platform/log/index.ts';
import { createMetrics, type Metrics, serveMetrics } from './platform/metrics.ts';
import { loadSeal, type Seal } from './platform/seal/index.ts';
import { createKeyRing, KeyFileError, type KeyRing, numberHasher, readOrCreateKeyFile } from './platform/secrets/index.ts';
import { httpSigningService, isSignedWith } from './platform/signing/http-signing-service.ts';
import { listenFault, StartFault, startFault } from './platform/start-fault.ts';
import { stopOnSignals } from './platform/stop-signals.ts';
import { loadShippedData, prepareDemo } from './prepare-data.ts';
import { assetsFolder } from './ui/index.ts';

const stopping = stopOnSignals();

/** How the program is watched from outside. */
type Watch = { readonly log: Log; readonly metrics: Metrics };

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
    const keys = await keyRing(config);
    const runtime: Runtime = { database, clock: systemClock, keys, seal: await documentSeal(config) };
    const login = await prepareLogin(config, database, keys);
    if (login) await sealLog(config, runtime, log);
    const metrics = createMetrics();
    const signing = await signingOf(config);
    await serve(config, runtime, { login, signing }, { log, metrics });
    if (login) await work(config, runtime, signing, { log, metrics });
    collectAtRest();
  } catch (error) {
    await stopping.close();
    throw error;
  }
}

/** The work that no request waits for. Where nobody can log in, nothing is ever told. */
async function work(
  { mail, baseUrl, linkChecks }: Config,
  runtime: Runtime,
  signing: Signing | undefined,
  { log, metrics }: Watch,
): Promise<void> {
  const { startWorker } = await import('./worker.ts');
  const jobs = await startWorker({ runtime, log, metrics, mail, baseUrl, signing: signing?.service, linkChecks });
  stopping.beforeEnd(() => jobs.stop());
}

/** Seals the log of who did what, for as long as the program runs; what the last requests wrote is sealed before it ends. */
async function sealLog({ auditSigningKey: given, dataFolder: folder }: Config, { database, clock }: Runtime, log: Log): Promise<void> {
  const key = await loadSigningKey({ given, folder });
  if (!key) throw startFault('audit-key-unusable', {});
  const sealer = startSealer({ database, key, clock, log });
  stopping.beforeEnd(() => sealer.stop());
}

/** What documents are sealed with: what is configured, in demo mode a seal of the program's own, else nothing. */
async function documentSeal({ seal: given, demo: mayMake, dataFolder: folder }: Config): Promise<Seal | undefined> {
  const seal = await loadSeal({ ...given, folder, mayMake, now: systemClock.now() });
  if (seal === 'unusable') throw startFault('seal-unusable', {});
  return seal;
}

/** The outside service for signatures that the configuration names; in demo mode one of the program's own. */
async function signingOf({ signing, baseUrl, demo }: Config): Promise<Signing | undefined> {
  if (!signing) return demo ? (await import('./demo-signing.ts')).fictionalSigning() : undefined;
  const { name, url, key } = signing;
  const service = httpSigningService({ url, key: key.reveal(), callBack: `${baseUrl}/underskrift/anrop` });
  return { name, service, isFrom: (body, signature) => isSignedWith(key.reveal(), body, signature) };
}

/** The keys that persons' numbers and addresses are kept under; undefined where nobody can log in. */
async function keyRing(config: Config): Promise<KeyRing | undefined> {
  if (!config.oidc && !config.demo) return undefined;
  return createKeyRing(config.personKeys ?? (await readOrCreateKeyFile(config.dataFolder).catch(keyFileFault)));
}

/** The way to log in, with the keys that it needs and, in demo mode, those who may. */
async function prepareLogin(config: Config, database: Database, keys: KeyRing | undefined): Promise<LoginSetup | undefined> {
  if (!keys) return undefined;
  const numberHash = numberHasher(keys, systemClock.today);
  const accounts = config.demo ? await prepareDemo(database, systemClock.now(), numberHash, keys) : [];
  return loginSetup({ ...config, numberHash, accounts });
}

function keyFileFault(error: unknown): never {
  throw error instanceof KeyFileError ? startFault('key-file-damaged', { file: error.file }, error) : error;
}

type Outside = { readonly login: LoginSetup | undefined; readonly signing: Signing | undefined };

async function serve(config: Config, runtime: Runtime, { login, signing }: Outside, { log, metrics }: Watch): Promise<void> {
  const app = await createApp({
    runtime,
    log,
    metrics,
    demo: config.demo,
    login,
    contactEmail: config.contactEmail,
    mail: config.mail !== undefined,
    signing,
    https: config.baseUrl.startsWith('https:'),
    origin: new URL(config.baseUrl).origin,
    ratePerMinute: config.ratePerMinute,
    pagesPerMinute: config.pagesPerMinute,
    loginsPerMinute: config.loginsPerMinute,
    searchesPerMinute: config.searchesPerMinute,
    assets: assetsFolder(),
    callerOf: callerAddress(config.trustedProxies),
  });
  const server = createServer(getRequestListener(app.fetch, { hostname: 'localhost' }));
  const live =
    login &&
    serveLive(server, {
      runtime,
      log,
      rooms: severalRooms(liveSections(runtime), liveNotes(runtime)),
      origin: new URL(config.baseUrl).origin,
    });
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
  void runtime.database.lost.then(endProgram);
  stopping.beforeEnd(async () => {
    metricsServer?.close();
    await live?.stop();
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
