import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

/** A clock that a test sets to the second. */
function givenMoment(start: string): Clock & { set(moment: string): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(),
    set: (moment) => {
      now = Temporal.Instant.from(moment);
    },
  };
}

const clock = givenMoment('2026-11-22T10:00:00Z');
const app = await givenApp({ login: true, clock });
const database = await givenDatabase();

const page = async (path: string, cookie = '') => app.request(`${TEST_ORIGIN}${path}`, cookie ? { headers: { cookie } } : {});
const mayEnter = async (cookie: string) => (await page('/inloggningar', cookie)).status === 200;
const secretOf = (cookie: string) => cookie.split('=')[1] ?? '';

describe('logging in', () => {
  test('goes through the whole protocol in the browser, and every page then says who it is and as what', async () => {
    clock.set('2026-11-22T10:00:00Z');
    const reader = await givenReader(app);
    const list = await reader.visit('/logga-in?tillbaka=/avtal');
    expect(list.text).toContain('Alla är påhittade');
    const back = await list.submit('account', { account: 'handlaggare-aneby-06' });
    expect(back.path).toBe('/avtal');
    for (const path of ['/avtal', '/', '/vem-gor-vad']) {
      const header = (await reader.visit(path)).document.querySelector('header')?.textContent ?? '';
      expect(header).toContain('Alva Provdal');
      expect(header).toContain('Handläggare, kommun, Socialtjänstens vuxenenhet Aneby');
    }
  });

  test('lets nobody in whose answer another browser began, nor twice with the same answer', async () => {
    const begun = await page('/logga-in');
    const own =
      begun.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .find((cookie) => cookie?.startsWith('__Host-login=')) ?? '';
    const state = secretOf(own);
    expect(state).not.toBe('');
    const slipped = await page(`/logga-in/klar?code=abc&state=${state}&iss=${encodeURIComponent(`${TEST_ORIGIN}/demo/oidc`)}`);
    expect(slipped.status).toBe(403);
    const used = await page(`/logga-in/klar?code=abc&state=${state}`, own);
    expect(used.status).toBe(403);
    const { rows } = await database.asOwner((tx) => sql<{ count: number }>`select count(*)::int as count from login_attempt`.execute(tx));
    expect(rows[0]?.count).toBe(0);
    expect(
      [...slipped.headers.getSetCookie(), ...used.headers.getSetCookie()].filter((cookie) => cookie.includes('__Host-session=')),
    ).toEqual([]);
  });

  test('gives a cookie that scripts cannot read, bound to this host and to TLS, and keeps only a hash of it', async () => {
    const answer = await post(app, '/demo/logga-in', { account: 'registrator-aneby-06' });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
    expect(cookie).toMatch(/^__Host-session=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const secret = secretOf(cookie?.split(';', 1)[0] ?? '');
    const { rows } = await database.asOwner((tx) =>
      sql<{ found: number }>`select count(*)::int as found from session
        where encode(token_hash, 'hex') = ${secret} or session::text like ${`%${secret}%`}`.execute(tx),
    );
    expect(rows[0]?.found).toBe(0);
  });

  test('ends the session that the browser had before: its secret opens nothing', async () => {
    const before = await givenLoggedIn(app, 'registrator-aneby-06');
    expect(await mayEnter(before)).toBe(true);
    await post(app, '/demo/logga-in', { account: 'mas-aneby-06' }, before);
    expect(await mayEnter(before)).toBe(false);
  });

  test('never leads to another site afterwards', async () => {
    for (const back of ['//evil.example', 'https://evil.example/', '/.//evil.example', 'javascript:alert(1)']) {
      const answer = await post(app, '/demo/logga-in', { account: 'mas-aneby-06', tillbaka: back });
      expect(answer.headers.get('location'), back).toBe('/');
    }
  });

  test('refuses accounts that are not in the list, with a sentence and nothing opened', async () => {
    const answer = await post(app, '/demo/logga-in', { account: 'finns-inte' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Välj ett av kontona');
    expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-session='))).toEqual([]);
  });

  test('lists the fictional accounts for scripts: every role, in two municipalities of each county, those who plans are about, and those who speak for them', async () => {
    const accounts = (await (await page('/demo/konton.json')).json()) as { id: string; name: string; role: string; organisation: string }[];
    expect(accounts.filter(({ role }) => role === 'individual').map(({ id }) => id)).toEqual([
      ...['enskild-1', 'enskild-2', 'enskild-3', 'enskild-4', 'enskild-5'],
      ...['vardnadshavare-1', 'vardnadshavare-2', 'god-man-1'],
    ]);
    for (const county of ['06', '20', '99']) {
      const own = accounts.filter(({ id }) => id.endsWith(`-${county}`));
      expect(new Set(own.map(({ role }) => role)).size, county).toBe(14);
      expect(own.filter(({ role }) => role === 'municipal-case-worker').length).toBeGreaterThanOrEqual(2);
    }
    expect(Object.keys(accounts[0] ?? {})).toEqual(['id', 'name', 'role', 'organisation']);
  });
});

describe('a session', () => {
  test('ends after thirty minutes without use, and lasts while it is used', async () => {
    clock.set('2026-11-22T10:00:00Z');
    const cookie = await givenLoggedIn(app, 'mas-aneby-06');
    for (const moment of ['10:25', '10:50', '11:15']) {
      clock.set(`2026-11-22T${moment}:00Z`);
      expect(await mayEnter(cookie), moment).toBe(true);
    }
    clock.set('2026-11-22T11:45:01Z');
    expect(await mayEnter(cookie)).toBe(false);
  });

  test('ends after ten hours, however much it is used', async () => {
    clock.set('2026-11-22T06:00:00Z');
    const cookie = await givenLoggedIn(app, 'mas-aneby-06');
    for (let minutes = 20; minutes < 600; minutes += 20) {
      clock.set(Temporal.Instant.from('2026-11-22T06:00:00Z').add({ minutes }).toString());
      expect(await mayEnter(cookie), `${minutes} min`).toBe(true);
    }
    clock.set('2026-11-22T16:00:00Z');
    expect(await mayEnter(cookie)).toBe(false);
  });

  test('is listed for its owner, who can end the others; they are out at their next request', async () => {
    clock.set('2026-11-22T10:00:00Z');
    const [here, there] = [await givenLoggedIn(app, 'enhetschef-aneby-06'), await givenLoggedIn(app, 'enhetschef-aneby-06')];
    expect(await (await page('/inloggningar', here)).text()).toContain('den här enheten');
    await post(app, '/inloggningar', { id: 'andra' }, here);
    expect([await mayEnter(here), await mayEnter(there)]).toEqual([true, false]);
  });

  test('cannot be ended by someone else who knows its id', async () => {
    const [mine, theirs] = [await givenLoggedIn(app, 'enhetschef-aneby-06'), await givenLoggedIn(app, 'registrator-aneby-06')];
    const { rows } = await database.asOwner((tx) =>
      sql<{ id: string }>`select s.id from session s where token_hash = sha256(decode(${secretOf(theirs)}, 'hex'))`.execute(tx),
    );
    const answer = await post(app, '/inloggningar', { id: rows[0]?.id ?? '' }, mine);
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    expect(await mayEnter(theirs)).toBe(true);
  });

  test('ends at logout, here and at the provider', async () => {
    const cookie = await givenLoggedIn(app, 'enhetschef-aneby-06');
    const answer = await post(app, '/logga-ut', {}, cookie);
    expect(answer.headers.get('location')).toContain('/demo/oidc/session/end');
    expect(answer.headers.getSetCookie().join()).toMatch(/__Host-session=; Max-Age=0/);
    expect(await mayEnter(cookie)).toBe(false);
  });

  test('ends at once when its account is deactivated', async () => {
    const cookie = await givenLoggedIn(app, 'deltagare-aneby-06');
    expect(await mayEnter(cookie)).toBe(true);
    const change = (to: string | null) =>
      database.asOwner((tx) => sql`update account set deactivated_at = ${to} where hsa_id = 'SE2321000000-P06004'`.execute(tx));
    await change('2026-11-22T10:00:00Z');
    expect(await mayEnter(cookie)).toBe(false);
    expect((await post(app, '/demo/logga-in', { account: 'deltagare-aneby-06' })).status).toBe(403);
    await change(null);
  });

  test('is never answered from or into what is kept for everyone', async () => {
    const cookie = await givenLoggedIn(app, 'enhetschef-aneby-06');
    const open = await (await page('/om')).text();
    const own = await page('/om', cookie);
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(await own.text()).not.toBe(open);
    expect(await (await page('/om')).text()).toBe(open);
  });

  test('that is no secret of ours opens nothing and is forgotten', async () => {
    for (const secret of ['', 'a', 'f'.repeat(64), "' or 1=1 --", 'F'.repeat(64)]) {
      const answer = await page('/inloggningar', `__Host-session=${encodeURIComponent(secret)}`);
      expect(answer.status, secret).toBe(303);
    }
  });
});

describe('an assignment', () => {
  test('is chosen by whoever has several, and the secret changes with it', async () => {
    clock.set('2026-11-22T10:00:00Z');
    const answer = await post(app, '/demo/logga-in', { account: 'samordnare-aneby-06', tillbaka: '/avtal' });
    expect(answer.headers.get('location')).toBe('/uppdrag?tillbaka=%2Favtal');
    const before =
      answer.headers
        .getSetCookie()
        .find((one) => one.startsWith('__Host-session='))
        ?.split(';', 1)[0] ?? '';
    const choice = /value="([0-9a-f-]{36})"/.exec(await (await page('/uppdrag', before)).text())?.[1] ?? '';
    const chosen = await post(app, '/uppdrag', { uppdrag: choice, tillbaka: '/avtal' }, before);
    expect(chosen.headers.get('location')).toBe('/avtal');
    expect(await mayEnter(before)).toBe(false);
  });

  test('of somebody else is refused as if it did not exist', async () => {
    const cookie = await givenLoggedIn(app, 'samordnare-aneby-06');
    const { rows } = await database.asOwner((tx) =>
      sql<{ id: string }>`select m.id from assignment m where role = 'log-reviewer' limit 1`.execute(tx),
    );
    expect((await post(app, '/uppdrag', { uppdrag: rows[0]?.id ?? '' }, cookie)).status).toBe(404);
  });

  test('ends at midnight in Sweden, in the middle of a session', async () => {
    clock.set('2026-11-22T22:30:00Z');
    const cookie = await givenLoggedIn(app, 'registrator-avesta-20');
    await database.asOwner((tx) =>
      sql`update assignment set valid = daterange('2025-01-01', '2026-11-23') where role = 'registrar' and county_code = '20'`.execute(tx),
    );
    const acting = async () => (await (await page('/om', cookie)).text()).includes('Registrator, ');
    clock.set('2026-11-22T22:59:59Z');
    expect(await acting()).toBe(true);
    clock.set('2026-11-22T23:00:00Z');
    expect(await acting()).toBe(false);
  });
});

test('whoever proves again who they are goes on as what they acted as', async () => {
  clock.set('2026-11-22T10:00:00Z');
  const cookie = await givenLoggedIn(app, 'samordnare-aneby-06', 'Boendestödet');
  const acting = async (of: string) => /Handläggare, kommun, Boendestödet/.test(await (await page('/om', of)).text());
  expect(await acting(cookie)).toBe(true);
  const again = await post(app, '/demo/logga-in', { account: 'samordnare-aneby-06', tillbaka: '/om' }, cookie);
  expect(again.headers.get('location')).toBe('/om');
  const fresh =
    again.headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-session='))
      ?.split(';', 1)[0] ?? '';
  expect([await acting(fresh), await acting(cookie)]).toEqual([true, false]);
});

test('with a login that is not sure enough nobody gets in', async () => {
  clock.set('2026-11-22T10:00:00Z');
  const strict = await givenApp({ login: true, clock, least: { staff: 'loa4', individual: 'loa3' } });
  const answer = await post(strict, '/demo/logga-in', { account: 'mas-aneby-06' });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('tillitsnivå');
  expect(await givenLoggedIn(strict, 'enskild-1')).toMatch(/^__Host-session=/);
});
