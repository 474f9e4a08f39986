import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, stableId } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';

const REGION = 'registrator-region-06';
const TOWN = 'registrator-aneby-06';
const COLLEAGUE = 'mas-aneby-06';
const WORKER = 'handlaggare-aneby-06';
const STRATEGY = 'strategigrupp-06';
const DALARNA = 'registrator-avesta-20';
const COUNCIL = 'politiker-20';
const FAR = 'registrator-region-20';
const accounts = [REGION, TOWN, COLLEAGUE, WORKER, STRATEGY, DALARNA, COUNCIL, FAR];

const OF_REGION = stableId('demo:change:region:06');
const OF_TOWN = stableId('demo:change:municipality:06');
const LACK = stableId('demo:lack:20');
const LATER = stableId('demo:lack:later:20');
const change = {
  title: 'Mottagningen flyttar',
  what: 'Ny adress.',
  services: 'Mottagningen',
  affects: 'Alla.',
  from: '2027-02-01',
  rows: ['jonkoping-missbruk-beroende#JA-01'],
};
const lack = { agreement: 'dalarna-missbruk-beroende-2021', about: ['region'], rows: ['DAL-01'], title: 'Brist', what: 'Sedan i augusti.' };
const followUp = {
  cadence: 'uppfoljning-vartannat-ar',
  on: '2026-11-20',
  from: '2026-01-01',
  to: '2026-10-31',
  about: 'Hela avtalet.',
  outcome: 'Det håller.',
  ledTo: 'nothing',
  documented: 'RJL 2026/1',
  tookPart: 'Strategigruppen.',
};
const FOLLOW_UPS = '/agreements/jonkoping-psykiatriska-tillstand/follow-ups';

let app: Awaited<ReturnType<typeof givenApp>>;
const cookies = new Map<string, string>();
beforeAll(async () => {
  app = await givenApp({ login: true });
  for (const account of accounts) cookies.set(account, await givenLoggedIn(app, account));
});

type Answered = { readonly status: number; readonly code: string | undefined; readonly id: string | undefined };

async function send(path: string, json: unknown, as?: string): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...(as ? { cookie: cookies.get(as) ?? '' } : {}) };
  const body = typeof json === 'string' ? json : JSON.stringify(json);
  const answer = await app.request(`/api/v1${path}`, { method: 'POST', headers, body });
  const said = (await answer.json()) as { code?: string; id?: string; act?: string };
  return { status: answer.status, code: said.code, id: said.id ?? said.act };
}

/** Everything that is written in these rooms. */
async function written(): Promise<unknown> {
  return (await givenDatabase()).asOwner(async (tx) => {
    const { rows } =
      await sql`select (select count(*) from planned_change) as changes, (select count(*) from planned_change_wording) as wordings,
      (select count(*) from planned_change_reply) as replies, (select count(*) from non_compliance) as lacks,
      (select count(*) from non_compliance_reply) as answers, (select count(*) from follow_up) as follow_ups,
      (select count(*) from agreement_act) as agreement_acts, (select count(*) from act) as acts, (select count(*) from outbox) as told`.execute(
        tx,
      );
    return rows[0];
  });
}

/** That nothing of what is tried is written. */
async function writesNothing<T>(attempt: () => Promise<T>): Promise<T> {
  const before = await written();
  const answer = await attempt();
  expect(await written()).toEqual(before);
  return answer;
}

