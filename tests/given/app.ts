import type { Hono } from 'hono';
import { createApp, type Signing } from '../../src/app.tsx';
import { listCounties } from '../../src/features/counties/load.ts';
import { demoAccounts } from '../../src/features/demo/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/index.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import type { DemoAccount, LoginSetup } from '../../src/platform/identity/index.ts';
import { createLog, type Log } from '../../src/platform/log/index.ts';
import type { Metrics } from '../../src/platform/metrics.ts';
import type { Seal } from '../../src/platform/seal/index.ts';
import { assetsFolder } from '../../src/ui/index.ts';
import { givenClock } from './clock.ts';
import { cameWithDemo, givenDatabase } from './database.ts';
import { givenKeyRing, givenLogin } from './logged-in.ts';

export { givenClock, type MovableClock } from './clock.ts';

type Options = {
  clock?: Clock;
  ratePerMinute?: number;
  pagesPerMinute?: number;
  loginsPerMinute?: number;
  searchesPerMinute?: number;
  log?: Log;
  metrics?: Metrics;
  demo?: boolean;
  origin?: string;
  login?: boolean;
  least?: LoginSetup['least'];
  seal?: Seal;
  signing?: Signing;
};

/** The whole application on the database of this test file. With `login` the fictional register is in it, and `givenLoggedIn` gets in. */
export async function givenApp(options: Options = {}): Promise<Hono<AppEnv>> {
  const database = await givenDatabase({ demo: options.login === true });
  const runtime = { database, clock: options.clock ?? givenClock(), keys: givenKeyRing(), seal: options.seal };
  const accounts = cameWithDemo(database) ? await listDemo(database) : undefined;
  return createApp({
    runtime,
    ...(options.login
      ? { login: { ...(await givenLogin(database, runtime.clock, accounts)), ...(options.least ? { least: options.least } : {}) } }
      : {}),
    log: options.log ?? createLog('silent'),
    demo: options.demo ?? false,
    https: false,
    ...(options.origin ? { origin: options.origin } : {}),
    ratePerMinute: options.ratePerMinute ?? 0,
    pagesPerMinute: options.pagesPerMinute ?? 0,
    loginsPerMinute: options.loginsPerMinute ?? 0,
    searchesPerMinute: options.searchesPerMinute ?? 0,
    ...(options.metrics ? { metrics: options.metrics } : {}),
    ...(options.signing ? { signing: options.signing } : {}),
    assets: assetsFolder(),
    callerOf: () => '192.0.2.1',
  });
}

/** Who can log in where the fictional register is in the database. */
async function listDemo(database: Database): Promise<DemoAccount[]> {
  return demoAccounts(await database.asOwner(listCounties));
}
