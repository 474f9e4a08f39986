import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { app, REGION, send } from '../../../tests/given/persons-app.ts';
import { preparationParts } from '../../domain/plans/parts.ts';
import { EVENT_KINDS } from '../../domain/webhooks/events.ts';
import { clock, givenCalling, onwards, opened, opens, owner, unit, WORKER } from '../plans/calling/given-calling.ts';
import { sendWebhooks } from './send-webhooks.ts';

const ANEBYS = 'forvaltare-aneby-06';
const REGIONS = 'forvaltare-region-06';
const PAGE = '/organisation/handelser';
const cookies: Record<string, string> = {};

type Received = {
  headers: IncomingHttpHeaders;
  text: string;
  body: { id: string; kind: string; number: number; plan: string; at: string };
};
const received: Received[] = [];
let answers: number[] = [];
/** A real system that a huvudman has, on this machine. */
const system = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    received.push({ headers: request.headers, text, body: JSON.parse(text) });
    response
      .writeHead(answers.shift() ?? 204, { location: `http://127.0.0.1:${(system.address() as AddressInfo).port}/annat` })
      .end('x'.repeat(100_000));
  });
});

beforeAll(async () => {
  await givenCalling();
  for (const account of [ANEBYS, REGIONS, WORKER]) cookies[account] = await givenLoggedIn(app, account);
  await new Promise<void>((done) => system.listen(0, '127.0.0.1', done));
});
afterAll(() => system.close());

/** What the server is told since the last time it was asked. */
const heard = () => received.splice(0);
const page = async (path: string, as: string) =>
  (await (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } })).text()).replaceAll('&#43;', '+');
const act = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);

