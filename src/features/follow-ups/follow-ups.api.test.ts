import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import type { AppEnv } from '../../platform/index.ts';
import { FollowUpsBody, FollowUpTasks } from './api-schemas.ts';

const JONKOPING = 'jonkoping-missbruk-beroende';
const ADDRESS = `/agreements/${JONKOPING}/follow-ups`;
let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true, clock: givenClock('2026-11-22') });
});

const get = async (path: string) => (await app.request(`${TEST_ORIGIN}/api/v1${path}`)).json();
const post = async (body: object, account?: string) => {
  const cookie = account === undefined ? '' : await givenLoggedIn(app, account);
  const headers = { 'content-type': 'application/json', origin: TEST_ORIGIN, ...(cookie ? { cookie } : {}) };
  const answer = await app.request(`${TEST_ORIGIN}/api/v1${ADDRESS}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as { act?: string; code?: string } };
};
const typed = {
  cadence: 'arlig-uppfoljning',
  key: '0190a0a0-0000-7000-8000-00000000f011',
  on: '2026-11-20',
  from: '2025-06-01',
  to: '2026-05-31',
  about: 'Gemensamt ansvar.',
  outcome: 'Det fungerar.',
  ledTo: 'nothing',
  documented: 'Dnr 2026/1',
  tookPart: 'Strategigruppen',
};

describe('the API of follow-ups', () => {
  test('tells everyone what is due, on any day and in any county, what is late first', async () => {
    const { on, tasks } = FollowUpTasks.parse(await get('/follow-ups?county=06'));
    expect(on).toBe('2026-11-22');
    const shipped = tasks.filter(({ agreement }) => agreement.startsWith('jonkoping-'));
    expect(shipped.map(({ agreement, state, missed, cites }) => [agreement, state, missed, cites])).toEqual([
      [JONKOPING, 'overdue', '2026-05-31', ['varaktighet.a2']],
      ['jonkoping-psykiatriska-tillstand', 'due', null, expect.any(Array)],
    ]);
    expect(FollowUpTasks.parse(await get('/follow-ups?county=06&on=2022-05-01')).tasks[0]).toMatchObject({
      state: 'soon',
      next: '2022-05-31',
    });
    expect(FollowUpTasks.parse(await get('/follow-ups?county=20')).tasks.map(({ state }) => state)).toContain('unknown');
  });

  test('takes a follow-up from those whom the term names, once, and shows what is public of it', async () => {
    expect((await post(typed)).status).toBe(401);
    expect(await post(typed, 'lokal-samordnare-06')).toMatchObject({ status: 403, body: { code: 'not-your-follow-up' } });
    expect(await post({ ...typed, on: '2026-11-23' }, 'strategigrupp-06')).toMatchObject({
      status: 422,
      body: { code: 'follow-up-in-future' },
    });
    const first = await post(typed, 'strategigrupp-06');
    expect(first.status).toBe(200);
    expect((await post(typed, 'strategigrupp-06')).body.act).toBe(first.body.act);
    const read = FollowUpsBody.parse(await get(ADDRESS));
    expect(read.done).toMatchObject([
      { act: first.body.act, kind: 'followed-up', on: '2026-11-20', outcome: 'Det fungerar.', body: 'strategigrupp-psykiatri-missbruk' },
    ]);
    expect(JSON.stringify(read)).not.toContain('Dnr 2026/1');
    expect(read.tasks[0]).toMatchObject({ state: 'due', missed: null, next: '2027-05-31' });
  });

  test('says of each ended period what the terms make of it, and what is open', async () => {
    const { extensions } = FollowUpsBody.parse(await get('/agreements/dalarna-missbruk-beroende-2021/follow-ups'));
    expect(extensions).toMatchObject([
      { end: '2024-06-30', verdict: 'unknown', open: ['no-successor', 'evaluation-begun', 'revision-begun'] },
    ]);
    expect(await get('/agreements/inget/follow-ups')).toMatchObject({ status: 404, code: 'agreement-not-found' });
  });
});
