import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { app, get, REGION, send, sendJson } from '../../../tests/given/persons-app.ts';
import { EVENT_KINDS } from '../../domain/webhooks/events.ts';
import { clock, givenCalling, onwards, opened, opens, owner, unit, WORKER } from '../plans/calling/given-calling.ts';

const ANEBYS = 'forvaltare-aneby-06';
const HOOKS = '/api/v1/webhooks';

beforeAll(givenCalling);

type Hook = {
  webhook: { id: string; url: string; endedAt: string | null };
  systemSince: string | null;
  events: { id: string; state: string }[];
};

async function registered(url = 'https://system.example/overens'): Promise<string> {
  const made = await sendJson(HOOKS, { url, kinds: EVENT_KINDS }, ANEBYS);
  expect(made.status).toBe(200);
  return ((await made.json()) as Hook).webhook.id;
}
async function secretOf(webhook: string, body: object = {}): Promise<string> {
  const made = await sendJson(`${HOOKS}/${webhook}/client-secrets`, body, ANEBYS);
  expect(made.status).toBe(200);
  return ((await made.json()) as { secret: string }).secret;
}
const ask = async (webhook: string, secret: string | undefined, more = '') =>
  app.request(`${TEST_ORIGIN}/api/v1/events?webhook=${webhook}${more}`, {
    headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
  });
type Events = { events: { number: number; kind: string | null; plan: string | null }[]; next: number | null };
const told = async (webhook: string, secret: string, more = '') => (await (await ask(webhook, secret, more)).json()) as Events;

/** Something happens in a plan of Aneby's, and what waits to be told is numbered, as when it is sent. */
async function happened(webhook: string): Promise<string> {
  const plan = await opened();
  await owner(sql`select number_webhook_events(${webhook})`);
  return plan;
}

describe('registering an address by the API', () => {
  test('does what the pages do: register, show the secret once, change it, end it, each once', async () => {
    const key = randomUUID();
    const said = { key, url: 'https://system.example/overens', kinds: ['plans.open'] };
    expect((await sendJson(HOOKS, said, ANEBYS)).status).toBe(200);
    expect((await sendJson(HOOKS, said, ANEBYS)).status).toBe(200);
    expect((await sendJson(HOOKS, { ...said, kinds: ['plans.write'] }, ANEBYS)).status).toBe(409);
    const shown = await sendJson(`${HOOKS}/${key}/secret`, {}, ANEBYS);
    expect(((await shown.json()) as { secret: string }).secret).toMatch(/^whsec_/);
    expect((await sendJson(`${HOOKS}/${key}/secret`, {}, ANEBYS)).status).toBe(409);
    expect((await sendJson(`${HOOKS}/${key}/secrets`, {}, ANEBYS)).status).toBe(200);
    expect((await sendJson(`${HOOKS}/${key}/secret`, {}, ANEBYS)).status).toBe(200);
    const ended = await sendJson(`${HOOKS}/${key}/ending`, {}, ANEBYS);
    expect(((await ended.json()) as Hook).webhook.endedAt).not.toBeNull();
    expect((await sendJson(`${HOOKS}/${key}/secrets`, {}, ANEBYS)).status).toBe(409);
  });

  test('refuses what is not https, with where the fault is, and whoever does not administer the huvudman', async () => {
    const refused = await sendJson(HOOKS, { url: 'http://system.example/', kinds: ['plans.open'] }, ANEBYS);
    expect([refused.status, JSON.stringify(await refused.json())]).toEqual([422, expect.stringContaining('/url')]);
    expect((await sendJson(HOOKS, { url: 'https://system.example/', kinds: ['plans.open'] }, WORKER)).status).toBe(403);
    const webhook = await registered();
    const other = await givenLoggedIn(app, 'forvaltare-region-06');
    const elsewhere = await app.request(`${TEST_ORIGIN}${HOOKS}/${webhook}`, { headers: { cookie: other } });
    expect(elsewhere.status).toBe(404);
  });

  test('shows what became of each event, never of which plan, and sends again only what was given up', async () => {
    const webhook = await registered();
    const plan = await happened(webhook);
    const answer = await (await get(`${HOOKS}/${webhook}`, ANEBYS)).text();
    const { events } = JSON.parse(answer) as Hook;
    expect(events.map(({ state }) => state)).toContain('waiting');
    expect(answer).not.toContain(plan);
    const resend = `${HOOKS}/${webhook}/events/${events[0]?.id}/resend`;
    expect((await sendJson(resend, {}, ANEBYS)).status).toBe(404);
    await owner(sql`update webhook_event set given_up_at = ${clock.now()} where id = ${events[0]?.id}`);
    expect((await sendJson(resend, {}, ANEBYS)).status).toBe(200);
  });
});