describe('who may not', () => {
  const changeOf = `/planned-changes/${OF_REGION}`;
  const townChange = `/planned-changes/${OF_TOWN}`;
  const attempts: [what: string, path: string, json: object, as: string | undefined, status: number][] = [
    ['announce without a login', '/planned-changes', change, undefined, 401],
    ['announce as a case worker', '/planned-changes', change, WORKER, 403],
    ['announce for rows of another county', '/planned-changes', change, FAR, 422],
    ['acknowledge without a login', `${townChange}/acknowledgement`, { wording: 1 }, undefined, 401],
    ['acknowledge one’s own change', `${townChange}/acknowledgement`, { wording: 1 }, TOWN, 403],
    ['acknowledge a change of another county', `${changeOf}/acknowledgement`, { wording: 1 }, FAR, 404],
    ['object without a login', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, undefined, 401],
    ['object as a case worker', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, WORKER, 403],
    ['object to one’s own change', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, REGION, 403],
    ['object in another county', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, FAR, 404],
    ['object to a wording that is not', `${changeOf}/objection`, { wording: 2, reason: 'Nej.' }, TOWN, 409],
    ['object without a reason', `${changeOf}/objection`, { wording: 1, reason: '  ' }, TOWN, 422],
    ['answer for the one that announced', `${changeOf}/answer`, { wording: 1, party: '0604', answer: 'Jo.' }, TOWN, 403],
    ['answer what nobody objected', `${changeOf}/answer`, { wording: 1, party: '0686', answer: 'Jo.' }, REGION, 409],
    ['answer oneself', `${changeOf}/answer`, { wording: 1, party: 'region', answer: 'Jo.' }, REGION, 409],
    ['answer a party that is none', `${changeOf}/answer`, { wording: 1, party: '0000', answer: 'Jo.' }, REGION, 409],
    ['answer somebody who is no party at all', `${changeOf}/answer`, { wording: 1, party: 'alla', answer: 'Jo.' }, REGION, 422],
    ['call off what another announced', `${changeOf}/withdrawal`, { wording: 1 }, TOWN, 403],
    ['call off in another county', `${changeOf}/withdrawal`, { wording: 1 }, FAR, 404],
    ['point out without a login', '/non-compliance', lack, undefined, 401],
    ['point out as a case worker', '/non-compliance', lack, WORKER, 403],
    ['point out in another county', '/non-compliance', lack, TOWN, 403],
    ['point out what one does oneself', '/non-compliance', { ...lack, about: ['2084'] }, DALARNA, 422],
    ['point out a party of another county', '/non-compliance', { ...lack, about: ['0604'] }, DALARNA, 422],
    ['point out a row that is not', '/non-compliance', { ...lack, rows: ['DAL-99'] }, DALARNA, 422],
    ['point out nothing', '/non-compliance', { ...lack, rows: [] }, DALARNA, 422],
    [
      'point out where the agreement has no order',
      '/non-compliance',
      { ...lack, agreement: 'jonkoping-missbruk-beroende', about: ['0686'] },
      TOWN,
      422,
    ],
    ['receive as the party', `/non-compliance/${LACK}/receipt`, {}, DALARNA, 403],
    ['receive in another county', `/non-compliance/${LACK}/receipt`, {}, REGION, 404],
    ['answer as the party', `/non-compliance/${LACK}/answer`, { answer: 'Vi tycker.' }, DALARNA, 403],
    ['take back what another pointed out', `/non-compliance/${LACK}/withdrawal`, {}, FAR, 403],
    ['follow up without a login', FOLLOW_UPS, followUp, undefined, 401],
    ['follow up as a case worker', FOLLOW_UPS, followUp, WORKER, 403],
    ['follow up in another county', FOLLOW_UPS, followUp, 'politiker-20', 403],
    ['follow up a term that is not', FOLLOW_UPS, { ...followUp, cadence: 'aldrig' }, STRATEGY, 404],
  ];

  test.each(attempts)('%s is refused, and nothing is written', async (_what, path, json, as, status) => {
    const answer = await writesNothing(() => send(path, json, as));
    expect([answer.status, answer.code !== undefined]).toEqual([status, true]);
  });
});

