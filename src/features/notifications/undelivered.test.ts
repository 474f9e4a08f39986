import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { accountOf, asOwner, givenActor, givenTold, organisationOf } from '../../../tests/given/notices.ts';
import type { StaffActor } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Runtime } from '../../platform/index.ts';
import { deliverNotices } from './deliver-notices.ts';
import { readUndelivered } from './read-undelivered.ts';
import { retryUndelivered } from './retry-undelivered.ts';

const clock = givenClock('2026-11-24');
let app: Awaited<ReturnType<typeof givenApp>>;
let runtime: Runtime;
let worker: StaffActor;
let administrator: StaffActor;
let county: StaffActor;
let otherAdministrator: StaffActor;
let otherCounty: StaffActor;

beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock, keys: givenKeyRing() };
  worker = await givenActor(runtime, 'handlaggare-aneby-06');
  administrator = await givenActor(runtime, 'forvaltare-aneby-06');
  county = await givenActor(runtime, 'forvaltare-lanet-06');
  otherAdministrator = await givenActor(runtime, 'forvaltare-eksjo-06');
  otherCounty = await givenActor(runtime, 'forvaltare-lanet-20');
});

const seenBy = async (actor: StaffActor) => {
  const found = await readUndelivered({ runtime, actor }, {});
  return isRefusal(found) ? found.code : found.rows;
};
const idsSeenBy = async (actor: StaffActor) => {
  const rows = await seenBy(actor);
  return typeof rows === 'string' ? rows : rows.map(({ id }) => id);
};
const again = async (actor: StaffActor, id: string) => {
  const done = await retryUndelivered({ runtime, actor }, { id });
  return isRefusal(done) ? done.code : done.what;
};
const owner = (statement: ReturnType<typeof sql>) => runtime.database.asOwner((tx) => statement.execute(tx));
const setGone = (at: string | null, actor: StaffActor) =>
  owner(sql`update account set deactivated_at = ${at} where id = ${accountOf(actor)}`);

/** A notice of the colleague that was handled when nobody was there to have it. */
async function givenUntold(): Promise<string> {
  const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(worker)] }, kind: 'unit-moved', params: { said: 'hemligt' } });
  await setGone('2026-11-20T10:00:00Z', worker);
  await deliverNotices(runtime).run(outbox, { last: false });
  await setGone(null, worker);
  return outbox;
}

/** A notice whose delivery failed as often as it is tried. */
async function givenGivenUp(): Promise<string> {
  const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(worker)] }, kind: 'unit-moved' });
  const facts = sql`select job.job_now(), '{"code": "57P01"}'::jsonb`;
  await owner(sql`insert into job.job (name, id, state, retry_count, retry_limit, completed_on, output)
    select 'deliver-notice', ${outbox}, 'failed', 8, 8, f.* from (${facts}) f`);
  await owner(sql`insert into job.job (name, data, source_name, source_id, source_retry_count) values
    ('deliver-notice-dead', '{}', 'deliver-notice', ${outbox}, 8)`);
  return outbox;
}

