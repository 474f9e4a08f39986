import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testCoordinationNumber, testNumber } from '../../src/domain/persons/given-numbers.ts';
import { keptTexts } from '../../src/features/forms/texts.ts';
import { deliverNotices, sendDigests } from '../../src/features/notifications/index.ts';
import { Secret } from '../../src/platform/config/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { smtpSender } from '../../src/platform/mail/index.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { doorNames } from '../architecture/observe-doors.ts';
import { root, sourceFiles } from '../architecture/project-files.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { decoded, givenMailServer } from '../given/mail-server.ts';
import { accountOf, givenActor, givenTold } from '../given/notices.ts';
import { everyRow } from './every-row.ts';

/** Invented, and written nowhere else. */
const NUMBER = testNumber('1985-04-17', 1);
const COORDINATION = testCoordinationNumber('1991-02-03');
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  personnummer: [NUMBER, `${NUMBER.slice(0, 8)}-${NUMBER.slice(8)}`, NUMBER.slice(2), `${NUMBER.slice(2, 8)}-${NUMBER.slice(8)}`],
  samordningsnummer: [COORDINATION, `${COORDINATION.slice(0, 8)}-${COORDINATION.slice(8)}`],
  name: ['Zackarina', 'Läckberghult'],
  'free text': ['kvicksilverhatt'],
};
const TYPED = [...(SECRETS.personnummer ?? []), ...(SECRETS.samordningsnummer ?? []), 'Zackarina Läckberghult', 'Hon bar kvicksilverhatt.'];

const found = (text: string): string[] =>
  Object.values(SECRETS)
    .flat()
    .filter(
      (secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)) || text.includes(Buffer.from(secret).toString('hex')),
    );

/** Every name that a field of any form has, so that a new form is filled in as soon as it is written. */
const fieldNames = [
  ...new Set(
    sourceFiles
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\bname="([a-zåäö][\w-]*)"/gi)].map(([, name]) => name ?? '')),
  ),
  ...['q', 'text', 'number', 'nummer', 'namn', 'name', 'personnummer', 'skäl', 'orsak'],
];

const lines: string[] = [];
const metrics = createMetrics();
const app = await givenApp({ login: true, metrics, log: createLog('trace', { write: (line) => lines.push(line) }) });
const doors = doorNames(app).filter((name) => !name.endsWith('*') && name !== 'POST /logga-ut');
const ID = '0199d0a4-0000-7000-8000-000000000001';
type Said = {
  readonly door: string;
  readonly typed: string;
  readonly status: number;
  readonly type: string;
  readonly head: string;
  readonly body: string;
};
const said: Said[] = [];

