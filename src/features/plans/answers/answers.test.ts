import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ANEBY, get, REGION, send } from '../../../../tests/given/persons-app.ts';
import { givenCalling, html, onwards, opened, owner, unit, WORKER } from '../calling/given-calling.ts';
import { worker } from '../following/given-following.ts';

const PERSON = 'enskild-1';
const OTHER = 'enskild-3';
const CLINICIAN = 'behandlare-psykiatri-06';

beforeAll(givenCalling);

const answers = async (plan: string) =>
  (
    await owner(sql<{
      answer: string;
      noted: boolean;
      words: boolean;
    }>`select answer, unit_id is not null as noted, words_cipher is not null as words
      from plan_change_answer where plan_id = ${plan} order by at, answer`)
  ).rows;
const acts = async (plan: string) =>
  (await owner(sql<{ content: object }>`select content from act where kind = 'plans.answer-changes' and subject_id = ${plan}`)).rows;
const wordGoal = (plan: string, goal: string, seen: string, words: string) =>
  send(`/planer/${plan}/mal/${seen === '0' ? 'nytt' : goal}`, { goal, seen, sort: 'of-staff', words, sign: '', horizon: 'short' }, WORKER);

/** A plan with a goal of the staff's, a measure, and all that is needed to establish it. */
async function givenPlan() {
  const plan = await opened();
  await send(`/planer/${plan}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
  const [goal, measure] = [randomUUID(), randomUUID()];
  await wordGoal(plan, goal, '0', 'Sova på natten');
  const said = {
    measure,
    seen: '0',
    need: 'Sova',
    what: 'Ge stöd hemma',
    unit: unit['individ-familjeomsorg'] ?? '',
    who: 'Alva Provdal',
    ownPart: '',
  };
  await send(`/planer/${plan}/insats/ny`, { ...said, starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' }, WORKER);
  const duties = {
    overall: ANEBY,
    coordinator: worker,
    substitute: '',
    followUp: '2027-02-01',
    tookPart: 'yes',
    whyNot: '',
    others: 'yes',
    none: REGION,
  };
  await send(`/planer/${plan}/ansvar`, duties, WORKER);
  onwards(1);
  return { plan, goal, measure, of: (kind: string, subject: string, number = 1) => `${kind}.${subject}.${number}` };
}

const field = (key: string, answer: string, words = '') => ({ [`answer-${key}`]: answer, [`words-${key}`]: words });

describe('the person answers to what the plan says', () => {
  test('with yes, no or a comment, which the staff read beside it, and which is not written twice', async () => {
    const { plan, goal, measure, of } = await givenPlan();
    const form = await html(`/min-plan/${plan}/svara`, PERSON);
    expect(form).toContain('Sova på natten');
    expect(form).not.toContain('Har inte tillfrågats');
    const said = { ...field(of('goal', goal), 'approved'), ...field(of('measure', measure), 'objects', 'Inte på morgonen') };
    for (const _ of [1, 2]) {
      const sent = await send(`/min-plan/${plan}/svara`, said, PERSON);
      expect(sent.headers.get('location')).toBe(`/min-plan/${plan}?klart=svarat#svar`);
    }
    expect(await answers(plan)).toEqual([
      { answer: 'approved', noted: false, words: false },
      { answer: 'objects', noted: false, words: true },
    ]);
    expect(await acts(plan)).toEqual([{ content: { approved: 1, objects: 1, commented: 0, 'not-asked': 0 } }]);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Inte på morgonen');
    expect(await html(`/min-plan/${plan}`, PERSON)).toContain('Du vill ha det på ett annat sätt.');
  });

  test('and is refused a no without words, an empty form, a reason that is for the staff, and a wording that is no more', async () => {
    const { plan, goal, of } = await givenPlan();
    const key = of('goal', goal);
    for (const said of [
      field(key, 'objects'),
      {},
      field(key, 'not-asked', 'Vet inte'),
      field(of('goal', goal, 2), 'approved'),
      field(of('goal', randomUUID()), 'approved'),
    ]) {
      const sent = await send(`/min-plan/${plan}/svara`, said as Record<string, string>, PERSON);
      expect([403, 409, 422]).toContain(sent.status);
    }
    await wordGoal(plan, goal, '1', 'Sova hela natten');
    expect((await send(`/min-plan/${plan}/svara`, field(key, 'approved'), PERSON)).status).toBe(409);
    expect(await answers(plan)).toEqual([]);
  });

  test('anew when it is worded anew: the answer to the old wording stands, and counts no more', async () => {
    const { plan, goal, of } = await givenPlan();
    await send(`/min-plan/${plan}/svara`, field(of('goal', goal), 'approved'), PERSON);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('4 saker utan svar');
    onwards(1);
    await wordGoal(plan, goal, '1', 'Sova hela natten');
    expect(await html(`/planer/${plan}`, WORKER)).toContain('5 saker utan svar');
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Svarade på en tidigare lydelse');
  });

  test('never to the plan of another, and a unit that only takes part notes nothing', async () => {
    const { plan, goal, of } = await givenPlan();
    const said = field(of('goal', goal), 'approved');
    expect((await get(`/min-plan/${plan}/svara`, OTHER)).status).toBe(404);
    expect((await send(`/min-plan/${plan}/svara`, said, OTHER)).status).toBe(404);
    expect((await send(`/planer/${plan}/svar`, said, CLINICIAN)).status).toBe(404);
    expect(await answers(plan)).toEqual([]);
  });
});

describe('a plan with a change that the person has not answered to', () => {
  test('is not established without the reason, which is kept for each of them', async () => {
    const { plan, goal, of } = await givenPlan();
    await send(`/planer/${plan}/svar`, field(of('goal', goal), 'approved'), WORKER);
    onwards(1);
    const form = await html(`/planer/${plan}/uppratta`, WORKER);
    expect(form).toContain('Ge stöd hemma');
    const refused = await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: '' }, WORKER);
    expect([refused.status, (await refused.text()).replaceAll('\u00a0', ' ').includes('har inte svarat på 4 saker')]).toEqual([422, true]);
    expect((await answers(plan)).length).toBe(1);
    expect((await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Ville inte svara nu' }, WORKER)).status).toBe(303);
    expect((await answers(plan)).slice(1)).toEqual(Array.from({ length: 4 }, () => ({ answer: 'not-asked', noted: true, words: true })));
    expect(await html(`/min-plan/${plan}`, PERSON)).toContain('Ville inte svara nu');
  });
});
