import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { endAccountSessions, readAccountSessions } from './account-sessions.ts';

const clock = givenClock();
const app = await givenApp({ login: true, clock });
const runtime = { database: await givenDatabase(), clock };
const scopeOf = async (account: string) => ({ runtime, actor: await givenActor(app, runtime, account) });
const town = await scopeOf('forvaltare-aneby-06');
const worker = getLogin((await scopeOf('handlaggare-aneby-06')).actor).account;
const mayEnter = async (cookie: string) => (await app.request(`${TEST_ORIGIN}/inloggningar`, { headers: { cookie } })).status === 200;

test('whoever administers an account sees when and from where it is logged in, and never what was done or what opens it', async () => {
  const read = await readAccountSessions(town, { account: worker });
  if ('refused' in read) throw new Error(read.code);
  expect(Object.keys(read.sessions[0] ?? {}).toSorted()).toEqual(['created_at', 'device', 'from_address', 'id', 'last_seen_at']);
  expect(read.sessions.map(({ from_address }) => from_address)).toEqual(['192.0.2.1']);
});

test('whoever administers an account ends one of its logins, or all: out at the next request, and the act is kept', async () => {
  const account = getLogin((await scopeOf('registrator-aneby-06')).actor).account;
  const cookies = [await givenLoggedIn(app, 'registrator-aneby-06'), await givenLoggedIn(app, 'registrator-aneby-06')];
  const read = await readAccountSessions(town, { account });
  if ('refused' in read) throw new Error(read.code);
  expect(read.sessions).toHaveLength(3);
  const { rows } = await runtime.database.asOwner((tx) =>
    sql<{ id: string }>`select id from session where token_hash = sha256(decode(${cookies[0]?.split('=')[1]}, 'hex'))`.execute(tx),
  );
  const path = `/organisation/personer/${account}/inloggningar`;
  const admin = await givenLoggedIn(app, 'forvaltare-aneby-06');
  expect((await post(app, path, { session: rows[0]?.id ?? '' }, admin)).status).toBe(303);
  expect([await mayEnter(cookies[0] ?? ''), await mayEnter(cookies[1] ?? '')]).toEqual([false, true]);
  expect((await post(app, path, { session: 'alla' }, admin)).status).toBe(303);
  expect(await mayEnter(cookies[1] ?? '')).toBe(false);
  expect(await endAccountSessions(town, { account })).toMatchObject({ code: 'session-not-found' });
  const acts = await runtime.database.asOwner((tx) =>
    sql`select from act where kind = 'access.end-sessions' and subject_id = ${account}`.execute(tx),
  );
  expect(acts.rows).toHaveLength(2);
});

test('nobody else sees or ends them: another organisation, the county, a reviewer, the person of another; nor by SQL', async () => {
  const cookie = await givenLoggedIn(app, 'handlaggare-aneby-06');
  for (const other of ['forvaltare-eksjo-06', 'forvaltare-lanet-06', 'loggranskare-aneby-06', 'enskild-1']) {
    const scope = await scopeOf(other);
    expect(await readAccountSessions(scope, { account: worker }), other).toMatchObject({ refused: true });
    expect(await endAccountSessions(scope, { account: worker }), other).toMatchObject({ refused: true });
    const { secret } = getLogin(scope.actor);
    const seen = await runtime.database.transaction('write', async (tx) => {
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
        tx,
      );
      const read = await sql`select * from sessions_of_account(${worker})`.execute(tx);
      const ended = await sql`select * from end_sessions_of_account(${worker}, null, ${clock.now()})`.execute(tx);
      return read.rows.length + ended.rows.length;
    });
    expect(seen, other).toBe(0);
  }
  expect(await mayEnter(cookie)).toBe(true);
});

test('an address about somebody that no account can have is answered as one that nobody has, on every page about people', async () => {
  const cookies = { admin: await givenLoggedIn(app, 'forvaltare-aneby-06'), worker: await givenLoggedIn(app, 'handlaggare-aneby-06') };
  const status = async (path: string, as: keyof typeof cookies) =>
    (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] } })).status;
  for (const id of ['x', crypto.randomUUID()]) {
    expect([id, await status(`/organisation/personer/${id}/inloggningar`, 'admin')]).toEqual([id, 404]);
    for (const page of ['avsluta', 'uppdrag'])
      expect([page, await status(`/organisation/personer/${id}/${page}`, 'admin')]).toEqual([page, 404]);
    for (const page of ['', '/andra', '/arende', '/skydd'])
      expect([page, await status(`/personer/${id}${page}`, 'worker')]).toEqual([page, 404]);
    expect((await post(app, `/organisation/personer/${id}/inloggningar`, { session: 'alla' }, cookies.admin)).status).toBe(404);
    for (const page of ['/andra', '/arende', '/skydd'])
      expect([page, (await post(app, `/personer/${id}${page}`, {}, cookies.worker)).status]).toEqual([page, 404]);
  }
});
