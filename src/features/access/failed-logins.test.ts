import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { noteFailedLogin, readFailedLogins } from './failed-logins.ts';
import { openSession } from './open-session.ts';

const clock = givenClock();
const app = await givenApp({ login: true, clock });
const runtime = { database: await givenDatabase(), clock };
const strict = await givenApp({ login: true, clock, least: { staff: 'loa4', individual: 'loa4' } });
const seenBy = async (account: string) => {
  const read = await readFailedLogins({ runtime, actor: await givenActor(app, runtime, account) }, {});
  return 'refused' in read ? read.code : read.failed.map(({ reason, account_name }) => [reason, account_name]).toSorted();
};
const kept = async () => {
  const { rows } = await runtime.database.asOwner((tx) =>
    sql<{ text: string }>`select row_to_json(f)::text as text from login_failure f`.execute(tx),
  );
  return rows.map(({ text }) => text);
};

test('a login that lets nobody in is kept with the account it led to: its organisation sees it, and no other', async () => {
  expect((await post(strict, '/demo/logga-in', { account: 'mas-aneby-06' })).status).toBe(403);
  const [row = ''] = await kept();
  expect(JSON.parse(row)).toMatchObject({ provider: 'demo', reason: 'assurance-too-low', from_address: '192.0.2.1' });
  const seen = [['assurance-too-low', expect.stringMatching(/./)]];
  expect(await seenBy('forvaltare-aneby-06')).toEqual(seen);
  expect(await seenBy('loggranskare-aneby-06')).toEqual(seen);
  for (const other of ['forvaltare-eksjo-06', 'loggranskare-eksjo-06', 'forvaltare-region-06'])
    expect(await seenBy(other), other).toEqual([]);
  for (const other of ['handlaggare-aneby-06', 'forvaltare-lanet-06', 'enskild-1']) expect(await seenBy(other), other).toBe('forbidden');
});

test('one that led to no account, or to an individual’s, is kept without a name or number, for reviewers alone', async () => {
  expect((await post(strict, '/demo/logga-in', { account: 'enskild-1' })).status).toBe(403);
  expect((await app.request(`${TEST_ORIGIN}/logga-in/klar?state=hemligt-tal&code=198004179803`)).status).toBe(403);
  expect(await seenBy('loggranskare-eksjo-06')).toEqual([
    ['assurance-too-low', null],
    ['login-failed', null],
  ]);
  expect(await seenBy('forvaltare-eksjo-06')).toEqual([]);
  for (const row of await kept()) expect(row).not.toMatch(/hemligt|19800417|enskild/);
});

test('what is older than ninety days is taken out', async () => {
  clock.moveTo('2027-03-01');
  const failed = { provider: 'demo', reason: 'login-failed', from: '' };
  await noteFailedLogin({ runtime, actor: PUBLIC }, failed);
  expect(await kept()).toHaveLength(1);
  clock.moveTo('2026-11-22');
});

test('an address of e-mail leads to no account, verified or not', async () => {
  await runtime.database.asOwner((tx) =>
    sql`update account set email = 'samma@example.se' where hsa_id = 'SE2321000000-P06006'`.execute(tx),
  );
  const known = { issuer: 'test', subject: 'annan', assurance: 'loa3', authenticatedAt: clock.now(), hsaId: undefined, name: 'N' } as const;
  const answer = await openSession(
    { runtime, actor: PUBLIC },
    { who: { ...known, email: 'samma@example.se', providerSession: undefined }, device: '', least: { staff: 'loa3', individual: 'loa3' } },
  );
  expect(answer).toMatchObject({ code: 'no-account' });
});
