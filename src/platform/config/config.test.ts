import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type Config, readConfig } from './config.ts';

const read = (env: Record<string, string>): Config => {
  const config = readConfig(env, '/home/anna/overens');
  if (Array.isArray(config)) throw new Error(JSON.stringify(config));
  return config;
};

const faulty = (env: Record<string, string>): string[] => {
  const faults = readConfig(env);
  if (!Array.isArray(faults)) throw new Error('was accepted');
  return faults.map((fault) => fault.variable);
};

const EXTERNAL = 'postgres://anna:hemligt@db.example.se:5433/overens';

test('an empty environment gives a demo on port 3000 with its data in var', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    baseUrl: 'http://localhost:3000',
    metricsPort: undefined,
    dataFolder: '/home/anna/overens/var',
    database: { kind: 'embedded' },
    demo: true,
    logLevel: 'info',
  });
});

test('an empty value counts as not given', () => {
  expect(read({ PORT: '', DATABASE_URL: '', OVERENS_DATA: '' })).toEqual(read({}));
});

test('tells every fault at once, each with its variable', () => {
  const env = { PORT: 'abc', METRICS_PORT: '70000', BASE_URL: 'överens', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', OVERENS_DEMO: 'ja' };
  expect(faulty(env).sort()).toEqual(Object.keys(env).sort());
});

test.each(['-1', '65536', '3000.5', '0x10', '1e3', ' 80', '99999999'])('refuses the port %j', (PORT) => {
  expect(faulty({ PORT })).toEqual(['PORT']);
});

test('accepts port 0, which lets the system choose', () => {
  expect(read({ PORT: '0' }).port).toBe(0);
});

test('refuses the same port for pages and metrics', () => {
  expect(faulty({ PORT: '3000', METRICS_PORT: '3000' })).toEqual(['METRICS_PORT']);
});

test('refuses an owner address without a database address', () => {
  expect(faulty({ DATABASE_OWNER_URL: EXTERNAL })).toEqual(['DATABASE_OWNER_URL']);
});

test('a given database has no demo, and refuses one unless it is forced', () => {
  expect(read({ DATABASE_URL: EXTERNAL }).demo).toBe(false);
  expect(faulty({ DATABASE_URL: EXTERNAL, OVERENS_DEMO: '1' })).toEqual(['OVERENS_DEMO']);
  expect(read({ DATABASE_URL: EXTERNAL, OVERENS_DEMO: 'force' }).demo).toBe(true);
});

test('the demo can be switched off with the embedded database', () => {
  expect(read({ OVERENS_DEMO: '0' }).demo).toBe(false);
});

test('pages have five times the limit of the API unless they have their own, and none when the API has none', () => {
  expect(read({})).toMatchObject({ ratePerMinute: 1200, pagesPerMinute: 6000, trustedProxies: 0 });
  expect(read({ RATE_PER_MINUTE: '0' }).pagesPerMinute).toBe(0);
  expect(read({ RATE_PER_MINUTE: '0', PAGES_PER_MINUTE: '60' })).toMatchObject({ ratePerMinute: 0, pagesPerMinute: 60 });
  expect(read({ PAGES_PER_MINUTE: '0' })).toMatchObject({ ratePerMinute: 1200, pagesPerMinute: 0 });
});

test('logging in and searching have narrower limits than reading, and none when the API has none', () => {
  expect(read({})).toMatchObject({ loginsPerMinute: 100, searchesPerMinute: 300 });
  expect(read({ RATE_PER_MINUTE: '0' })).toMatchObject({ loginsPerMinute: 0, searchesPerMinute: 0 });
  expect(read({ LOGIN_PER_MINUTE: '20', SEARCH_PER_MINUTE: '0' })).toMatchObject({ loginsPerMinute: 20, searchesPerMinute: 0 });
});

test.each(['-1', '1.5', 'true', '10', 'loopback'])('refuses %j as a number of trusted proxies', (TRUST_PROXY) => {
  expect(faulty({ TRUST_PROXY })).toEqual(['TRUST_PROXY']);
});

test('never shows a secret: not when the configuration is printed, logged or put in a message', () => {
  const config = read({ DATABASE_URL: EXTERNAL, DATABASE_OWNER_URL: EXTERNAL });
  const { database } = config;
  if (database.kind !== 'external') throw new Error('not external');
  expect(database.url.reveal()).toBe(EXTERNAL);
  for (const shown of [inspect(config, { depth: 9 }), JSON.stringify(config), `${database.url}`]) expect(shown).not.toContain('hemligt');
});

test('never repeats a faulty secret', () => {
  const faults = readConfig({ DATABASE_URL: 'mysql://anna:hemligt@db/x', DATABASE_OWNER_URL: 'hemligt' });
  expect(faults).toHaveLength(2);
  expect(JSON.stringify(faults)).not.toContain('hemligt');
});

test('a mail server and its sender come together, are well formed, and the server is secret', () => {
  const mail = { SMTP_URL: 'smtps://anna:hemligt@mail.example.se:465', MAIL_FROM: 'Överens <notiser@example.se>' };
  expect(read(mail).mail?.url.reveal()).toBe(mail.SMTP_URL);
  expect(inspect(read(mail), { depth: 5 })).not.toContain('hemligt');
  expect(read({}).mail).toBeUndefined();
  expect(faulty({ SMTP_URL: mail.SMTP_URL })).toEqual(['MAIL_FROM']);
  expect(faulty({ MAIL_FROM: mail.MAIL_FROM })).toEqual(['SMTP_URL']);
  for (const SMTP_URL of ['mail.example.se', 'http://mail.example.se', 'smtp://'])
    expect(faulty({ ...mail, SMTP_URL })).toEqual(['SMTP_URL']);
  for (const MAIL_FROM of ['Överens', 'a@b\nBcc: c@d', '<a@b> <c@d>']) expect(faulty({ ...mail, MAIL_FROM })).toEqual(['MAIL_FROM']);
});