describe('days that cannot be', () => {
  const never = [
    '2027-02-29',
    '2027-02-30',
    '2027-13-01',
    '0000-01-01',
    '1799-12-31',
    '2200-01-01',
    '12027-01-01',
    '2027-1-1',
    '',
    'i morgon',
    '2027-01-01T00:00',
  ];

  test.each([...never, '2026-11-21', '1800-01-01'])('a change is not announced from %s', async (from) => {
    expect((await writesNothing(() => send('/planned-changes', { ...change, from }, REGION))).status).toBe(422);
  });

  test('a change that begins today is announced, since it is told before the day is over', async () => {
    expect((await send('/planned-changes', { ...change, from: '2026-11-22' }, REGION)).status).toBe(200);
  });

  const wrong: [field: 'on' | 'from' | 'to', day: string][] = [
    ...never.flatMap((day) => (['on', 'from', 'to'] as const).map((field): ['on' | 'from' | 'to', string] => [field, day])),
    ['on', '2026-11-23'],
    ['on', '2025-09-29'],
    ['from', '2026-11-01'],
    ['to', '2026-11-21'],
    ['to', '2025-12-31'],
  ];
  test.each(wrong)('nothing is followed up with %s %s', async (field, day) => {
    expect((await writesNothing(() => send(FOLLOW_UPS, { ...followUp, [field]: day }, STRATEGY))).status).toBe(422);
  });
});

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table act; --",
    '{{7*7}} ${7*7} <%= 7*7 %>',
    'Ådalen \u202Egnitek\u202C 👩‍👩‍👧 e\u0301',
    'javascript:alert(1)',
  ];

  async function pageOf(path: string, as: string): Promise<string> {
    const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies.get(as) ?? '' } });
    expect(answer.status).toBe(200);
    return answer.text();
  }
  const shownSafe = (page: string) => {
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toMatch(/href="javascript:/i);
  };

  test.each(hostile)('%s is kept as it was typed and shown as text, in every field', async (text) => {
    const title = `Rubrik ${text}`;
    const announced = await send('/planned-changes', { ...change, title, what: text, services: text, affects: text }, REGION);
    expect(announced.status).toBe(200);
    expect((await send(`/planned-changes/${announced.id}/objection`, { wording: 1, reason: text }, TOWN)).status).toBe(200);
    expect((await send(`/planned-changes/${announced.id}/answer`, { wording: 1, party: '0604', answer: text }, REGION)).status).toBe(200);
    shownSafe(await pageOf(`/planerade-forandringar/${announced.id}`, TOWN));
    shownSafe(await pageOf('/planerade-forandringar', TOWN));
    shownSafe(await pageOf('/arbete', TOWN));
    const pointed = await send('/non-compliance', { ...lack, title, what: text }, DALARNA);
    expect(pointed.status).toBe(200);
    expect((await send(`/non-compliance/${pointed.id}/answer`, { answer: text }, COUNCIL)).status).toBe(200);
    shownSafe(await pageOf(`/patalade-brister/${pointed.id}`, DALARNA));
    shownSafe(await pageOf('/patalade-brister', COUNCIL));
    const done = await send(FOLLOW_UPS, { ...followUp, about: text, outcome: text, documented: text, tookPart: text }, STRATEGY);
    expect(done.status).toBe(200);
    shownSafe(await pageOf('/avtal/jonkoping-psykiatriska-tillstand/uppfoljning', STRATEGY));
    const read = await app.request(`/api/v1/planned-changes/${announced.id}`, { headers: { cookie: cookies.get(TOWN) ?? '' } });
    expect(((await read.json()) as { what: string }).what).toBe(text);
  });

  const impossible: [what: string, text: string][] = [
    ['a zero byte', 'a\u0000b'],
    ['half a sign', 'a\ud800b'],
    ['more than there is room for', 'å'.repeat(8001)],
  ];
  test.each(impossible)('with %s is refused, and nothing is written', async (_what, text) => {
    const refused = async (path: string, json: object, as: string) => {
      const { status } = await writesNothing(() => send(path, json, as));
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    };
    await refused('/planned-changes', { ...change, what: text }, REGION);
    await refused(`/planned-changes/${OF_REGION}/objection`, { wording: 1, reason: text }, TOWN);
    await refused('/non-compliance', { ...lack, what: text }, DALARNA);
    await refused(`/non-compliance/${LACK}/answer`, { answer: text }, COUNCIL);
    await refused(FOLLOW_UPS, { ...followUp, outcome: text }, STRATEGY);
  });

  test.each([
    ['/planned-changes', '{"__proto__":{"title":"x"}}', REGION],
    ['/planned-changes', '[]', REGION],
    [`/planned-changes/${OF_REGION}/objection`, '{"wording":1e400,"reason":"x"}', TOWN],
    [`/planned-changes/${OF_REGION}/objection`, '{"wording":9007199254740993,"reason":"x"}', TOWN],
    [`/planned-changes/${OF_REGION}/objection`, '{"wording":1,"reason":"x","party":"0686"}', TOWN],
    [`/non-compliance/${LACK}/receipt`, '{"body":"lanschefsnatverket"}', COUNCIL],
    ['/planned-changes/inget-id/objection', '{"wording":1,"reason":"x"}', TOWN],
    [`/non-compliance/${newId(Temporal.Instant.from('2026-11-22T11:00:00Z'))}/answer`, '{"answer":"x"}', COUNCIL],
  ])('%s is not sent as %s', async (path, json, as) => {
    const { status } = await writesNothing(() => send(path, json, as));
    expect(status >= 400 && status < 500).toBe(true);
  });
});

