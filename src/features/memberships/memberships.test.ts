import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, type Runtime, recorder } from '../../platform/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';
import { insertCorrection, insertTurn } from './memberships.sql.ts';

const SLUG = 'jonkoping-missbruk-beroende';
const OTHER = 'jonkoping-psykiatriska-tillstand';
const DALARNA = 'dalarna-missbruk-beroende-2021';
const TOWN = 'registrator-aneby-06';
const REGION = 'registrator-region-06';
const clock = givenClock('2026-11-22');
const said = { decided: '2026-11-16', body: 'Kommunfullmäktige', paragraph: '§ 12', registry: 'KS 2026/12' };
const leave = { turn: 'left', from: '2027-03-01', ...said };
const join = { ...leave, turn: 'joined', from: '2027-09-01' };

let app: Awaited<ReturnType<typeof givenApp>>;
let runtime: Runtime;
const cookies = new Map<string, string>();
beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
});

async function cookieOf(as: string): Promise<string> {
  const cookie = cookies.get(as) ?? (await givenLoggedIn(app, as));
  cookies.set(as, cookie);
  return cookie;
}

async function send(as: string, json: object, slug = SLUG) {
  const headers = { 'content-type': 'application/json', cookie: await cookieOf(as) };
  const answer = await app.request(`/api/v1/agreements/${slug}/turns`, { method: 'POST', headers, body: JSON.stringify(json) });
  const { code, act } = (await answer.json()) as { code?: string; act?: string };
  return { status: answer.status, code, act };
}

async function standing(party: string, on: string, slug = SLUG) {
  const answer = await app.request(`/api/v1/agreements/${slug}/status?on=${on}&party=${party}`);
  const { parties } = (await answer.json()) as { parties: { code: string; since: string | null; until: string | null }[] };
  return parties[0];
}

async function told(act: string | undefined) {
  return (await givenDatabase()).asOwner(async (tx) => {
    const { rows } = await sql<{
      kind: string;
      to: string;
    }>`select kind, receivers->>'organisation' as "to" from outbox where act_id = ${act}`.execute(tx);
    return rows;
  });
}

