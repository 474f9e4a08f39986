/**
 * The application as `src/main.ts` composes it, for reads of a person's record. With `without-log` the one difference is that what is to be
 * appended to the log is committed at once, by nobody: the database it is given runs no writing transaction. The bench alone can compose that.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readAnyPerson } from '../../src/features/persons/read-person.ts';
import { loadSigningKey, startSealer } from '../../src/platform/audit/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { type Database, openDatabase } from '../../src/platform/db/index.ts';
import { type AppEnv, session } from '../../src/platform/http/index.ts';
import { scopeOf } from '../../src/platform/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createKeyRing } from '../../src/platform/secrets/index.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const withLog = process.argv[2] !== 'without-log';
const log = createLog('warn');
const opened = await openDatabase(config, log);
const key = await loadSigningKey({ given: config.auditSigningKey, folder: config.dataFolder });
if (!key) throw new Error('no key to sign with');
const sealer = withLog ? startSealer({ database: opened, key, clock: systemClock, log }) : undefined;

const unlogged: Database['transaction'] = async (mode, run) => (mode === 'write' ? (undefined as never) : opened.transaction(mode, run));
const database: Database = withLog ? opened : { ...opened, transaction: unlogged };
const runtime = { database, clock: systemClock, keys: createKeyRing(config.personKeys) };
const limits = { ratePerMinute: 0, pagesPerMinute: 0, callerOf: () => '127.0.0.1' };
const app = await createApp({ runtime, log, demo: false, https: false, assets: undefined, ...limits });

/** The use-case behind the least door, for as long as the API has none. */
const door = new Hono<AppEnv>();
door.get('/bench/persons/:id', async (c, next) => {
  c.set('runtime', runtime);
  c.set('request', { id: crypto.randomUUID(), via: 'api', from: '127.0.0.1' });
  await next();
});
door.get('/bench/persons/:id', session(runtime), async (c) => {
  const found = await readAnyPerson(scopeOf(c), c.req.param('id'));
  return isRefusal(found) ? c.json(found, 404) : c.json(found);
});

const server = createServer(
  getRequestListener((request, env) => (new URL(request.url).pathname.startsWith('/bench/') ? door : app).fetch(request, env), {
    hostname: 'localhost',
  }),
);
server.listen(config.port, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
for (const event of ['disconnect', 'SIGTERM', 'SIGINT'])
  process.once(event, () => void Promise.resolve(sealer?.stop()).finally(() => process.exit(0)));