describe('what reached nobody', () => {
  test('is seen by who administers the organisation and the county, and by nobody else', async () => {
    const id = await givenUntold();
    for (const actor of [administrator, county]) expect(await idsSeenBy(actor)).toContain(id);
    for (const actor of [otherAdministrator, otherCounty]) expect(await idsSeenBy(actor)).not.toContain(id);
    expect(await seenBy(worker)).toBe('forbidden');
    const rows = await seenBy(administrator);
    expect(rows).toMatchObject([{ what: 'notice', kind: 'unit-moved', attempts: 1, reason: 'nobody-to-tell' }]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`hemligt|${accountOf(worker)}`));
  });

  test('tells of jobs that were given up how often they were tried, and why in a code', async () => {
    const id = await givenGivenUp();
    const rows = await seenBy(administrator);
    expect(typeof rows === 'string' ? rows : rows.find((row) => row.id === id)).toMatchObject({ attempts: 9, reason: '57P01' });
  });

  test('is delivered once when it is tried again, and the act is recorded without what it said', async () => {
    for (const given of [givenUntold, givenGivenUp]) {
      const id = await given();
      const kind = deliverNotices(runtime);
      expect(await kind.waiting()).not.toContain(id);
      expect(await Promise.all([again(administrator, id), again(county, id)])).toEqual(
        expect.arrayContaining(['notice', 'undelivered-not-found']),
      );
      expect(await kind.waiting()).toContain(id);
      for (const _ of [1, 2]) await kind.run(id, { last: false });
      const notices = await asOwner(runtime.database, (tx) => sql`select from notice where outbox_id = ${id}`.execute(tx));
      expect(notices).toHaveLength(1);
      expect(await idsSeenBy(administrator)).not.toContain(id);
      expect(await again(administrator, id)).toBe('undelivered-not-found');
      const acts = await asOwner<{ content: object }>(runtime.database, (tx) =>
        sql<{ content: object }>`select content from act where kind = 'notifications.retry-undelivered' and subject_id = ${id}`.execute(tx),
      );
      expect(acts.map(({ content }) => Object.keys(content).sort())).toEqual([['kind', 'reason']]);
      const dead = await asOwner(runtime.database, (tx) => sql`select from job.job where source_id = ${id}`.execute(tx));
      expect(dead).toEqual([]);
    }
  });

  test('is tried again through the API by who administers it, and by nobody else', async () => {
    const id = await givenUntold();
    const send = async (as: string | undefined, one = id) => {
      const headers = { 'content-type': 'application/json', ...(as ? { cookie: await givenLoggedIn(app, as) } : {}) };
      const answer = await app.request(`/api/v1/undelivered/${one}/retry`, { method: 'POST', headers, body: '{}' });
      const { code, what } = (await answer.json()) as { code?: string; what?: string };
      return [answer.status, code ?? what];
    };
    expect((await send(undefined))[0]).toBe(401);
    expect((await send('handlaggare-aneby-06'))[0]).toBe(403);
    expect(await send('forvaltare-eksjo-06')).toEqual([404, 'undelivered-not-found']);
    expect(await idsSeenBy(administrator)).toContain(id);
    expect(await send('forvaltare-aneby-06')).toEqual([200, 'notice']);
    expect(await deliverNotices(runtime).waiting()).toContain(id);
    expect(await send('forvaltare-aneby-06')).toEqual([404, 'undelivered-not-found']);
  });

  test('is not tried again by whoever does not administer it, and nothing changes', async () => {
    const id = await givenUntold();
    expect([await again(otherAdministrator, id), await again(otherCounty, id), await again(worker, id)]).toEqual([
      'undelivered-not-found',
      'undelivered-not-found',
      'forbidden',
    ]);
    expect(await idsSeenBy(administrator)).toContain(id);
  });

  test('is, of reminders, those that still remind of something unread', async () => {
    const id = '0f0c1c7e-3f5b-4a52-9d0e-6b0a4f6f2b11';
    const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(worker)] } });
    await deliverNotices(runtime).run(outbox, { last: false });
    await owner(sql`insert into digest (id, account_id, day, counts, prepared_at, failed_at)
      values (${id}, ${accountOf(worker)}, '2026-11-24', '{}', ${clock.now()}, ${clock.now()})`);
    expect(await idsSeenBy(administrator)).not.toContain(id);
    await owner(sql`update notice set digest_id = ${id} where outbox_id = ${outbox}`);
    expect(await idsSeenBy(administrator)).toContain(id);
    expect(await idsSeenBy(otherAdministrator)).not.toContain(id);
    expect(await again(administrator, id)).toBe('digest');
    const [row] = await asOwner(runtime.database, (tx) => sql`select failed_at, handed_over_at from digest where id = ${id}`.execute(tx));
    expect(row).toEqual({ failed_at: null, handed_over_at: null });
  });

  test('stands on a page with a way to try again, and on the list of what waits', async () => {
    const id = await givenUntold();
    const cookie = await givenLoggedIn(app, 'forvaltare-aneby-06');
    const read = async (path: string) => (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
    expect(await read('/arbete')).toContain('href="/notiser/ej-levererade"');
    const page = await read('/notiser/ej-levererade');
    expect(page).toContain(`value="${id}"`);
    expect(page).not.toContain('hemligt');
    const sent = await post(app, '/notiser/ej-levererade', { id }, cookie);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/notiser/ej-levererade?igen=1']);
    expect((await post(app, '/notiser/ej-levererade', { id }, cookie)).status).toBe(404);
    expect((await post(app, '/notiser/ej-levererade', {}, cookie)).status).toBe(404);
    const own = await givenLoggedIn(app, 'handlaggare-aneby-06');
    expect((await app.request(`${TEST_ORIGIN}/notiser/ej-levererade`, { headers: { cookie: own } })).status).toBe(403);
  });
});

