import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inAneby, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, consentTo, givenCalling, html, onwards, owner, unit, WORKER } from '../calling/given-calling.ts';

beforeAll(givenCalling);

const events = 'admitted needSeen admissionNotice fixedContact dischargeReady summons discharged transfer'.split(' ');
const stay = (over: Record<string, string> = {}) => ({
  ...Object.fromEntries(events.flatMap((name) => [`events-${name}-on`, `events-${name}-at`].map((field) => [field, '']))),
  ...{ key: randomUUID(), seen: '0', contact: '', openCareMissing: 'unknown' },
  ...over,
});
const at = (name: string, on: string, time: string) => ({ [`events-${name}-on`]: on, [`events-${name}-at`]: time });

async function openedAs(kind: string): Promise<string> {
  onwards(1);
  const key = randomUUID();
  const form = {
    key,
    kind,
    by: 'staff',
    on: '2026-11-16',
    reason: 'Behöver både behandling och stöd',
    municipality: '0604',
    needed: 'yes',
    whyNot: '',
  };
  expect((await send(`/personer/${inAneby}/plan`, form, WORKER)).status).toBe(303);
  await consentTo(key, 'given');
  return key;
}
const discharge = (plan: string, form: Record<string, string>, as = WORKER) => send(`/planer/${plan}/utskrivning`, form, as);

