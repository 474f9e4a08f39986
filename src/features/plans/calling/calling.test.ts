import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { get, NUMBER, protectedInAneby, send } from '../../../../tests/given/persons-app.ts';
import {
  CLINICIAN,
  call,
  calling,
  clock,
  consentTo,
  givenCalling,
  html,
  meeting,
  onwards,
  opened,
  opens,
  owner,
  prepared,
  unit,
  WORKER,
} from './given-calling.ts';
import { remindSummonses } from './remind-summonses.ts';

beforeAll(givenCalling);

const linkOf = async (plan: string, as: string) =>
  /href="(\/planer\/[0-9a-f-]+\/kallelser\/[0-9a-f-]+)"/.exec(await html(`/planer/${plan}`, as))?.[1] ?? '';
const seenOf = async (path: string) => /name="(?:seen|meeting)" value="([^"]*)"/.exec(await html(path, WORKER))?.[1] ?? '';

describe('a summons', () => {
  test('is not sent before the person has answered, nor when they have said no', async () => {
    for (const agreed of ['not-asked', 'declined']) {
      const plan = await opened({ agreed });
      const refused = await call(plan, calling());
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('Fråga personen om planen får göras');
      const { rows } = await owner(sql`select 1 from plan_calling where plan_id = ${plan}`);
      expect(rows).toEqual([]);
    }
  });

  test('is sent when it is written down why the person cannot take a stand', async () => {
    const plan = await opened({ agreed: 'cannot' });
    expect((await call(plan, calling())).status).toBe(303);
  });

  test('takes a unit of the other huvudman, a purpose, questions, and a day that has not passed', async () => {
    const plan = await opened();
    expect(await (await call(plan, calling({ 'unit-1': '' }))).text()).toContain('Välj minst en enhet');
    const own = await call(plan, calling({ 'unit-1': unit.funktionshinderomsorg ?? '' }));
    expect(await own.text()).toContain('Kalla minst en enhet hos regionen');
    expect((await call(plan, calling({ questions: '' }))).status).toBe(422);
    expect((await call(plan, calling({ purpose: '' }))).status).toBe(422);
    expect((await call(plan, calling({ replyBy: '2026-11-21' }))).status).toBe(422);
    expect((await call(plan, calling({ 'unit-1': randomUUID() }))).status).toBe(422);
  });

  test('is sent once however often the form comes, and other words under its key are refused', async () => {
    const plan = await opened();
    const form = calling();
    for (const _ of [1, 2]) expect((await call(plan, form)).headers.get('location')).toBe(`/planer/${plan}?klart=kallad#mote`);
    expect((await call(plan, { ...form, purpose: 'Något annat' })).status).toBe(409);
    const { rows } = await owner(sql`select kind, ground from plan_summons where plan_id = ${plan}`);
    expect(rows).toEqual([{ kind: 'summons', ground: 'law' }]);
    const told = await owner(
      sql<{ params: object }>`select distinct params from outbox where kind = 'plan-summoned' and params->>'plan' = ${plan}`,
    );
    expect(JSON.stringify(told.rows)).not.toMatch(/sömnen|Lönnen|Testberg/);
    expect(told.rows).toHaveLength(1);
  });

  test('of somebody from outside takes a yes of its own from the person', async () => {
    const plan = await opened();
    const form = calling({ 'name-1': 'Gode mannen Kim' });
    expect(await (await call(plan, form)).text()).toContain('kräver ett eget ja');
    await consentTo(plan, 'given', 'invite-outside');
    onwards(1);
    expect((await call(plan, form)).status).toBe(303);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Gode mannen Kim');
    const { rows } = await owner(sql<{ row: string }>`select to_jsonb(t)::text as row from plan_summons_text t where plan_id = ${plan}`);
    for (const { row } of rows) expect(row).not.toContain('Kim');
  });

  test('is sent by those who lead the plan, and by nobody else', async () => {
    expect((await call(prepared, calling(), CLINICIAN)).status).toBe(404);
    expect((await call(prepared, calling(), 'boendestod-aneby-06')).status).toBe(404);
  });
});

