import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import {
  type Answered,
  COLLEAGUE,
  COUNCIL,
  change,
  DALARNA,
  FAR,
  FOLLOW_UPS,
  followUp,
  givenTelling,
  LACK,
  LATER,
  lack,
  OF_REGION,
  REGION,
  STRATEGY,
  TOWN,
  writesNothing,
} from './inform-given.ts';

let send: Awaited<ReturnType<typeof givenTelling>>['send'];
let pageOf: Awaited<ReturnType<typeof givenTelling>>['pageOf'];
beforeAll(async () => {
  ({ send, pageOf } = await givenTelling());
});

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table act; --",
    '{{7*7}} <%= 7*7 %>',
    'Ådalen \u202Egnitek\u202C 👩‍👩‍👧 e\u0301',
    'javascript:alert(1)',
  ];

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
    const read = JSON.parse(await pageOf(`/api/v1/planned-changes/${announced.id}`, TOWN)) as { what: string };
    expect(read.what).toBe(text);
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