describe('a role that is told', () => {
  const reviewers = () => givenActor(runtime, 'loggranskare-aneby-06');
  const kindsOf = (actor: StaffActor) =>
    asOwner<{ kind: string }>(runtime.database, (tx) =>
      sql<{ kind: string }>`select kind from notice where account_id = ${accountOf(actor)}`.execute(tx),
    );
  const tell = async (told: Parameters<typeof givenTold>[1]) => {
    const { outbox } = await givenTold(runtime, told);
    await deliverNotices(runtime).run(outbox, { last: false });
  };

  test('never reaches a deputy who does not hold it there, and reaches them when they do', async () => {
    const reviewer = await reviewers();
    await owner(sql`insert into absence (id, account_id, deputy_id, valid, created_at)
      values (gen_random_uuid(), ${accountOf(reviewer)}, ${accountOf(worker)}, '[2026-11-24,2026-11-26)', ${clock.now()})`);
    const to = { role: 'log-reviewer', organisation: organisationOf(reviewer) } as const;
    await tell({ to, kind: 'told-before' });
    await owner(sql`insert into assignment (id, account_id, role, organisation_id, county_code, valid, created_at)
      values (gen_random_uuid(), ${accountOf(worker)}, 'log-reviewer', ${organisationOf(reviewer)}, '06', '[2026-11-24,2026-11-25)', ${clock.now()})`);
    await tell({ to, kind: 'told-while' });
    clock.moveTo('2026-11-25');
    await tell({ to, kind: 'told-after' });
    await tell({ to: { accounts: [accountOf(reviewer)] }, kind: 'told-by-name' });
    clock.moveTo('2026-11-24');
    await owner(sql`delete from assignment where account_id = ${accountOf(worker)} and role = 'log-reviewer'`);
    const kinds = (await kindsOf(worker)).map(({ kind }) => kind).filter((kind) => kind.startsWith('told-'));
    expect(kinds.sort()).toEqual(['told-by-name', 'told-while']);
    expect((await kindsOf(reviewer)).filter(({ kind }) => kind.startsWith('told-'))).toHaveLength(4);
  });

  test('never reaches whom it is about, nor do they stand in for anybody in it; the administrator gets it when nobody else is left', async () => {
    const reviewer = await reviewers();
    const to = { role: 'log-reviewer', organisation: organisationOf(reviewer) } as const;
    await tell({ to, kind: 'about-reviewer', params: { account: accountOf(reviewer) } });
    expect(await kindsOf(reviewer)).not.toContainEqual({ kind: 'about-reviewer' });
    expect(await kindsOf(administrator)).toContainEqual({ kind: 'about-reviewer' });
    await tell({ to: { accounts: [accountOf(reviewer)] }, kind: 'about-deputy', params: { account: accountOf(worker) } });
    expect(await kindsOf(worker)).not.toContainEqual({ kind: 'about-deputy' });
    expect(await kindsOf(reviewer)).toContainEqual({ kind: 'about-deputy' });
  });
});

test('what reached nobody is told by the API as the page shows it, without what it says or to whom', async () => {
  const id = await givenUntold();
  const call = async (account: string) => {
    const answer = await app.request(`${TEST_ORIGIN}/api/v1/undelivered`, { headers: { cookie: await givenLoggedIn(app, account) } });
    return { status: answer.status, said: (await answer.json()) as { undelivered?: { id: string }[]; count?: number } };
  };
  const { said } = await call('forvaltare-aneby-06');
  expect(said.undelivered?.map((row) => row.id)).toContain(id);
  expect(said.undelivered?.map((row) => row.id)).toEqual(await idsSeenBy(administrator));
  expect(said.count).toBe(said.undelivered?.length);
  expect(JSON.stringify(said)).not.toMatch(new RegExp(`hemligt|${accountOf(worker)}`));
  expect((await call('forvaltare-eksjo-06')).said.undelivered?.map((row) => row.id)).not.toContain(id);
  expect((await call('handlaggare-aneby-06')).status).toBe(403);
});