describe('a plan at discharge', () => {
  test('counts a day and night from the admission, and three days from the notice, each with the law it rests on', async () => {
    const plan = await openedAs('discharge');
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Skriv när personen skrevs in.');
    await discharge(plan, stay({ ...at('admitted', '2026-11-18', '08.00'), ...at('dischargeReady', '2026-11-19', '11.59') }));
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toMatch(/Inskrivningsmeddelande<.{0,120}<strong>Försenat<\/strong>.{0,80}Senast 19 november 2026 kl\. 08\.00/s);
    expect(page).toMatch(/Kallelse till planering<.{0,160}Senast 22 november 2026/s);
    expect(page).toContain('2 kap. 3 § lagen (2017:612)');
  });

  test.each([
    ['12.00', '22 november 2026'],
    ['12.01', '23 november 2026'],
  ])('whose notice is sent at %s has its first day of payment on %s by law, and says what nobody knows', async (time, day) => {
    const plan = await openedAs('discharge');
    const noted = {
      ...at('admitted', '2026-11-18', '08.00'),
      ...at('admissionNotice', '2026-11-18', '10.00'),
      ...at('summons', '2026-11-20', '09.00'),
    };
    await discharge(plan, stay({ ...noted, ...at('dischargeReady', '2026-11-19', time), openCareMissing: 'no' }));
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain(`Säkert svar går inte att ge. Enligt lagen är första dagen ${day}.`);
    expect(page).toContain('Länet har en egen överenskommelse. Vilken dag den anger är inte känt här.');
    expect(page).toContain('Skickas beskedet efter klockan 12.00 är det 4 dagar.');
  });

  test('has its deadline on the clock of the plan', async () => {
    const plan = await openedAs('discharge');
    const clock = async () => /id="tiden".*?<\/section>/s.exec(await html(`/planer/${plan}`, WORKER))?.[0] ?? '';
    expect(await clock()).not.toContain('23 november 2026');
    await discharge(plan, stay({ ...at('admitted', '2026-11-18', '08.00'), ...at('dischargeReady', '2026-11-20', '09.00') }));
    expect(await clock()).toContain('23 november 2026');
  });

  test.each<[string, Record<string, string>]>([
    ['what has not happened', { ...at('admitted', '2026-11-20', '08.00'), ...at('discharged', '2026-11-23', '08.00') }],
    ['what came before the admission', { ...at('admitted', '2026-11-20', '08.00'), ...at('admissionNotice', '2026-11-19', '08.00') }],
    ['anything without the admission', at('summons', '2026-11-20', '08.00')],
    ['a day without a time', { 'events-admitted-on': '2026-11-20' }],
  ])('refuses %s, beside its field and with nothing lost', async (_, wrong) => {
    const plan = await openedAs('discharge');
    const refused = await discharge(plan, stay({ ...wrong, contact: 'Fiktiva Kontakten' }));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Fiktiva Kontakten');
    expect(page).toMatch(/govuk-error-message/);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_sheet where plan_id = ${plan}::uuid`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('cannot be established without a fixed care contact, and is not asked for that which other kinds have', async () => {
    const plan = await openedAs('discharge');
    const before = await html(`/planer/${plan}`, WORKER);
    expect(before).toContain('en fast vårdkontakt');
    expect(before).not.toContain('vad personen tycker om planen');
    await discharge(plan, stay({ ...at('admitted', '2026-11-18', '08.00'), ...at('fixedContact', '2026-11-19', '08.00') }));
    expect(await html(`/planer/${plan}`, WORKER)).not.toContain('en fast vårdkontakt');
  });
});

describe('a coordinated care plan', () => {
  const measure = (over: Record<string, string> = {}) => ({
    ...{ measure: randomUUID(), seen: '0', need: 'Stöd', what: 'Samtal varje vecka', unit: unit['individ-familjeomsorg'] ?? '' },
    ...{ who: 'Handläggaren', ownPart: '', starts: '2026-11-23', target: '2027-01-31', row: 'utanfor:own-wish' },
    ...over,
  });
  const adjust = async (plan: string, as = WORKER) => {
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(await html(`/planer/${plan}/justera`, as))?.[1] ?? '';
    return { seen, sent: await send(`/planer/${plan}/justera`, { seen }, as) };
  };
  const rowOf = async (plan: string) => /value="([^"]*own-wish)"/.exec(await html(`/planer/${plan}/insats/ny`, WORKER))?.[1] ?? '';

  test('asks for the person’s attitude, and that every unit with a measure adjusts it, before it is established', async () => {
    const plan = await openedAs('coordinated-care-plan');
    expect((await send(`/planer/${plan}/insats/ny`, measure({ row: await rowOf(plan) }), WORKER)).status).toBe(303);
    const before = await html(`/planer/${plan}`, WORKER);
    for (const missing of ['vad personen tycker om planen', 'att varje enhet har justerat planen']) expect(before).toContain(missing);
    await send(`/planer/${plan}/installning`, { key: randomUUID(), seen: '0', words: 'Vill helst bo hemma' }, WORKER);
    expect((await adjust(plan)).sent.status).toBe(303);
    const after = await html(`/planer/${plan}`, WORKER);
    for (const missing of ['vad personen tycker om planen', 'att varje enhet har justerat planen']) expect(after).not.toContain(missing);
    expect(after).toContain('Vill helst bo hemma');
  });

  test('is to be adjusted anew when a measure is worded anew, and not by what somebody saw before', async () => {
    const plan = await openedAs('coordinated-care-plan');
    const row = await rowOf(plan);
    await send(`/planer/${plan}/insats/ny`, measure({ row }), WORKER);
    const { seen } = await adjust(plan);
    await send(`/planer/${plan}/insats/ny`, measure({ row, what: 'Hjälp med boendet' }), WORKER);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('att varje enhet har justerat planen');
    expect((await send(`/planer/${plan}/justera`, { seen }, WORKER)).status).toBe(409);
    expect((await adjust(plan)).sent.status).toBe(303);
    expect((await adjust(plan)).sent.status).toBe(303);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_adjustment where plan_id = ${plan}::uuid`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('is not adjusted by a unit without a measure, nor by one that takes no part', async () => {
    const plan = await openedAs('coordinated-care-plan');
    expect((await adjust(plan)).sent.status).toBe(422);
    expect((await send(`/planer/${plan}/justera`, { seen: '0'.repeat(64) }, CLINICIAN)).status).toBe(404);
  });
});

test('an ordinary plan has neither, and notes neither', async () => {
  const plan = await openedAs('sip');
  const page = await html(`/planer/${plan}`, WORKER);
  for (const section of ['id="utskrivning"', 'id="vardplan"']) expect(page).not.toContain(section);
  expect((await discharge(plan, stay(at('admitted', '2026-11-18', '08.00')))).status).toBe(404);
  const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_sheet where plan_id = ${plan}::uuid`);
  expect(rows).toEqual([{ n: 0 }]);
});
