import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, clock, givenCalling, html, onwards, opened, opens, unit, WORKER, owner as within } from '../calling/given-calling.ts';

const PERSON = 'enskild-1';
const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await within(query)).rows;
const form = (over: Record<string, string> = {}) => ({ key: randomUUID(), duty: 'orosanmalan', on: '2026-11-22', time: '09.15', ...over });
const note = (plan: string, over: Record<string, string> = {}, as = WORKER) =>
  send(`/planer/${plan}/anmalan`, form(over), as).finally(() => onwards(1));

beforeAll(givenCalling);

async function withPsychiatry(): Promise<string> {
  const plan = await opened({ agreed: 'declined' });
  await send(`/planer/${plan}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
  return plan;
}

describe('a duty to notify', () => {
  test('is shown with its law to every unit in the plan by the secrecy it works under, also where all of the plan is shut', async () => {
    const plan = await withPsychiatry();
    const [social, care] = [await html(`/planer/${plan}`, WORKER), await html(`/planer/${plan}`, CLINICIAN)];
    for (const page of [social, care]) {
      expect(page).toContain('Anmäl genast om du misstänker att ett barn far illa');
      expect(page).toContain('SoL 19 kap. 1 §');
    }
    expect(care).toContain('Anmäl genast till socialnämnden om någon kan behöva vård enligt LVM');
    expect(social).not.toContain('Anmäl genast till socialnämnden om någon kan behöva vård enligt LVM');
    expect(care).not.toContain('Behöver både behandling och stöd');
    expect((await note(plan, {}, CLINICIAN)).headers.get('location')).toBe(`/planer/${plan}?klart=anmalan#anmala`);
  });

  test('that is done is seen by the unit that did it alone: not by the person, the other huvudman or in the extract of the log', async () => {
    const plan = await withPsychiatry();
    await opens(plan, ['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up']);
    await note(plan);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Orosanmälan, 22 november');
    for (const [path, as] of [
      [`/planer/${plan}`, CLINICIAN],
      [`/min-plan/${plan}`, PERSON],
      [`/min-plan/${plan}/samtycke`, PERSON],
      ['/mina-uppgifter/logg', PERSON],
      ['/mina-uppgifter', PERSON],
    ] as const) {
      expect([path, (await html(path, as)).match(/Orosanmälan, |Noterat av er enhet|noterade att en anmälan/g)]).toEqual([path, null]);
    }
    const logged = await owner(sql<{ person_id: string | null; organisation_id: string | null; details: object }>`
      select person_id, organisation_id, details from audit_event where act = 'plans.note-notification' and outcome = 'allowed' and record_id = ${plan}`);
    expect(logged).toEqual([{ person_id: null, organisation_id: expect.any(String), details: {} }]);
  });

  test('keeps no word of what was notified: there is nowhere to write it', async () => {
    const plan = await withPsychiatry();
    expect((await html(`/planer/${plan}/anmalan`, WORKER)).match(/<textarea/g)).toBeNull();
    await note(plan, { note: 'Barnet heter Lo', reason: 'Lo' });
    const kept = await owner(sql<{ row: string }>`select to_jsonb(n)::text as row from plan_notification n where plan_id = ${plan}
      union all select to_jsonb(a)::text from act a where subject_id = ${plan} and kind = 'plans.note-notification'`);
    expect(kept.length).toBe(2);
    for (const { row } of kept) expect(row).not.toMatch(/Lo\b|Barnet/);
  });

  test('is noted once however often the form comes, never ahead of its time, and never one that binds another', async () => {
    const plan = await withPsychiatry();
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await note(plan, { key })).status).toBe(303);
    expect((await note(plan, { key, time: '09.16' })).status).toBe(409);
    const later = clock.now().add({ minutes: 5 }).toZonedDateTimeISO('Europe/Stockholm').toPlainTime().toString({ smallestUnit: 'minute' });
    for (const over of [
      { time: later },
      { on: '2026-11-23' },
      { duty: 'lvm-anmalan' },
      { duty: 'uppgifter-till-barnutredning' },
      { duty: '' },
    ])
      expect([over, (await note(plan, over)).status]).toEqual([over, 422]);
    expect(await owner(sql<{ n: number }>`select count(*)::int as n from plan_notification where plan_id = ${plan}`)).toEqual([{ n: 1 }]);
  });

  test('is not noted in a plan by those who take no part in it', async () => {
    const plan = await withPsychiatry();
    for (const as of ['handlaggare-eksjo-06', 'behandlare-beroende-06']) {
      expect((await note(plan, {}, as)).status).toBe(404);
      expect((await get(`/planer/${plan}/anmalan`, as)).status).toBe(404);
    }
  });
});
