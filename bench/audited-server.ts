/**
 * The application as `src/main.ts` composes it, for reads of a person's record. With `without-log` the one difference is that what is to be
 * appended to the log is committed at once, by nobody: the database it is given runs no statement that writes by itself. The bench alone can compose that.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../src/app.tsx';
import { loadSigningKey, startSealer } from '../src/platform/audit/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config/index.ts';
import { type Database, openDatabase } from '../src/platform/db/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { createKeyRing } from '../src/platform/secrets/index.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const withLog = process.argv[2] !== 'without-log';
const log = createLog('warn');
const opened = await openDatabase(config, log);
const key = await loadSigningKey({ given: config.auditSigningKey, folder: config.dataFolder });
if (!key) throw new Error('no key to sign with');
const sealer = withLog ? startSealer({ database: opened, key, clock: systemClock, log }) : undefined;

const unlogged: Database['once'] = async (mode, run) => (mode === 'write' ? (undefined as never) : opened.once(mode, run));
const database: Database = withLog ? opened : { ...opened, once: unlogged };
const runtime = { database, clock: systemClock, keys: createKeyRing(config.personKeys) };
const limits = { ratePerMinute: 0, pagesPerMinute: 0, callerOf: () => '127.0.0.1' };
const app = await createApp({ runtime, log, demo: false, https: false, assets: undefined, ...limits });

const server = createServer(getRequestListener(app.fetch, { hostname: 'localhost' }));
server.listen(config.port, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
for (const event of ['disconnect', 'SIGTERM', 'SIGINT'])
  process.once(event, () => void Promise.resolve(sealer?.stop()).finally(() => process.exit(0)));