/** An address of a huvudman, that leads to the system here. */
async function subscribed(as: string, kinds: readonly string[] = EVENT_KINDS): Promise<string> {
  const key = randomUUID();
  const body = new URLSearchParams([
    ['key', key],
    ['url', 'https://system.example/overens'],
    ...kinds.map((kind): [string, string] => ['kinds', kind]),
  ]);
  const headers = { cookie: cookies[as] ?? '', origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  const made = await app.request(`${TEST_ORIGIN}${PAGE}/ny`, { method: 'POST', headers, body });
  expect(made.headers.get('location')).toBe(`${PAGE}/${key}?klart=registrerad`);
  await owner(sql`update webhook set url = ${`http://127.0.0.1:${(system.address() as AddressInfo).port}/`} where id = ${key}`);
  return key;
}

const secretOf = async (webhook: string, as: string) =>
  /whsec_[A-Za-z0-9+/=]+/.exec(await (await act(`${PAGE}/${webhook}/hemlighet`, {}, as)).text())?.[0];
const signatureOf = (secret: string, { headers, text }: Received) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
    .digest('base64')}`;

/** The worker does all that waits, once. */
async function work(last = false): Promise<string[]> {
  const kind = sendWebhooks({ database: await givenDatabase(), clock, keys: givenKeyRing() }, { inside: true });
  const faults: string[] = [];
  for (const id of await kind.waiting()) await kind.run(id, { last }).catch((error) => faults.push(error.code));
  return faults;
}
const end = (webhook: string, as: string) => act(`${PAGE}/${webhook}/avsluta`, {}, as);
async function events(webhook: string, as: string, after = 0) {
  const answer = await app.request(`${TEST_ORIGIN}/api/v1/events?webhook=${webhook}&after=${after}`, {
    headers: { cookie: cookies[as] ?? '' },
  });
  return (await answer.json()) as { events: { number: number; kind: string | null; plan: string | null }[]; next: number | null };
}
const point = (plan: string, reason: string) => send(`/planer/${plan}/behov`, { by: 'staff', on: '2026-11-18', reason }, WORKER);
const goal = (plan: string, words: string) =>
  send(`/planer/${plan}/mal/nytt`, { goal: randomUUID(), seen: '0', sort: 'of-staff', horizon: 'short', words, sign: '' }, WORKER);

describe('a huvudman that subscribes', () => {
  test('is told ids, a kind, a number and a moment of its plans, in order and without gaps, signed, and nothing more', async () => {
    const webhook = await subscribed(ANEBYS);
    const secret = (await secretOf(webhook, ANEBYS)) ?? '';
    const plan = await opened();
    await goal(plan, 'Sova hela natten');
    await point(plan, 'Systern ringde');
    await work();
    const told = heard();
    expect(told.map(({ body }) => [body.number, body.kind, body.plan])).toEqual([
      [1, 'plans.open', plan],
      [2, 'plans.write', plan],
      [3, 'plans.point-out', plan],
    ]);
    for (const one of told) {
      expect(Object.keys(one.body)).toEqual(['id', 'kind', 'number', 'plan', 'at']);
      expect(one.headers['webhook-id']).toBe(one.body.id);
      expect(one.headers['webhook-signature']).toBe(signatureOf(secret, one));
    }
    await work();
    expect(heard()).toEqual([]);
    const shown = await page(`${PAGE}/${webhook}`, ANEBYS);
    expect(shown).toContain('Ett försök, svarade 204');
    expect(shown).not.toContain(plan);
    expect((await events(webhook, ANEBYS, 1)).events).toMatchObject([{ number: 2 }, { number: 3, kind: 'plans.point-out', plan }]);
    await end(webhook, ANEBYS);
    await point(plan, 'Och brodern');
    await work();
    expect(heard()).toEqual([]);
  });

  test('gets what did not come through again with the same id and number, is not followed elsewhere, and sees what was given up', async () => {
    const webhook = await subscribed(ANEBYS, ['plans.point-out']);
    const plan = await opened();
    await point(plan, 'Systern ringde');
    answers = [503, 302];
    expect(await work()).toEqual(['status-503']);
    expect(await work(true)).toEqual(['status-302']);
    expect(await work()).toEqual([]);
    const [first, second] = heard();
    expect(second?.body).toEqual(first?.body);
    const shown = await page(`${PAGE}/${webhook}`, ANEBYS);
    expect(shown).toContain('2 försök, svarade 302');
    const event = first?.body.id ?? '';
    expect((await act(`${PAGE}/${webhook}/skicka-igen`, { event }, REGIONS)).status).toBe(404);
    expect((await act(`${PAGE}/${webhook}/skicka-igen`, { event }, ANEBYS)).status).toBe(303);
    expect(await work()).toEqual([]);
    expect(heard().map(({ body }) => body)).toEqual([first?.body]);
    await end(webhook, ANEBYS);
  });

  test('is told of what a consent opens alone, and of nothing from the moment that it is taken back, not even of what waits', async () => {
    const webhook = await subscribed(REGIONS);
    const plan = await opened();
    const asked = { unit: unit['psykiatrisk-oppenvard'] ?? '' };
    await send(`/planer/${plan}/enheter`, asked, WORKER);
    await goal(plan, 'Ett hemligt mål');
    await point(plan, 'Systern ringde');
    await work();
    // That its unit is asked it learns; neither the goal nor the need, which are shut.
    expect(heard().map(({ body }) => [body.number, body.kind])).toEqual([[1, 'plans.ask-unit']]);
    await opens(plan, ['goals']);
    onwards(1);
    await goal(plan, 'Ett öppet mål');
    await work();
    expect(heard().map(({ body }) => [body.number, body.kind])).toEqual([[2, 'plans.write']]);
    await goal(plan, 'Ett mål som väntar');
    onwards(1);
    await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
      select ${randomUUID()}::uuid, c.id, ${clock.now()}, c.taken_by, ${clock.now()} from consent c where c.plan_id = ${plan} and c.kind = 'lift-secrecy'`);
    await work();
    expect(heard()).toEqual([]);
    expect((await events(webhook, REGIONS)).events).toMatchObject([
      { number: 1, kind: 'plans.ask-unit', plan },
      { number: 2, kind: null, plan: null },
    ]);
    await opens(plan, ['goals']);
    onwards(1);
    await goal(plan, 'Öppet igen');
    await work();
    expect(heard().map(({ body }) => body.number)).toEqual([3]);
    await end(webhook, REGIONS);
  });

  test('is told nothing of a plan that it takes no part in, though it knows the same person', async () => {
    const webhook = await subscribed(REGIONS);
    const plan = await opened();
    await point(plan, 'Systern ringde');
    await work();
    expect(heard().filter(({ body }) => body.plan === plan)).toEqual([]);
    await end(webhook, REGIONS);
  });

  test('is shown a secret once, and has a day to change to the next', async () => {
    const webhook = await subscribed(ANEBYS, ['plans.point-out']);
    const first = (await secretOf(webhook, ANEBYS)) ?? '';
    expect(await secretOf(webhook, ANEBYS)).toBeUndefined();
    onwards(1);
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await act(`${PAGE}/${webhook}/byt-hemlighet`, { key }, ANEBYS)).status).toBe(303);
    const second = (await secretOf(webhook, ANEBYS)) ?? '';
    expect(second).not.toBe(first);
    const plan = await opened();
    await point(plan, 'Systern ringde');
    await work();
    const [told] = heard();
    expect(told?.headers['webhook-signature']).toBe(told && `${signatureOf(second, told)} ${signatureOf(first, told)}`);
    await owner(sql`update webhook_secret set at = at - interval '24 hours' where webhook_id = ${webhook}`);
    await point(plan, 'Och brodern');
    await work();
    const [later] = heard();
    expect(later?.headers['webhook-signature']).toBe(later && signatureOf(second, later));
    await end(webhook, ANEBYS);
  });

  test('is the only one that sees its addresses and events', async () => {
    const webhook = await subscribed(ANEBYS);
    for (const as of [REGIONS, WORKER]) {
      expect(await page(PAGE, as)).not.toContain(webhook);
      for (const what of ['hemlighet', 'byt-hemlighet', 'avsluta'])
        expect([401, 403, 404]).toContain((await act(`${PAGE}/${webhook}/${what}`, { key: randomUUID() }, as)).status);
    }
    expect(await events(webhook, REGIONS)).toMatchObject({ code: 'webhook-not-found' });
    await end(webhook, ANEBYS);
  });
});

test('the database tells of the kinds that can be chosen, and knows what each part of a plan holds', async () => {
  const { rows } = await owner(sql<{ kind: string }>`select kind from plan_event`);
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...EVENT_KINDS]));
  for (const [part, { dataKind }] of Object.entries(preparationParts)) {
    const needs = await owner(sql<{ needs: string }>`select plan_event_needs('plans.write', ${JSON.stringify({ part })}::jsonb) as needs`);
    expect([part, needs.rows[0]?.needs]).toEqual([part, dataKind]);
  }
  const others = await owner(
    sql<{
      needs: string | null;
    }>`select plan_event_needs(kind, '{}') as needs from unnest(array['consents.take', 'plans.write', 'plans.read-protected']) kind`,
  );
  expect(others.rows).toEqual([{ needs: null }, { needs: null }, { needs: null }]);
  expect(REGION).toBeDefined();
});