describe('a unit that is called', () => {
  test('reads without consent that it is called, by whom and by when, and nothing of the meeting', async () => {
    const plan = await opened();
    await send(`/planer/${plan}/mote`, meeting(), WORKER);
    await call(plan, calling());
    const page = await html(`/planer/${plan}`, CLINICIAN);
    expect(page).toContain('Din enhet är kallad');
    expect(page).toContain('27 november 2026');
    expect(page).toContain('Fråga Socialtjänstens vuxenenhet Aneby');
    for (const shut of ['Lönnen', '10.00', 'sömnen', 'vem som gör vad', 'behandlingen fortsätter', NUMBER, 'Testberg', 'Bo kvar']) {
      expect(page).not.toContain(shut);
    }
    expect((await get(`/planer/${plan}/mote.ics`, CLINICIAN)).status).toBe(404);
    expect((await get(`/planer/${plan}`, 'behandlare-beroende-06')).status).toBe(404);
  });

  test('reads of the meeting as soon as the person lets it, and no more than that', async () => {
    const plan = await opened();
    await send(`/planer/${plan}/mote`, meeting(), WORKER);
    await call(plan, calling());
    await opens(plan, ['meeting']);
    const page = await html(`/planer/${plan}`, CLINICIAN);
    for (const open of ['Lönnen', 'Hur går det med sömnen?', 'Hur behandlingen fortsätter']) expect(page).toContain(open);
    expect(page).not.toContain(NUMBER);
    const file = await (await get(`/planer/${plan}/mote.ics`, CLINICIAN)).text();
    expect(file).toContain('DTSTART:20261127T090000Z');
    expect(file).toContain('SUMMARY:Möte\r\n');
    expect(file).not.toMatch(/LOCATION|Testberg|sömnen/);
  });

  test('cannot decline, and answers once however often it says the same', async () => {
    const plan = await opened();
    await call(plan, calling());
    const form = await linkOf(plan, CLINICIAN);
    expect(await html(form, CLINICIAN)).not.toContain('Vi kommer inte');
    expect(await (await send(form, { answer: 'no', text: 'Vi hinner inte' }, CLINICIAN)).text()).toContain('skyldig att komma');
    expect((await send(form, { answer: 'other-time', text: '' }, CLINICIAN)).status).toBe(422);
    for (const _ of [1, 2]) expect((await send(form, { answer: 'yes', text: '' }, CLINICIAN)).status).toBe(303);
    const { rows } = await owner(sql`select answer from plan_summons_answer where plan_id = ${plan}`);
    expect(rows).toEqual([{ answer: 'yes' }]);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Kommer');
    expect((await send(form, { answer: 'yes', text: '' }, WORKER)).status).toBe(404);
  });

  test('by mistake names the right unit of its own huvudman, which is called in its place', async () => {
    const plan = await opened();
    await call(plan, calling());
    const form = await linkOf(plan, CLINICIAN);
    const wrong = (rightUnit: string) => send(form, { answer: 'wrong-receiver', text: '', rightUnit }, CLINICIAN);
    expect(await (await wrong('')).text()).toContain('Peka ut den enhet');
    expect((await wrong(unit.funktionshinderomsorg ?? '')).status).toBe(422);
    const right = /<option value="([0-9a-f-]{36})"[^>]*>Beroende/.exec(await html(form, CLINICIAN))?.[1] ?? '';
    expect((await wrong(right)).status).toBe(303);
    expect((await wrong(right)).status).toBe(404);
    const page = await html(`/planer/${plan}`, 'behandlare-beroende-06');
    expect(page).toContain('Din enhet är kallad');
    expect(page).not.toContain('sömnen');
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Fel enhet, skickad vidare');
  });

  test('who has not answered in time is reminded, every third day and only until it has answered', async () => {
    const plan = await opened();
    await call(plan, calling({ replyBy: '2026-11-22' }));
    const { rows: called } = await owner(sql<{ id: string }>`select id from plan_summons where plan_id = ${plan}`);
    const id = called[0]?.id ?? '';
    const database = await givenDatabase();
    const on = (day: string) => remindSummonses({ database, clock: { ...clock, today: () => Temporal.PlainDate.from(day) } });
    const count = async () =>
      (
        await owner(
          sql<{ n: number }>`select count(*)::int as n from outbox where kind = 'plan-summons-waits' and params->>'plan' = ${plan}`,
        )
      ).rows[0]?.n;
    expect(await on('2026-11-21').waiting()).not.toContain(id);
    for (const _ of [1, 2]) await on('2026-11-22').run(id, { last: false });
    expect(await count()).toBe(4);
    expect(await on('2026-11-24').waiting()).not.toContain(id);
    expect(await on('2026-11-25').waiting()).toContain(id);
    await send(await linkOf(plan, CLINICIAN), { answer: 'yes', text: '' }, CLINICIAN);
    await on('2026-11-25').run(id, { last: false });
    expect(await count()).toBe(4);
  });
});

