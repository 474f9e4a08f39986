import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { send } from '../../../tests/given/persons-app.ts';
import { CLINICIAN, call, calling, givenCalling, html, opened, owner, prepared, WORKER } from './calling/given-calling.ts';

beforeAll(givenCalling);

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

test('a unit that is called has an answer to give in its work, with the day, until it has answered', async () => {
  const plan = await opened();
  await call(plan, calling());
  const work = await html('/arbete', CLINICIAN);
  expect(work).toMatch(new RegExp(`href="/planer/${plan}">Svara på en kallelse`));
  const form = /href="(\/planer\/[0-9a-f-]+\/kallelser\/[0-9a-f-]+)"/.exec(await html(`/planer/${plan}`, CLINICIAN))?.[1] ?? '';
  await send(form, { answer: 'yes', text: '' }, CLINICIAN);
  expect(await html('/arbete', CLINICIAN)).not.toContain(`href="/planer/${plan}">Svara`);
});

test('the page helps to think of whom to call, from the agreements, and never stops a summons', async () => {
  const plan = await opened();
  const page = await html(`/planer/${plan}`, WORKER);
  expect(page).toContain('Är rätt enheter kallade?');
  expect(page).toMatch(/href="\/avtal\/[a-z-]+\/ansvar"/);
  expect((await call(plan, calling())).status).toBe(303);
  expect(await html(`/planer/${prepared}`, CLINICIAN)).not.toContain('Är rätt enheter kallade?');
});