describe('a party', () => {
  test('leaves by its own registrar from the day it says and not the day before, and every other party is told, once each', async () => {
    const before = await standing('0604', '2027-02-28');
    const done = await send(TOWN, leave);
    expect(done).toMatchObject({ status: 200 });
    expect(await standing('0604', '2027-02-28')).toMatchObject({
      code: before?.code,
      ...(before?.code === 'in-force' ? { until: '2027-02-28' } : {}),
    });
    expect(await standing('0604', '2027-03-01')).toMatchObject({ code: 'left', since: '2027-03-01' });
    expect((await standing('0686', '2027-03-01'))?.code).not.toBe('left');
    const rows = await told(done.act);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['party-turned']));
    expect(rows.map(({ to }) => to).toSorted()).toEqual([...new Set(rows.map(({ to }) => to))].toSorted());
    expect(rows).toHaveLength(13);
    expect(rows.map(({ to }) => to)).toContain(regionId('06'));
    expect(rows.map(({ to }) => to)).not.toContain(municipalityId('0604'));
    const page = await (await app.request(`/avtal/${SLUG}/versioner`)).text();
    expect(page).toContain('KS 2026/12');
  });

  test('leaves once: the same again, or a day before, is refused', async () => {
    expect(await send(TOWN, leave)).toMatchObject({ status: 409, code: 'turn-known-later' });
    expect(await send(TOWN, { ...leave, from: '2027-02-01' })).toMatchObject({ status: 409, code: 'turn-known-later' });
    expect(await send(TOWN, { ...leave, from: '2027-04-01' })).toMatchObject({ status: 409, code: 'not-bound' });
  });

  test('joins again, and one that is bound does not', async () => {
    expect(await send(REGION, join)).toMatchObject({ status: 409, code: 'already-bound' });
    expect(await send(TOWN, join)).toMatchObject({ status: 200 });
    expect((await standing('0604', '2027-08-31'))?.code).toBe('left');
    expect(await standing('0604', '2027-09-01')).toMatchObject({ code: 'in-force', since: '2027-09-01' });
  });

  test('does not leave where the agreement says that none can, nor on a day that has been, nor by a decision of tomorrow', async () => {
    expect(await send('registrator-avesta-20', leave, DALARNA)).toMatchObject({ status: 409, code: 'leaving-not-allowed' });
    expect(await send(TOWN, { ...leave, from: '2026-11-21' }, OTHER)).toMatchObject({ status: 422, code: 'turn-in-the-past' });
    expect(await send(TOWN, { ...leave, decided: '2026-11-23' }, OTHER)).toMatchObject({ status: 422, code: 'turn-decided-later' });
    expect(await send(TOWN, { ...leave, registry: '  ' }, OTHER)).toMatchObject({ status: 422 });
    expect((await standing('0604', '2027-03-01', OTHER))?.code).not.toBe('left');
  });

  test('is nobody else’s: not another county’s, not one who writes agreements, not who acts in a joint body, not the public', async () => {
    for (const as of ['registrator-avesta-20', 'strategigrupp-06', 'politiker-06', 'handlaggare-aneby-06']) {
      expect(await send(as, leave, OTHER)).toMatchObject({ status: 403 });
    }
    const answer = await app.request(`/api/v1/agreements/${OTHER}/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(leave),
    });
    expect(answer.status).toBe(401);
  });

  test('leaves once when it is sent twice at the same time', async () => {
    const both = await Promise.all([send(REGION, leave, OTHER), send(REGION, leave, OTHER)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

test('the database takes no turn of another party, of another county, or beside an act that is none', async () => {
  const actor = await givenActor(app, runtime, TOWN);
  const write = (kind: 'memberships.note' | 'follow-ups.register', row: { slug: string; party: string }) =>
    runtime.database.transaction(
      'write',
      async (tx) => {
        const record = recorder(tx, { actor, today: clock.today(), now: clock.now() });
        const act = await record({ kind, subject: { kind: 'membership', id: newId(clock.now()) }, content: {} });
        await insertTurn(tx, { act, label: '10.0', turn: 'left', from: '2028-01-01', note: '', ...said, ...row });
        throw new Error('it was taken');
      },
      actingOf(actor, clock.now()),
    );
  await expect(write('memberships.note', { slug: SLUG, party: '0604' })).rejects.toThrow('it was taken');
  await expect(write('memberships.note', { slug: SLUG, party: '0686' })).rejects.toThrow('row-level security');
  await expect(write('memberships.note', { slug: DALARNA, party: '0604' })).rejects.toThrow('row-level security');
  await expect(write('follow-ups.register', { slug: SLUG, party: '0604' })).rejects.toThrow('row-level security');
});

test('who has left registers no follow-up any more, from that day', async () => {
  const page = async (day: string) => {
    const later = await givenApp({ login: true, clock: givenClock(day) });
    const cookie = await givenLoggedIn(later, 'strategigrupp-06');
    return (await later.request(`${TEST_ORIGIN}/avtal/${OTHER}/uppfoljning`, { headers: { cookie } })).text();
  };
  expect(await page('2027-02-28')).toContain('Registrera');
  expect(await page('2027-03-01')).not.toContain('Registrera');
});

describe('a turn that was mistyped', () => {
  const correct = async (as: string, act: string | undefined, json: object, slug: string) => {
    const headers = { 'content-type': 'application/json', cookie: await cookieOf(as) };
    const answer = await app.request(`/api/v1/agreements/${slug}/turns/${act}/correction`, {
      method: 'POST',
      headers,
      body: JSON.stringify(json),
    });
    const found = (await answer.json()) as { code?: string; act?: string };
    return { status: answer.status, code: found.code, act: found.act };
  };
  const why = { reason: 'Fel avtal.' };

  test('counts no more when the party says so, before its day and after, and the others are told', async () => {
    const { act } = await send(TOWN, leave, OTHER);
    expect((await standing('0604', '2027-03-01', OTHER))?.code).toBe('left');
    const done = await correct(TOWN, act, why, OTHER);
    expect(done.status).toBe(200);
    expect((await standing('0604', '2027-03-01', OTHER))?.code).toBe('in-force');
    expect(new Set((await told(done.act)).map(({ kind }) => kind))).toEqual(new Set(['party-turn-corrected']));
    expect(await correct(TOWN, act, why, OTHER)).toMatchObject({ status: 409, code: 'turn-corrected' });
    // What was wrong is in nobody's way: the same day can be noted again.
    const again = await send(TOWN, leave, OTHER);
    expect(again.status).toBe(200);
    clock.moveTo('2027-04-01');
    cookies.clear();
    expect((await correct(TOWN, again.act, why, OTHER)).status).toBe(200);
    expect((await standing('0604', '2027-03-01', OTHER))?.code).toBe('in-force');
    clock.moveTo('2026-11-22');
    cookies.clear();
  });

  test('is noted anew for the right day by the same decision, also one that has been', async () => {
    const { act } = await send(TOWN, leave, OTHER);
    expect(await correct(TOWN, act, { ...why, from: leave.from }, OTHER)).toMatchObject({ status: 422, code: 'turn-same-day' });
    expect(await correct(TOWN, act, { ...why, from: '2026-11-01' }, OTHER)).toMatchObject({ status: 422 });
    expect((await standing('0604', leave.from, OTHER))?.code).toBe('left');
    const moved = await correct(TOWN, act, { ...why, from: '2026-11-18' }, OTHER);
    expect(moved.status).toBe(200);
    expect(await standing('0604', '2026-11-17', OTHER)).toMatchObject({ code: 'in-force', until: '2026-11-17' });
    expect(await standing('0604', '2026-11-18', OTHER)).toMatchObject({ code: 'left', since: '2026-11-18' });
    expect((await correct(TOWN, moved.act, why, OTHER)).status).toBe(200);
  });

  test('stands when a later turn rests on it, and is nobody else’s to correct', async () => {
    const first = await send(TOWN, leave, OTHER);
    const second = await send(TOWN, join, OTHER);
    expect(await correct(TOWN, first.act, why, OTHER)).toMatchObject({ status: 409, code: 'turn-rests-on-it' });
    for (const as of [REGION, 'registrator-eksjo-06'])
      expect(await correct(as, second.act, why, OTHER)).toMatchObject({ status: 404, code: 'turn-not-found' });
    for (const as of ['registrator-avesta-20', 'politiker-06', 'strategigrupp-06'])
      expect((await correct(as, second.act, why, OTHER)).status).toBe(403);
    expect(await correct(TOWN, crypto.randomUUID(), why, OTHER)).toMatchObject({ status: 404, code: 'turn-not-found' });
    expect(await correct(TOWN, second.act, { reason: ' ' }, OTHER)).toMatchObject({ status: 422 });
    expect((await correct(TOWN, second.act, why, OTHER)).status).toBe(200);
    expect((await correct(TOWN, first.act, why, OTHER)).status).toBe(200);
  });

  test('is corrected once when it is sent twice at the same time', async () => {
    const { act } = await send(TOWN, leave, OTHER);
    const both = await Promise.all([1, 2].map(() => correct(TOWN, act, why, OTHER)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('is corrected from a page that lists what the party has noted, with what has been corrected', async () => {
    const { act } = await send(TOWN, leave, OTHER);
    const cookie = await cookieOf(TOWN);
    const html = async (path: string) => (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
    const form = `/avtal/${OTHER}/part/${act}/ratta`;
    expect(await html(`/avtal/${OTHER}/part`)).toContain(`href="${form}"`);
    expect(await html(form)).toMatch(/Lämnar avtalet från 1\smars\s2027/);
    expect((await post(app, form, { reason: '', from: '' }, cookie)).status).toBe(422);
    expect((await post(app, form, { reason: 'Fel avtal.', from: '' }, cookie)).status).toBe(303);
    const after = await html(`/avtal/${OTHER}/part`);
    expect(after).not.toContain(`href="${form}"`);
    expect(after).toContain('Rättat, räknas inte. Fel avtal.');
    expect((await app.request(`${TEST_ORIGIN}${form}`, { headers: { cookie } })).status).toBe(404);
  });

  test('in the demonstration one has left, and only where an agreement can be left', async () => {
    expect(await standing('0686', '2026-09-30', OTHER)).toMatchObject({ code: 'in-force', until: '2026-09-30' });
    expect(await standing('0686', '2026-10-01', OTHER)).toMatchObject({ code: 'left' });
    expect((await standing('2084', '2026-11-22', DALARNA))?.code).not.toBe('left');
  });

  test('the database takes no correction by another party, nor of a turn of another', async () => {
    const { act } = await send(TOWN, leave, OTHER);
    const write = async (as: string, party: string, kind: 'memberships.correct' | 'memberships.note' = 'memberships.correct') => {
      const actor = await givenActor(app, runtime, as);
      return runtime.database.transaction(
        'write',
        async (tx) => {
          const record = recorder(tx, { actor, today: clock.today(), now: clock.now() });
          const id = await record({ kind, subject: { kind: 'membership', id: newId(clock.now()) }, content: {} });
          await insertCorrection(tx, { act: id, corrects: act ?? '', slug: OTHER, party, reason: 'Nej.' }, clock.now());
          throw new Error('it was taken');
        },
        actingOf(actor, clock.now()),
      );
    };
    await expect(write(TOWN, '0604')).rejects.toThrow('it was taken');
    await expect(write(TOWN, '0604', 'memberships.note')).rejects.toThrow('row-level security');
    await expect(write(REGION, '0604')).rejects.toThrow('row-level security');
    await expect(write(REGION, 'region')).rejects.toThrow('row-level security');
    await expect(write('strategigrupp-06', '0604')).rejects.toThrow('row-level security');
  });
});