describe('a meeting', () => {
  test('is moved and called off by who has seen what holds, and not into the past', async () => {
    const plan = await opened();
    const path = `/planer/${plan}/mote`;
    expect((await send(path, meeting({ on: '2026-11-20' }), WORKER)).status).toBe(422);
    expect((await send(path, meeting(), WORKER)).status).toBe(303);
    onwards(1);
    expect((await send(path, meeting({ time: '13:30' }), WORKER)).status).toBe(409);
    const seen = await seenOf(path);
    expect((await send(path, meeting({ time: '13:30', seen }), WORKER)).status).toBe(303);
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain('13.30');
    expect(page).toContain('Flyttat 1 gång');
    onwards(1);
    expect((await send(`${path}/stall-in`, { seen }, WORKER)).status).toBe(409);
    expect((await send(`${path}/stall-in`, { seen: await seenOf(path) }, WORKER)).status).toBe(303);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Mötet är inställt');
  });

  test('is noted with who was there once it has begun, and the clock then shows it held', async () => {
    const plan = await opened();
    const soon = clock.now().add({ minutes: 4 }).toZonedDateTimeISO('Europe/Stockholm').toPlainTime().toString({ smallestUnit: 'minute' });
    await send(`/planer/${plan}/mote`, meeting({ on: '2026-11-22', time: soon }), WORKER);
    await call(plan, calling());
    const path = `/planer/${plan}/mote/var-med`;
    const { rows } = await owner(sql<{ id: string }>`select id from plan_summons where plan_id = ${plan}`);
    const called = rows[0]?.id ?? '';
    const set = await seenOf(path);
    const form = {
      meeting: set,
      called,
      'presence-individual': 'by-video',
      'presence-leader': 'present',
      [`presence-${called}`]: 'absent',
    };
    expect((await send(path, form, WORKER)).status).toBe(409);
    onwards(5);
    expect((await send(path, form, WORKER)).status).toBe(422);
    expect((await send(path, { ...form, [`reason-${called}`]: 'Sjuk' }, WORKER)).status).toBe(303);
    const page = await html(`/planer/${plan}`, WORKER);
    for (const text of ['Mötet har hållits', 'På video', 'Skäl: Sjuk', 'Klart 22 november 2026']) expect(page).toContain(text);
  });

  test('of somebody with protected identity stands in a calendar without its place', async () => {
    const plan = await opened({ person: protectedInAneby });
    await send(`/planer/${plan}/mote`, meeting(), WORKER);
    const file = await (await get(`/planer/${plan}/mote.ics`, WORKER)).text();
    expect(file).toContain('DTSTART');
    expect(file).not.toMatch(/LOCATION|Lönnen/);
  });

  test('is read by the person, with who is called and what they were told', async () => {
    const page = await html(`/min-plan/${prepared}`, 'enskild-1');
    for (const text of ['Ditt möte', 'entré B', 'Kommer', 'Vem hjälper till hemma?']) expect(page).toContain(text);
    expect(await (await get(`/min-plan/${prepared}/mote.ics`, 'enskild-1')).text()).toContain('LOCATION');
    expect((await get(`/min-plan/${prepared}/mote.ics`, 'enskild-3')).status).toBe(404);
  });
});
