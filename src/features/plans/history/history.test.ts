import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, givenCalling, html, onwards, opens, owner, WORKER } from '../calling/given-calling.ts';
import { established } from '../following/given-following.ts';

beforeAll(givenCalling);

const PERSON = 'enskild-1';
const NEW = 'Det här har ändrats sedan du såg planen senast';

/** So long that a new look is another one; and everybody stays logged in. */
async function awhile() {
  onwards(16);
  for (const account of [WORKER, CLINICIAN, 'handlaggare-eksjo-06']) await get('/arbete', account);
  for (const account of [PERSON, 'enskild-3']) await get('/min-plan', account);
}

async function goal(plan: string, words: string, { as = WORKER, id = randomUUID() as string, seen = '0', drop = '' } = {}) {
  const form = { goal: id, seen, sort: 'of-staff', words, sign: '', horizon: 'short', ...(drop ? { drop } : {}) };
  expect((await send(`/planer/${plan}/mal/${seen === '0' ? 'nytt' : id}`, form, as)).status).toBe(303);
  return id;
}

describe('what has changed since somebody looked', () => {
  test('is what others have written since then, shown while they go on reading, and never their own', async () => {
    const { plan } = await established();
    await opens(plan, ['identity', 'goals'], 'carrying-out');
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEW);
    await html(`/planer/${plan}`, WORKER);
    await awhile();
    await goal(plan, 'Gå ut varje dag');
    onwards(1);
    for (const _ of [1, 2]) {
      const page = await html(`/planer/${plan}`, CLINICIAN);
      expect(page).toContain(NEW);
      expect(page).toContain('Mål: Gå ut varje dag');
    }
    expect(await html(`/planer/${plan}`, WORKER)).not.toContain(NEW);
    await awhile();
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEW);
  });

  test('tells nothing of what is shut, and stops with the consent', async () => {
    const { plan } = await established();
    await opens(plan, ['identity', 'goals'], 'carrying-out');
    await html(`/planer/${plan}`, CLINICIAN);
    await awhile();
    await goal(plan, 'Sova hela natten');
    expect((await send(`/planer/${plan}/forbered/situation-by-staff`, { text: 'Läget är svårare nu', seen: '' }, WORKER)).status).toBe(303);
    onwards(1);
    const page = await html(`/planer/${plan}`, CLINICIAN);
    expect(page).toContain('Sova hela natten');
    expect(page).not.toContain('Ny text');
    await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
      select ${randomUUID()}::uuid, c.id, c.recorded_at, c.taken_by, c.recorded_at from consent c where c.plan_id = ${plan} and c.kind = 'lift-secrecy'`);
    const after = await html(`/planer/${plan}`, CLINICIAN);
    expect(after).not.toContain('Sova hela natten');
    expect(after).not.toContain(NEW);
  });

  test('is shown to the individual of their own plan', async () => {
    const { plan } = await established();
    await html(`/min-plan/${plan}`, PERSON);
    await awhile();
    await goal(plan, 'Ringa varje vecka');
    onwards(1);
    const page = await html(`/min-plan/${plan}`, PERSON);
    expect(page).toContain('Nytt sedan du var här');
    expect(page).toMatch(/Mål: <bdi lang="sv" dir="ltr">Ringa varje vecka</);
  });
});

describe('all that has happened', () => {
  test('holds tasks, consents and copies for those who lead, says what each was, and is behind the same walls by the API', async () => {
    const { plan, measure } = await established();
    const task = { key: randomUUID(), due: '2026-12-20', message: '' };
    expect((await send(`/planer/${plan}/insats/${measure}/uppdrag`, task, WORKER)).status).toBe(303);
    await opens(plan, ['identity'], 'carrying-out');
    onwards(1);
    const page = await html(`/planer/${plan}/historik`, WORKER);
    for (const words of [
      'uppdraget ”Ge stöd hemma”',
      'Svar om vem som får veta vad: ja',
      'En huvudman bedömer att planen behövs',
      'Version 1 är upprättad',
    ])
      expect(page).toContain(words);
    const body = async (as: string, query = '') =>
      (await get(`/api/v1/plans/${plan}/happenings${query}`, as)).json() as Promise<{
        happenings: { what: string }[];
        next: string | null;
      }>;
    const kinds = new Set((await body(WORKER)).happenings.map(({ what }) => what));
    expect([...kinds]).toEqual(expect.arrayContaining(['task', 'consent', 'version', 'goal', 'measure', 'duty', 'party', 'change-answer']));
    expect(new Set((await body(CLINICIAN)).happenings.map(({ what }) => what))).toEqual(new Set(['version']));
    expect((await get(`/api/v1/plans/${plan}/happenings`, 'handlaggare-eksjo-06')).status).toBe(404);
    expect((await get(`/api/v1/plans/${plan}/happenings?before=i-dag`, WORKER)).status).toBe(422);
    expect(await body(WORKER, '?before=2026-99-99T00:00:00Z_goal.x')).toEqual(await body(WORKER));
    expect(await html(`/planer/${plan}/historik?fore=2026-01-01T00:00:00Z_goal.x`, WORKER)).toContain('Visa det senaste');
    expect(await html(`/planer/${plan}/historik?fore=fel`, WORKER)).toContain('Version 1 är upprättad');
  });

  test('is told to the person in their own language', async () => {
    const { plan } = await established();
    expect(await html(`/min-plan/${plan}/historik`, PERSON)).toContain('Planen är klar. Det är version 1.');
  });
});

describe('the history of a plan', () => {
  test('says what each version changed, and why it was made', async () => {
    const { plan, goal: first } = await established();
    onwards(1);
    await goal(plan, 'Sova åtta timmar', { id: first, seen: '1' });
    await goal(plan, 'Träffa vänner');
    onwards(1);
    expect(
      (await send(`/planer/${plan}/uppratta`, { reason: 'Målen är tydligare', notAsked: 'Personen ville inte svara' }, WORKER)).status,
    ).toBe(303);
    const page = await html(`/planer/${plan}/historik`, WORKER);
    for (const words of [
      'Version 2',
      'Målen är tydligare',
      '”Sova på natten” blev ”Sova åtta timmar”',
      'Nytt: Träffa vänner',
      'Första versionen',
    ])
      expect(page).toContain(words);
    expect(await html(`/min-plan/${plan}/historik`, PERSON)).toContain('Träffa vänner');
  });

  test('shows a reader only the kinds that are open to them, and nobody else that there is one', async () => {
    const { plan } = await established();
    await opens(plan, ['goals'], 'carrying-out');
    const page = await html(`/planer/${plan}/historik`, CLINICIAN);
    expect(page).toContain('Nytt: Sova på natten');
    expect(page).not.toContain('Ge stöd hemma');
    expect((await get(`/planer/${plan}/historik`, 'handlaggare-eksjo-06')).status).toBe(404);
    expect((await get(`/min-plan/${plan}/historik`, 'enskild-3')).status).toBe(404);
  });
});
