import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { ANEBY, app } from '../../../tests/given/persons-app.ts';
import { stableId } from '../../platform/index.ts';
import { CLINICIAN, clock, givenCalling, onwards, opened, opens, owner, unit, WORKER } from './calling/given-calling.ts';

const cookies: Record<string, string> = {};
beforeAll(async () => {
  await givenCalling();
  for (const account of [WORKER, CLINICIAN]) cookies[account] = await givenLoggedIn(app, account);
});

type Answer = { code?: string; meetings?: { id: string; turn: string }[] | null; measures?: object[] | null; duties?: object | null };
async function send(path: string, body: object, as = WORKER): Promise<[number, Answer]> {
  const headers = { 'content-type': 'application/json', cookie: cookies[as] ?? '' };
  const answer = await app.request(`${TEST_ORIGIN}/api/v1/plans/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return [answer.status, (await answer.json()) as Answer];
}
const count = async (table: string, plan: string) =>
  (await owner(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where plan_id = ${plan}`)).rows[0]?.n;
const acts = async (plan: string, kind: string) =>
  (await owner(sql<{ n: number }>`select count(*)::int as n from act where subject_id = ${plan} and kind = ${kind}`)).rows[0]?.n;

const duties = (over: object = {}) => ({
  ...{ overall: ANEBY, coordinator: stableId('demo:SE2321000000-P06001'), followUp: '2027-03-01', tookPart: false, whyNot: 'Var sjuk' },
  ...over,
});

describe('the API of plans', () => {
  test('writes who answers for what once, and afterwards only what is new of it', async () => {
    const plan = await opened();
    const key = randomUUID();
    expect((await send(`${plan}/duties`, duties({ key })))[0]).toBe(200);
    expect(await count('plan_duty', plan)).toBe(4);
    onwards(1);
    for (const again of [duties({ key }), duties(), duties({ key: randomUUID() })])
      expect((await send(`${plan}/duties`, again))[0]).toBe(200);
    expect([await count('plan_duty', plan), await acts(plan, 'plans.decide')]).toEqual([4, 1]);
    const [, answer] = await send(`${plan}/duties`, duties({ followUp: '2027-04-01' }));
    expect(answer.duties).toMatchObject({ overall: { id: ANEBY }, followUp: '2027-04-01', tookPart: false, whyNot: 'Var sjuk' });
    expect([await count('plan_duty', plan), await acts(plan, 'plans.decide')]).toEqual([5, 2]);
    onwards(1);
    expect((await send(`${plan}/duties`, duties({ key })))[0]).toBe(200);
    expect(await count('plan_duty', plan)).toBe(5);
    expect((await send(`${plan}/duties`, duties({ key, followUp: '2027-05-01' })))[1].code).toBe('key-taken');
  });

  test('sets a meeting, calls it off and notes who was there once each, whatever comes again, and never something else in its place', async () => {
    const plan = await opened();
    const [key, second] = [randomUUID(), randomUUID()];
    const soon = clock.now().add({ minutes: 10 }).toZonedDateTimeISO('Europe/Stockholm');
    const time = soon.toPlainTime().toString({ smallestUnit: 'minute' });
    const set = { key, on: soon.toPlainDate().toString(), time, minutes: 60, how: 'place', where: 'Rum 2' };
    const off = { seen: key };
    for (const _ of [1, 2]) expect((await send(`${plan}/meetings`, set))[1].meetings).toMatchObject([{ id: key, turn: 'set' }]);
    onwards(1);
    for (const _ of [1, 2]) expect((await send(`${plan}/meetings/call-off`, off))[1].meetings).toMatchObject([{ turn: 'called-off' }]);
    expect((await send(`${plan}/meetings`, set))[1].meetings).toMatchObject([{ turn: 'called-off' }]);
    onwards(1);
    expect((await send(`${plan}/meetings`, { ...set, key: second }))[0]).toBe(200);
    expect((await send(`${plan}/meetings/call-off`, off))[1].code).toBe('meeting-changed');
    onwards(15);
    const there = { presence: 'present', reason: '' };
    const noted = { meeting: second, individual: { presence: 'absent', reason: 'Var sjuk' }, leader: there, called: [] };
    for (const _ of [1, 2]) expect((await send(`${plan}/meetings/attendance`, noted))[0]).toBe(200);
    expect([await count('plan_attendance', plan), await acts(plan, 'plans.note-meeting')]).toEqual([2, 1]);
    for (const other of [
      { individual: there },
      { leader: { presence: 'by-phone', reason: '' } },
      { individual: { presence: 'absent', reason: 'Glömde' } },
    ])
      expect((await send(`${plan}/meetings/attendance`, { ...noted, ...other }))[1].code).toBe('key-taken');
  });

  test('writes a goal and a measure under ids of the sender, once, and refuses other words for what was sent as new', async () => {
    const plan = await opened();
    const [goal, measure] = [randomUUID(), randomUUID()];
    const words = { sort: 'of-person', horizon: 'short', words: 'Sova hela natten' };
    const said = { need: 'Sova', what: 'Stöd hemma', who: 'Någon', starts: '2026-12-01', target: '2027-03-01', outside: 'own-wish' };
    for (const _ of [1, 2]) expect((await send(`${plan}/goals/${goal}`, words))[0]).toBe(200);
    for (const _ of [1, 2])
      expect((await send(`${plan}/measures/${measure}`, said))[1].measures).toMatchObject([{ id: measure, number: 1 }]);
    expect([await count('plan_goal', plan), await count('plan_measure', plan)]).toEqual([1, 1]);
    expect((await send(`${plan}/goals/${goal}`, { ...words, words: 'Sova' }))[1].code).toBe('key-taken');
    expect((await send(`${plan}/measures/${measure}`, { ...said, what: 'Annat' }))[1].code).toBe('key-taken');
    expect((await send(`${plan}/goals/${goal}`, { ...words, words: 'Sova', seen: 1 }))[0]).toBe(200);
    expect((await send(`${plan}/goals/${goal}`, { ...words, words: 'Vila', seen: 1 }))[1].code).toBe('part-rewritten');
  });

  test('answers what is shut with nothing, and lets nobody write in it', async () => {
    const plan = await opened();
    await send(`${plan}/parties`, { unit: unit['psykiatrisk-oppenvard'] });
    await send(`${plan}/duties`, duties());
    await opens(plan, ['goals']);
    const words = { sort: 'of-staff', horizon: 'short', words: 'Komma till mottagningen' };
    const [status, answer] = await send(`${plan}/goals/${randomUUID()}`, words, CLINICIAN);
    expect([status, answer.measures, answer.duties]).toEqual([200, null, null]);
    const said = { need: 'Sova', what: 'Stöd', who: 'Någon', starts: '2026-12-01', target: '2027-03-01', outside: 'own-wish' };
    expect((await send(`${plan}/measures/${randomUUID()}`, said, CLINICIAN))[0]).toBe(404);
    expect((await send(`${plan}/duties`, duties(), CLINICIAN))[0]).toBe(404);
    expect((await send(`${plan}/meetings/call-off`, { seen: randomUUID() }, CLINICIAN))[0]).toBe(404);
  });
});
