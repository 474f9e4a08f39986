import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BACK_CHANNEL_LOGOUT_PATH } from '../../src/platform/identity/index.ts';
import { logoutReader } from '../../src/platform/identity/logout-token.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

const app = await givenApp({ login: true });
const database = await givenDatabase();
const tokens: string[] = [];

const send = (token: string, headers: Record<string, string> = {}) =>
  app.request(`${TEST_ORIGIN}${BACK_CHANNEL_LOGOUT_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ logout_token: token }).toString(),
  });
const mayEnter = async (cookie: string) => (await app.request(`${TEST_ORIGIN}/inloggningar`, { headers: { cookie } })).status === 200;

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    tokens.push(new URLSearchParams(String(init.body)).get('logout_token') ?? '');
    return app.request(url, init);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a login that ends at the provider', () => {
  test('ends here too, in the next request, and leaves the other logins of the same person alone', async () => {
    const elsewhere = await givenLoggedIn(app, 'mas-aneby-06');
    const reader = await givenReader(app);
    await (await reader.visit('/logga-in?tillbaka=/om')).submit('account', { account: 'mas-aneby-06' });
    expect((await reader.visit('/inloggningar')).text).toContain('den här enheten');
    const confirm = await reader.visit('/demo/oidc/session/end');
    const done = await confirm.submit('xsrf', { logout: 'yes' });
    expect(done.status).toBe(200);
    expect(tokens).toHaveLength(1);
    expect((await reader.visit('/inloggningar')).text).toContain('Alla är påhittade');
    expect(await mayEnter(elsewhere)).toBe(true);
    const { rows } = await database.asOwner((tx) =>
      sql<{ count: number }>`select count(*)::int as count from session where end_reason = 'provider'`.execute(tx),
    );
    expect(rows[0]?.count).toBe(1);
  });

  test('is not believed twice by the same token, nor from a browser on another site, nor changed', async () => {
    const [token = ''] = tokens;
    const cookie = await givenLoggedIn(app, 'mas-aneby-06');
    expect((await send(token)).status).toBe(400);
    expect((await send(token, { origin: 'https://evil.example' })).status).toBe(403);
    const [head, body, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as JWTPayload;
    const forged = Buffer.from(JSON.stringify({ ...claims, jti: 'another' })).toString('base64url');
    for (const one of ['', 'x', `${head}.${forged}.${signature}`, `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`]) {
      const answer = await send(one);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store']);
    }
    expect(await mayEnter(cookie)).toBe(true);
  });
});

describe('a logout token', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] };
  const base = { name: 'p', issuer: 'https://op.example', clientId: 'overens', jwksUri: 'https://op.example/jwks' };
  const read = logoutReader({ ...base, fetch: async () => Response.json(jwks) });
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const now = () => Math.floor(Date.now() / 1000);
  const good = () => ({ iss: base.issuer, aud: base.clientId, iat: now(), exp: now() + 120, jti: 'j', sid: 's', events });
  const signed = (claims: object, key = privateKey) =>
    new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt' }).sign(key);

  test('says which session or whom it is about', async () => {
    expect(await read(await signed(good()))).toMatchObject({ issuer: 'p', providerSession: 's', subject: undefined, token: 'j' });
    expect(await read(await signed({ ...good(), sid: undefined, sub: 'u' }))).toMatchObject({ providerSession: undefined, subject: 'u' });
  });

  test.each([
    ['is for somebody else', { aud: 'other' }],
    ['is from somebody else', { iss: 'https://evil.example' }],
    ['has run out', { iat: 0, exp: 1 }],
    ['was made long ago, though it says that it lasts', { iat: 1, exp: 9_999_999_999 }],
    ['has no end', { exp: undefined }],
    ['has no id of its own', { jti: undefined }],
    ['is about nobody', { sid: undefined }],
    ['is a login’s: it has a nonce', { nonce: 'n' }],
    ['is of no logout', { events: undefined }],
    ['is of another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
  ])('is not believed when it %s', async (_, changed) => {
    expect(await read(await signed({ ...good(), ...changed }))).toMatchObject({ code: 'logout-token-invalid' });
  });

  test('is not believed when another key has signed it', async () => {
    const other = await generateKeyPair('ES256');
    expect(await read(await signed(good(), other.privateKey))).toMatchObject({ code: 'logout-token-invalid' });
  });
});