describe('a key', () => {
  const key = () => newId(Temporal.Instant.from('2026-11-22T11:00:00Z'));

  test('gives one change to whoever sends it twice, also at once, and nothing to a colleague or another county', async () => {
    const own = key();
    const both = await Promise.all([1, 2, 3].map(() => send('/planned-changes', { ...change, key: own }, TOWN)));
    expect(both.map(({ status, id }) => [status, id])).toEqual(both.map(() => [200, own]));
    const colleague = { ...change, key: own, title: 'En annan förändring' };
    expect(await writesNothing(() => send('/planned-changes', colleague, COLLEAGUE))).toMatchObject({ status: 409, code: 'key-taken' });
    const far = { ...change, key: own, rows: ['dalarna-missbruk-beroende-2021#DAL-01'] };
    const answer = await writesNothing(() => send('/planned-changes', far, FAR));
    expect(answer.status >= 400 && answer.status < 500).toBe(true);
  });

  test('gives one lack, and not to another agreement or another person', async () => {
    const own = key();
    const both = await Promise.all([1, 2, 3].map(() => send('/non-compliance', { ...lack, key: own }, DALARNA)));
    expect(both.map(({ status, id }) => [status, id])).toEqual(both.map(() => [200, own]));
    const other = { ...lack, key: own, about: ['2061'] };
    expect(await writesNothing(() => send('/non-compliance', other, FAR))).toMatchObject({ status: 409, code: 'key-taken' });
    expect(await writesNothing(() => send('/non-compliance', { ...other, about: ['region'] }, 'politiker-avesta-20'))).toMatchObject({
      status: 409,
      code: 'key-taken',
    });
  });

  test('gives one follow-up, and not to another person or another term', async () => {
    const own = key();
    const both = await Promise.all([1, 2, 3].map(() => send(FOLLOW_UPS, { ...followUp, key: own }, STRATEGY)));
    expect(new Set(both.map(({ status, id }) => `${status} ${id}`)).size).toBe(1);
    expect(both[0]?.status).toBe(200);
    const other = { ...followUp, key: own, outcome: 'Något annat.' };
    expect(await writesNothing(() => send(FOLLOW_UPS, other, 'strategigrupp-aneby-06'))).toMatchObject({ status: 409, code: 'key-taken' });
  });
});

describe('two at once', () => {
  const codes = (all: readonly Answered[]) => all.map(({ status, code }) => code ?? String(status)).sort();

  test('acknowledge and object to the same change one after the other: each is heard once', async () => {
    const { id } = await send('/planned-changes', change, REGION);
    const all = await Promise.all([
      send(`/planned-changes/${id}/objection`, { wording: 1, reason: 'Nej.' }, TOWN),
      send(`/planned-changes/${id}/objection`, { wording: 1, reason: 'Nej!' }, COLLEAGUE),
    ]);
    expect(codes(all)).toEqual(['200', 'receipt-not-in-state']);
  });

  test('call it off and object to it: nothing is said of what is called off', async () => {
    const { id } = await send('/planned-changes', change, REGION);
    const [off, objected] = await Promise.all([
      send(`/planned-changes/${id}/withdrawal`, { wording: 1 }, REGION),
      send(`/planned-changes/${id}/objection`, { wording: 1, reason: 'Nej.' }, TOWN),
    ]);
    expect(off?.status).toBe(200);
    expect(['200', 'change-not-in-state']).toContain(objected?.code ?? String(objected?.status));
    expect((await send(`/planned-changes/${id}/objection`, { wording: 1, reason: 'Igen.' }, TOWN)).code).toBe('change-not-in-state');
  });

  test('receive, answer and take back a lack: a body answers once, and nothing after it is taken back', async () => {
    const answers = await Promise.all([1, 2].map((nth) => send(`/non-compliance/${LATER}/answer`, { answer: `Svar ${nth}` }, COUNCIL)));
    expect(codes(answers)).toEqual(['200', 'body-not-in-state']);
    expect((await send(`/non-compliance/${LATER}/receipt`, {}, COUNCIL)).code).toBe('body-not-in-state');
    const back = await Promise.all([1, 2].map(() => send(`/non-compliance/${LATER}/withdrawal`, {}, DALARNA)));
    expect(codes(back)).toEqual(['200', 'lack-not-in-state']);
    expect((await send(`/non-compliance/${LATER}/answer`, { answer: 'Sent.' }, 'strategigrupp-20')).code).toBe('lack-not-in-state');
  });
});