describe('a huvudman’s own system', () => {
  test('reads the events of its address by its secret, and by no other', async () => {
    const webhook = await registered();
    const plan = await happened(webhook);
    const secret = await secretOf(webhook);
    const { events } = await told(webhook, secret);
    expect(events.map(({ number, kind, plan: of }) => [number, kind, of])).toContainEqual([1, 'plans.open', plan]);
    expect((await told(webhook, secret, `&after=${events.at(-1)?.number}`)).events).toEqual([]);
    const other = await registered('https://annat.example/');
    expect((await ask(other, secret)).status).toBe(404);
    for (const wrong of [undefined, 'overens_', `overens_${'A'.repeat(43)}`, secret.slice(0, -1), randomUUID()])
      expect([wrong, (await ask(webhook, wrong)).status]).toEqual([wrong, 401]);
  });

  test('is answered as itself alone: nothing is kept for whoever asks next, and no other site may read it', async () => {
    const webhook = await registered();
    const secret = await secretOf(webhook);
    const answer = await ask(webhook, secret);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    expect((await ask(webhook, undefined)).status).toBe(401);
  });

  test('opens nothing else with its secret, anywhere in the API', async () => {
    const secret = await secretOf(await registered());
    const headers = { authorization: `Bearer ${secret}` };
    for (const path of ['/api/v1/webhooks', '/api/v1/plans', '/api/v1/me', '/api/v1/audit/samples', '/api/v1/retention-rules'])
      expect([path, (await app.request(`${TEST_ORIGIN}${path}`, { headers })).status]).toEqual([path, 401]);
    const post = await app.request(`${TEST_ORIGIN}/api/v1/webhooks`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ url: 'https://system.example/', kinds: ['plans.open'] }),
    });
    expect(post.status).toBe(401);
    expect((await app.request(`${TEST_ORIGIN}/organisation/handelser`, { headers })).status).toBe(303);
  });

  test('is told of what its huvudman may know at that moment: when that is no more, the number stays and nothing else', async () => {
    const hook = await givenLoggedIn(app, 'forvaltare-region-06');
    const key = randomUUID();
    const json = { cookie: hook, origin: TEST_ORIGIN, 'content-type': 'application/json' };
    const to = async (path: string, body: object) =>
      app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    expect((await to(HOOKS, { key, url: 'https://regionen.example/', kinds: EVENT_KINDS })).status).toBe(200);
    const { secret } = (await (await to(`${HOOKS}/${key}/client-secrets`, {})).json()) as { secret: string };
    const plan = await opened();
    await send(`/planer/${plan}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
    const consent = await opens(plan, ['needs', 'goals', 'measures', 'meeting']);
    await send(`/planer/${plan}/forbered/important-to-me`, { text: 'Att få sova', seen: '' }, WORKER);
    await owner(sql`select number_webhook_events(${key})`);
    const before = await told(key, secret);
    expect(before.events.filter(({ plan: of }) => of === plan).map(({ kind }) => kind)).toContain('plans.write');
    onwards(2);
    await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
      select ${randomUUID()}, c.id, ${clock.now()}, c.taken_by, ${clock.now()} from consent c where c.plan_id = ${plan} and c.kind = 'lift-secrecy'`);
    expect(consent).not.toBe('');
    onwards(1);
    const after = await told(key, secret);
    expect(after.events.length).toBe(before.events.length);
    expect(after.events.filter(({ kind }) => kind === 'plans.write')).toEqual([]);
    expect(
      (await owner(sql<{ n: number }>`select count(*)::int as n from webhook where id = ${key} and organisation_id = ${REGION}`)).rows[0]
        ?.n,
    ).toBe(1);
  });

  test('keeps its secret for a day when it gets another, until it is closed or the address is ended; what is kept is not the secret', async () => {
    const webhook = await registered();
    const key = randomUUID();
    const first = await secretOf(webhook, { key });
    expect((await sendJson(`${HOOKS}/${webhook}/client-secrets`, { key }, ANEBYS)).status).toBe(409);
    const second = await secretOf(webhook);
    const status = async () => [(await ask(webhook, first)).status, (await ask(webhook, second)).status];
    expect(await status()).toEqual([200, 200]);
    await owner(sql`update webhook_client_secret set at = at - interval '25 hours' where webhook_id = ${webhook}`);
    expect(await status()).toEqual([401, 200]);
    expect((await sendJson(`${HOOKS}/${webhook}/client-secrets/ending`, {}, ANEBYS)).status).toBe(200);
    expect(await status()).toEqual([401, 401]);
    const third = await secretOf(webhook);
    expect([...(await status()), (await ask(webhook, third)).status]).toEqual([401, 401, 200]);
    await sendJson(`${HOOKS}/${webhook}/ending`, {}, ANEBYS);
    expect((await ask(webhook, third)).status).toBe(401);
    const { rows } = await owner(
      sql<{ row: string }>`select to_jsonb(s)::text as row from webhook_client_secret s where webhook_id = ${webhook}`,
    );
    for (const secret of [first, second, third]) expect(JSON.stringify(rows)).not.toContain(secret.slice(8));
    expect(rows).toHaveLength(3);
  });

  test('gets its secret by the page too, shown once', async () => {
    const webhook = await registered();
    const cookie = await givenLoggedIn(app, ANEBYS);
    const form = { key: randomUUID() };
    const page = await post(app, `/organisation/handelser/${webhook}/nyckel`, form, cookie);
    const [secret = ''] = /overens_[\w-]{43}/.exec(await page.text()) ?? [];
    expect((await ask(webhook, secret)).status).toBe(200);
    expect(await (await post(app, `/organisation/handelser/${webhook}/nyckel`, form, cookie)).text()).not.toContain('overens_');
    const closed = await post(app, `/organisation/handelser/${webhook}/stang-nycklar`, {}, cookie);
    expect(closed.headers.get('location')).toContain('klart=stangda');
    expect((await ask(webhook, secret)).status).toBe(401);
  });

  test('is refused after sixty questions in a minute', async () => {
    const webhook = await registered();
    const secret = await secretOf(webhook);
    const answers: number[] = [];
    for (let n = 0; n < 70; n++) answers.push((await ask(webhook, secret)).status);
    expect([answers[0], answers.at(-1)]).toEqual([200, 429]);
  });
});

test('the database tells a system’s events to nobody without the secret', async () => {
  const webhook = await registered();
  await happened(webhook);
  const database = await givenDatabase();
  const asked = await database.transaction('read', (tx) =>
    sql`select * from system_events(decode(repeat('00', 32), 'hex'), ${clock.now()}, 0, 10)`.execute(tx),
  );
  expect(asked.rows).toEqual([]);
  const rows = await database.transaction('read', (tx) => sql`select id from webhook_client_secret`.execute(tx));
  expect(rows.rows).toEqual([]);
});
