import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ANEBY,
  accounts,
  app,
  asOwner,
  cookies,
  givenLogWorld,
  givenLook,
  inAneby,
  inEksjo,
  logged,
  NUMBER,
  OTHER_REVIEWER,
  protectedInAneby,
  REGION_REVIEWER,
  REVIEWER,
  rowsOf,
  search,
  staff,
  WORKER,
} from '../../../tests/given/log-world.ts';
import { TEST_ORIGIN } from '../../../tests/given/logged-in.ts';

beforeAll(givenLogWorld);

type Event = {
  id: string;
  at: string;
  text: string;
  whom: { kind: string; name: string | null };
  own: boolean;
  protectedIdentity: boolean;
};
type Row = {
  row: number;
  event: Event;
  holds: { id: string; verdict: string; reason: string } | null;
  corrected: unknown[];
  mayJudge: boolean;
};
type Said = {
  status: number;
  code?: string;
  id?: string;
  events?: Event[];
  rows?: Row[];
  samples?: { id: string }[];
  older?: string | null;
  errors?: { pointer: string }[];
};

async function call(method: string, path: string, as: string, json?: unknown): Promise<Said & { text: string }> {
  const answer = await app.request(`${TEST_ORIGIN}/api/v1/audit${path}`, {
    method,
    headers: { cookie: cookies[as] ?? '', ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  return { ...(JSON.parse(text) as Said), status: answer.status, text };
}
const PERIOD = { from: '2026-11-01', to: '2026-11-23' };
const events = (as: string, but: object = {}) => call('POST', '/events/search', as, { ...PERIOD, ...but });
const drawRound = async (as: string, but: object = {}) =>
  (await call('POST', '/samples', as, { ...PERIOD, stratum: 'all', size: 200, key: crypto.randomUUID(), ...but })).id ?? '';
const judge = (round: string, row: number, as: string, but: object = {}) =>
  call('POST', `/samples/${round}/rows/${row}/verdict`, as, { verdict: 'justified', reason: 'Ett ärende fanns.', ...but });

describe('the log by the API', () => {
  test('answers a reviewer the rows that the page shows them, and another reviewer none of them', async () => {
    for (const reviewer of [REVIEWER, OTHER_REVIEWER, REGION_REVIEWER])
      expect((await events(reviewer)).events?.length).toBe(rowsOf(await search({}, reviewer)));
    const mine = (await events(REVIEWER)).events?.map(({ id }) => id) ?? [];
    const theirs = (await events(OTHER_REVIEWER)).events?.map(({ id }) => id) ?? [];
    expect(mine.length).toBeGreaterThan(3);
    expect(theirs.filter((id) => mine.includes(id))).toEqual([]);
  });

  test('names no one with protected identity, and nobody in the records of another huvudman', async () => {
    const names = (person: string) => asOwner(sql<{ name: string }>`select name from person where id = ${person}`);
    const [[{ name: hidden } = { name: '' }], [{ name: known } = { name: '' }]] = [await names(protectedInAneby), await names(inAneby)];
    const own = await events(REVIEWER, { act: 'persons.read-protected' });
    expect(own.events).toMatchObject([{ whom: { kind: 'known', name: null }, protectedIdentity: true }]);
    expect(own.text).not.toContain(hidden);
    const region = await events(REGION_REVIEWER);
    expect(region.events?.some(({ whom }) => whom.kind === 'elsewhere')).toBe(true);
    expect(region.text).not.toContain(known);
    expect((await events(REVIEWER)).text).toContain(known);
  });

  test('sends neither addresses of the network nor numbers, and tells the log whom it showed', async () => {
    const ofHim = async () => (await logged('audit.search')).filter(({ person_id }) => person_id === inAneby);
    expect(await ofHim()).toEqual([]);
    const found = await events(REVIEWER, { person: NUMBER });
    expect(found.events?.length).toBeGreaterThan(0);
    expect(found.text).not.toContain('192.0.2.7');
    expect(found.text).not.toContain(NUMBER);
    expect(await ofHim()).toMatchObject([{ owner_organisation_id: ANEBY, outcome: 'allowed', purpose: 'review' }]);
  });

  test('comes page by page without losing or repeating a row', async () => {
    for (let n = 0; n < 7; n++) await givenLook({ at: `2026-10-05T10:00:00.00${n % 2}Z`, request: `p-${n}` });
    const period = { from: '2026-10-05', to: '2026-10-05' };
    const whole = (await events(REVIEWER, period)).events?.map(({ id }) => id) ?? [];
    const walked: string[] = [];
    for (let older: string | null | undefined; older !== null; ) {
      const page = await events(REVIEWER, { ...period, limit: 3, ...(older ? { before: older } : {}) });
      expect(page.events?.length).toBeLessThanOrEqual(3);
      walked.push(...(page.events ?? []).map(({ id }) => id));
      older = page.older ?? null;
    }
    expect(whole).toHaveLength(7);
    expect(walked).toEqual(whole);
  });

  test('refuses those who review nothing, and days out of order where they stand', async () => {
    for (const who of [WORKER, 'enskild-1']) expect([(await events(who)).status, (await events(who)).code]).toEqual([403, 'forbidden']);
    const faulty = await events(REVIEWER, { from: '2026-11-23', to: '2026-11-01' });
    expect([faulty.status, faulty.code, faulty.errors?.map(({ pointer }) => pointer)]).toEqual([422, 'period-order', ['#/to']]);
    expect((await events(REVIEWER, { act: 'agreements.read' })).status).toBe(422);
  });
});

describe('odd patterns by the API', () => {
  type Odd = { odd?: { event: Event; why: { kind: string; text: string }[] }[]; found?: number; gone?: number };
  const patterns = async (as: string, but: object = {}) =>
    (await call('POST', '/patterns/search', as, { ...PERIOD, ...but })) as Said & Odd & { text: string };

  test('are those that the page shows to the reviewer, with why, and nobody else sees them', async () => {
    const found = await patterns(REVIEWER);
    expect(found.odd?.length).toBeGreaterThan(0);
    expect(found.odd?.every(({ why }) => why.length > 0 && why.every(({ text }) => text.length > 5))).toBe(true);
    const page = await app.request(`${TEST_ORIGIN}/logg/monster?fran=${PERIOD.from}&till=${PERIOD.to}`, {
      headers: { cookie: cookies[REVIEWER] ?? '' },
    });
    expect(rowsOf(await page.text())).toBe(found.odd?.length);
    const own = found.odd?.map(({ event }) => event.id) ?? [];
    const others = (await patterns(OTHER_REVIEWER)).odd?.map(({ event }) => event.id) ?? [];
    expect(others.filter((id) => own.includes(id))).toEqual([]);
    expect((await logged('audit.find-patterns')).length).toBeGreaterThan(0);
    for (const who of [WORKER, 'enskild-1']) expect((await patterns(who)).code).toBe('forbidden');
    expect((await patterns(REVIEWER, { from: '2026-11-23', to: '2026-11-01' })).code).toBe('period-order');
    expect((await patterns(REVIEWER, { skip: found.found })).odd).toEqual([]);
  });
});

describe('rounds of review by the API', () => {
  test('are drawn once for one key, listed page by page, and unseen by other reviewers', async () => {
    const key = '0b54c8d0-7a7e-4a52-9d0e-6b0a4f6f2b99';
    expect([await drawRound(REVIEWER, { key }), await drawRound(REVIEWER, { key })]).toEqual([key, key]);
    expect((await call('GET', `/samples/${key}`, OTHER_REVIEWER)).code).toBe('sample-not-found');
    expect((await call('POST', '/samples', OTHER_REVIEWER, { ...PERIOD, stratum: 'all', size: 1, key })).code).toBe('key-taken');
    for (let n = 0; n < 51; n++) await drawRound(REVIEWER, { size: 1 });
    const first = await call('GET', '/samples', REVIEWER);
    const second = await call('GET', `/samples?before=${first.older}`, REVIEWER);
    const ids = [...(first.samples ?? []), ...(second.samples ?? [])].map(({ id }) => id);
    expect([first.samples?.length, new Set(ids).size, second.older]).toEqual([50, ids.length, null]);
    expect(ids).toContain(key);
    expect((await call('GET', '/samples', OTHER_REVIEWER)).samples).toEqual([]);
    expect((await call('GET', '/samples', WORKER)).status).toBe(403);
  });

  test('take one verdict a row, and a correction that names what it corrects', async () => {
    const round = await drawRound(REVIEWER);
    const rows = (await call('GET', `/samples/${round}`, REVIEWER)).rows ?? [];
    const nth = rows.find(({ mayJudge }) => mayJudge)?.row ?? 0;
    const given = await judge(round, nth, REVIEWER);
    expect([given.status, (await judge(round, nth, REVIEWER)).code]).toEqual([200, 'verdict-given']);
    const corrected = await judge(round, nth, REVIEWER, { verdict: 'to-ask-about', reason: 'Frågan är ställd.', corrects: given.id });
    expect(corrected.status).toBe(200);
    const row = (await call('GET', `/samples/${round}`, REVIEWER)).rows?.find((one) => one.row === nth);
    expect([row?.holds?.verdict, row?.corrected.length]).toEqual(['to-ask-about', 1]);
    expect((await judge(round, nth, OTHER_REVIEWER)).code).toBe('sample-not-found');
    expect((await judge(round, 200, REVIEWER)).code).toBe('sample-row-not-found');
  });

  test('let nobody judge their own look', async () => {
    const { assignment } = await staff('log-reviewer', ANEBY);
    await givenLook({
      at: '2026-08-03T10:00:00Z',
      account: accounts[REVIEWER] ?? '',
      assignment,
      unit: null,
      act: 'persons.review-emergency',
    });
    const round = await drawRound(REVIEWER, { from: '2026-08-03', to: '2026-08-03' });
    const rows = (await call('GET', `/samples/${round}`, REVIEWER)).rows ?? [];
    expect(rows.map(({ event, mayJudge }) => [event.own, mayJudge])).toEqual([[true, false]]);
    const refused = await judge(round, 1, REVIEWER);
    expect([refused.status, refused.code]).toEqual([403, 'verdict-own']);
    expect((await call('GET', `/samples/${round}`, REVIEWER)).rows?.[0]?.holds).toBeNull();
  });
});

describe('one’s own extract by the API', () => {
  test('says who looked, by huvudman, without the name of anybody on the staff, and is logged as one’s own', async () => {
    const { status, text } = await call('GET', '/own', 'enskild-1');
    expect(status).toBe(200);
    expect(text).toContain('Läste uppgifterna om dig');
    expect(text).not.toContain('skyddade uppgifterna');
    const names = await asOwner(sql<{ name: string; id: string }>`select name, id from account where kind = 'staff'`);
    expect(names.filter(({ name, id }) => text.includes(`"${name}"`) || text.includes(id))).toEqual([]);
    const own = await logged('audit.read-own-extract');
    expect(own.map(({ person_id }) => person_id)).toEqual(expect.arrayContaining([inAneby, inEksjo]));
    expect(own.every(({ purpose }) => purpose === 'own')).toBe(true);
  });

  test('is nobody else’s', async () => {
    for (const who of [REVIEWER, WORKER]) expect((await call('GET', '/own', who)).status).toBe(403);
  });
});