async function knock(door: string, typed: string, cookie: string, broken: boolean): Promise<void> {
  const [method = '', path = ''] = door.split(' ');
  const address = `${TEST_ORIGIN}${path.replace(/:\w+/g, method === 'GET' ? encodeURIComponent(typed) : ID)}`;
  const headers = {
    origin: TEST_ORIGIN,
    'user-agent': `Mozilla/5.0 (${encodeURIComponent(typed)})`,
    'x-forwarded-for': encodeURIComponent(typed),
    ...(cookie ? { cookie } : {}),
  };
  const values = new URLSearchParams(fieldNames.filter((name) => name !== 'tillbaka' && name !== 'return').map((name) => [name, typed]));
  const json = JSON.stringify(Object.fromEntries(['text', 'county', 'municipality', 'q', typed].map((name) => [name, typed])));
  const isApi = path.startsWith('/api/');
  const request =
    method === 'GET'
      ? new Request(broken ? `${address}?${values}&x=%00%ff${encodeURIComponent(typed)}` : `${address}?${values}`, { headers })
      : new Request(address, {
          method,
          headers: { ...headers, 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' },
          body: isApi ? (broken ? `${json}${typed}` : json) : broken ? `${values}&${typed.repeat(9_000)}` : values.toString(),
        });
  const answer = await app.request(request);
  const body = await answer.text();
  const head = [answer.headers.get('location') ?? '', ...answer.headers.getSetCookie(), /<title>[^<]*/.exec(body)?.[0] ?? ''].join('\n');
  said.push({ door, typed, status: answer.status, type: answer.headers.get('content-type') ?? '', head, body });
}

let rows: readonly { readonly table: string; readonly line: string }[] = [];
beforeAll(async () => {
  const accounts = [
    'handlaggare-aneby-06',
    'enhetschef-aneby-06',
    'enskild-1',
    'loggranskare-region-06',
    'mas-aneby-06',
    'behandlare-beroende-06',
  ];
  const sessions = [''];
  for (const account of [...accounts, 'forvaltare-aneby-06']) sessions.push(await givenLoggedIn(app, account));
  for (const cookie of sessions) {
    for (const [index, door] of doors.entries()) {
      await knock(door, TYPED[index % TYPED.length] ?? '', cookie, false);
      await knock(door, TYPED[(index + 3) % TYPED.length] ?? '', cookie, true);
    }
  }
  rows = await everyRow(await givenDatabase());
});

test('what is looked for is found where it is', () => {
  for (const typed of TYPED) expect(found(`x ${typed} y`)).not.toEqual([]);
  expect(found(`q=${encodeURIComponent('Läckberghult')}`)).toEqual(['Läckberghult']);
  expect(said.length).toBe(doors.length * 16);
  expect([...new Set(said.map(({ status }) => status))]).toEqual(expect.arrayContaining([200, 400, 403, 404, 413, 422]));
  expect(fieldNames.length).toBeGreaterThan(30);
});

describe('what somebody typed about a person', () => {
  test('never reaches the log of the program', () => {
    expect(lines.filter((line) => found(line).length > 0)).toEqual([]);
  });

  test('never becomes a metric', async () => {
    const text = await metrics.registry.metrics();
    expect(text).toContain('overens_http_requests_total{');
    expect(found(text)).toEqual([]);
  });

  test('never makes an answer fail in a way that nobody has thought of', () => {
    expect(said.filter(({ status }) => status >= 500).map(({ door, status, typed }) => `${status} ${door} ${typed}`)).toEqual([]);
  });

  test('never stands in a page about an error', () => {
    // A form that is refused, that met a session that had ended, or whose subject is gone, comes back with what was typed to whoever typed it.
    const isForm = ({ status, body }: (typeof said)[number]) => [401, 409, 422].includes(status) || body.includes(keptTexts.lost);
    const errors = said.filter((one) => one.status >= 400 && !isForm(one) && one.type.startsWith('text/html'));
    expect(errors.length).toBeGreaterThan(50);
    expect(errors.filter(({ body }) => found(body).length > 0).map(({ door, status, typed }) => `${status} ${door} ${typed}`)).toEqual([]);
  });

  test('never stands in a title, in a cookie, or in an address that a form leads to', () => {
    const leads = said.filter(({ door, head }) => found(door.startsWith('POST ') ? head : (/<title>.*/s.exec(head)?.[0] ?? '')).length > 0);
    expect(leads.map(({ door, head }) => `${door} ${head}`)).toEqual([]);
  });

  test('never stands in a job, in the log of looks, in an act, in what is to be told, in the register, or in a session', () => {
    const CLOSED =
      /^(job\.|public\.(act|outbox|notice|inbox|digest|audit_event|audit_leaf|audit_node|audit_checkpoint|session|login_attempt|account|search_|unit_version|seat|organisation_version))/;
    const tables = [...new Set(rows.map(({ table }) => table))];
    expect(tables.filter((table) => CLOSED.test(table)).length).toBeGreaterThan(3);
    expect(rows.filter(({ table, line }) => CLOSED.test(table) && found(line).length > 0)).toEqual([]);
  });

  test('is kept in no table as it was typed when it is a number', () => {
    const numbers = [...(SECRETS.personnummer ?? []), ...(SECRETS.samordningsnummer ?? [])];
    expect(rows.filter(({ line }) => numbers.some((number) => line.includes(number)))).toEqual([]);
  });
});

test('nothing that was typed, and nothing that a notice says, leaves in a mail', async () => {
  const server = await givenMailServer();
  const database = await givenDatabase();
  const runtime = { database, clock: givenClock('2026-11-24') };
  const someone = await givenActor(runtime, 'handlaggare-aneby-06');
  await database.asOwner((tx) => sql`update account set email = 'a' || id || '@example.se'`.execute(tx));
  await givenTold(runtime, { to: { accounts: [accountOf(someone)] }, kind: TYPED[0] ?? '', params: { said: TYPED.join(' ') } });
  const digests = sendDigests(runtime, {
    send: smtpSender({ url: new Secret(server.url), from: 'Överens <notiser@example.se>' }),
    baseUrl: 'https://overens.example.se',
  });
  for (const work of [deliverNotices(runtime), digests]) for (const id of await work.waiting()) await work.run(id, { last: false });
  await server.close();
  const texts = server.taken.map(({ message }) => `${message}\n${decoded(message)}`);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => found(text).length > 0)).toEqual([]);
});
