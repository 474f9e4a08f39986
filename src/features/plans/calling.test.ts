import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { get, givenPersonsApp, inAneby, NUMBER, protectedInAneby, send, html as written } from '../../../tests/given/persons-app.ts';
import { stableId } from '../../platform/index.ts';
import { remindSummonses } from './remind-summonses.ts';

const days = givenClock('2026-11-22');
let later = 0;
const clock = { ...days, now: () => days.now().add({ minutes: later }) };
const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const prepared = stableId('demo:plan:prepared:06');

const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await givenDatabase()).asOwner((tx) => query.execute(tx));
const unit: Record<string, string> = {};

beforeAll(async () => {
  await givenPersonsApp(clock);
  const { rows } = await owner(sql<{ id: string; kind: string }>`select v.unit_id as id, v.kind from unit_version v
    join organisation o on o.id = v.organisation_id where o.county_code = '06' order by v.name`);
  for (const { id, kind } of rows) unit[kind] ??= id;
  const asked = await owner(sql<{ id: string; kind: string }>`select v.unit_id as id, v.kind from plan_party t
    join unit_version v on v.unit_id = t.unit_id where t.plan_id = ${prepared}`);
  for (const { id, kind } of asked.rows) unit[kind] = id;
});

/** A page, with common spaces where it has hard ones. */
const html = async (path: string, as: string) => (await written(path, as)).replaceAll('\u00a0', ' ');

/** A plan of the worker's, on the record of somebody; with a yes to it unless it is said otherwise. */
async function opened({ person = inAneby, agreed = 'given' } = {}): Promise<string> {
  const key = randomUUID();
  const form = { key, kind: 'sip', by: 'staff', on: '2026-11-16', reason: 'Behöver både behandling och stöd', municipality: '0604' };
  expect((await send(`/personer/${person}/plan`, { ...form, needed: 'yes', whyNot: '' }, WORKER)).status).toBe(303);
  if (agreed !== 'not-asked') await consentTo(key, agreed);
  return key;
}

async function consentTo(plan: string, answer: string, kind = 'make-plan') {
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, evidence_cipher, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${randomUUID()}::uuid, p.id, ${kind}, ${answer}, 'oral', 'person', '\\x01'::bytea, ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
}

/** The person lets psychiatry read these kinds of data for a while. */
async function opens(plan: string, kinds: readonly string[]) {
  const id = randomUUID();
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${id}::uuid, p.id, 'lift-secrecy', 'given', 'oral', 'person', ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
  for (const kind of kinds)
    await owner(sql`insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
      select ${randomUUID()}::uuid, ${id}::uuid, ${plan}::uuid, v.organisation_id, v.unit_id, ${kind}, 'planning', true,
        tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '3 months')
      from unit_version v where v.unit_id = ${unit['psykiatrisk-oppenvard'] ?? ''}::uuid`);
}

const calling = (over: Record<string, string> = {}) => ({
  ...{ key: randomUUID(), purpose: 'Komma överens om vem som gör vad', goal: 'Bo kvar hemma', questions: 'Hur går det med sömnen?' },
  ...{ replyBy: '2026-11-27', 'unit-1': unit['psykiatrisk-oppenvard'] ?? '', 'bring-1': 'Hur behandlingen fortsätter' },
  ...over,
});
const call = (plan: string, form: Record<string, string>, as = WORKER) => send(`/planer/${plan}/kalla`, form, as);
const meeting = (over: Record<string, string> = {}) => ({
  ...{ on: '2026-11-27', time: '10.00', minutes: '60', how: 'place', where: 'Mötesrum Lönnen', seen: '' },
  ...over,
});
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
    later += 1;
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
    later += 1;
    expect((await send(path, meeting({ time: '13:30' }), WORKER)).status).toBe(409);
    const seen = await seenOf(path);
    expect((await send(path, meeting({ time: '13:30', seen }), WORKER)).status).toBe(303);
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain('13.30');
    expect(page).toContain('Flyttat 1 gång');
    later += 1;
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
    later += 5;
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

describe('the time', () => {
  test('is counted from the first that saw the need, and a proposal is never shown as law', async () => {
    const page = await html(`/planer/${prepared}`, WORKER);
    expect(page).toContain('Tiden räknas från 16 november 2026');
    expect(page).toMatch(/ov-basis--proposal">Förslag<\/span> inom 10 dagar/);
    const plan = await opened();
    await call(plan, calling());
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain('Tiden räknas');
  });

  test('asks those who lead of the next step, and tells their manager a number alone', async () => {
    const plan = await opened();
    await owner(sql`update plan_initiative set on_day = '2026-11-01' where plan_id = ${plan}`);
    expect(await html('/planer', WORKER)).toContain('Försenat: mötet');
    expect(await html('/arbete', WORKER)).toContain(`/planer/${plan}#tiden`);
    const work = await html('/arbete', 'enhetschef-aneby-06');
    expect(work).toMatch(/plan(er)? på din enhet har gått över tiden/);
    expect(work).not.toContain(plan);
    expect(await html('/arbete', 'loggranskare-aneby-06')).not.toContain('gått över tiden');
  });
});

test('the page helps to think of whom to call, from the agreements, and never stops a summons', async () => {
  const plan = await opened();
  const page = await html(`/planer/${plan}`, WORKER);
  expect(page).toContain('Är rätt enheter kallade?');
  expect(page).toMatch(/href="\/avtal\/[a-z-]+\/ansvar"/);
  expect((await call(plan, calling())).status).toBe(303);
  expect(await html(`/planer/${prepared}`, CLINICIAN)).not.toContain('Är rätt enheter kallade?');
});
