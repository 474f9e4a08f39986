import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { ANEBY, EKSJO, get, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, clock, consentTo, givenCalling, html, onwards, opened, owner, WORKER } from '../calling/given-calling.ts';
import { inSession } from '../tasks/given-tasks.ts';
import { listManagedFollowUps } from './following.sql.ts';
import { accountOf, type Established, established, worker } from './given-following.ts';

beforeAll(givenCalling);

const PERSON = 'enskild-1';

const form = ({ goal, measure }: Established, over: Record<string, string> = {}) => ({
  ...{
    key: randomUUID(),
    on: '2026-11-22',
    present: 'Personen och Alva',
    tookPart: 'yes',
    whyNot: '',
    summary: 'Det går framåt',
    ownView: '',
  },
  ...{ [`result-${goal}`]: 'partly', [`person-${goal}`]: 'not-reached', [`words-${goal}`]: 'Vaknar två gånger' },
  ...{ [`result-${measure}`]: 'reached', [`person-${measure}`]: '', [`words-${measure}`]: '' },
  ...{ outcome: 'continue', next: '2027-04-01', reason: '', closingWords: '' },
  ...over,
});

const followUps = (plan: string) =>
  owner(sql<{ n: number }>`select count(*)::int as n from plan_follow_up where plan_id = ${plan}`).then(({ rows }) => rows[0]?.n);

describe('a follow-up', () => {
  test('evaluates goals and measures, with the person’s view apart, and sets the next day', async () => {
    const given = await established();
    const sent = form(given, { ownView: 'Jag sover sämre' });
    expect((await send(`/planer/${given.plan}/folj-upp`, sent, WORKER)).status).toBe(303);
    const page = await html(`/planer/${given.plan}`, WORKER);
    for (const word of ['Uppföljning 1', 'Nått till en del', 'Inte nått', 'Vaknar två gånger', 'Jag sover sämre', 'senast 1 april 2027'])
      expect(page).toContain(word);
    expect(await html(`/min-plan/${given.plan}`, PERSON)).toContain('Det går framåt');
  });

  test('never goes on without a new day, leaves no goal out, and is not of a plan that is not established', async () => {
    const given = await established();
    for (const over of [
      { next: '' },
      { next: '2026-11-22' },
      { [`result-${given.goal}`]: '' },
      { on: '2026-11-23' },
      { tookPart: 'no' },
      { outcome: 'revise', next: '' },
      { outcome: 'close', reason: '' },
    ])
      expect(
        (await send(`/planer/${given.plan}/folj-upp`, form(given, over as Record<string, string>), WORKER)).status,
        JSON.stringify(over),
      ).toBe(422);
    expect(await followUps(given.plan)).toBe(0);
    const plan = await opened();
    expect((await get(`/planer/${plan}/folj-upp`, WORKER)).status).toBe(404);
  });

  test('that is sent twice is one, and with other words under the same key it is refused', async () => {
    const given = await established();
    const sent = form(given);
    for (const _ of [1, 2]) expect((await send(`/planer/${given.plan}/folj-upp`, sent, WORKER)).status).toBe(303);
    for (const over of [{ summary: 'Något annat' }, { next: '2027-05-01' }, { [`words-${given.goal}`]: 'Annat' }, { present: 'Andra' }])
      expect((await send(`/planer/${given.plan}/folj-upp`, { ...sent, ...over }, WORKER)).status).toBe(409);
    expect(await followUps(given.plan)).toBe(1);
  });

  test('that makes the plan anew says so until the new version is there', async () => {
    const given = await established();
    await send(`/planer/${given.plan}/folj-upp`, form(given, { outcome: 'revise' }), WORKER);
    const awaited = 'ska göras om. Ändra det som ska ändras';
    expect(await html(`/planer/${given.plan}`, WORKER)).toContain(awaited);
    onwards(1);
    expect(
      (await send(`/planer/${given.plan}/uppratta`, { reason: 'Efter uppföljningen', notAsked: 'Personen ville inte svara' }, WORKER))
        .status,
    ).toBe(303);
    expect(await html(`/planer/${given.plan}`, WORKER)).not.toContain(awaited);
  });

  test('is written by nobody to whom it is shut, and read by none of them', async () => {
    const given = await established();
    expect((await send(`/planer/${given.plan}/folj-upp`, form(given), CLINICIAN)).status).toBe(404);
    await send(`/planer/${given.plan}/folj-upp`, form(given), WORKER);
    const page = await html(`/planer/${given.plan}`, CLINICIAN);
    for (const word of ['Det går framåt', 'Uppföljning 1', '1 april 2027']) expect(page).not.toContain(word);
    const database = await givenDatabase();
    for (const table of ['plan_follow_up', 'plan_evaluation', 'plan_closing', 'survey_answer']) {
      const nobody = database.transaction('write', (tx) => sql`delete from ${sql.table(table)}`.execute(tx));
      await expect(nobody).rejects.toThrow(/permission denied/);
    }
  });

  test('the person says how it goes on their own, and staff read it beside their own view and cannot write it', async () => {
    const given = await established();
    const path = `/min-plan/${given.plan}/hur-gar-det/goal/${given.goal}`;
    expect((await send(path, { result: 'partly', words: 'Bättre än i våras' }, PERSON)).status).toBe(303);
    expect(await html(`/planer/${given.plan}`, WORKER)).toContain('Bättre än i våras');
    expect((await send(path, { result: 'reached', words: 'Ändrat' }, WORKER)).status).toBe(403);
    const nothing = `/min-plan/${given.plan}/hur-gar-det/goal/${randomUUID()}`;
    expect((await send(nothing, { result: 'partly', words: '' }, PERSON)).status).toBe(404);
  });
});

test('a manager whose unit has been handed over to another huvudman is not told by which days the plans it opened are to be followed up', async () => {
  const { plan } = await established();
  const manager = () => inSession('enhetschef-aneby-06', listManagedFollowUps);
  expect((await manager()).length).toBeGreaterThan(0);
  const { rows } = await owner(sql<{ unit: string }>`select unit_id as unit from plan where id = ${plan}`);
  const handOver = async (from: string, to: string) => {
    for (const table of ['assignment', 'unit_version'])
      await owner(
        sql`update ${sql.table(table)} set organisation_id = ${to} where unit_id = ${rows[0]?.unit} and organisation_id = ${from} and not isempty(valid)`,
      );
  };
  await handOver(ANEBY, EKSJO);
  try {
    expect(await manager()).toEqual([]);
  } finally {
    await handOver(EKSJO, ANEBY);
  }
});

describe('a plan is closed', () => {
  test('by the one who coordinates it, at a follow-up with a reason, and nothing more is written in it', async () => {
    const given = await established();
    const sent = form(given, { outcome: 'close', next: '', reason: 'goals-reached' });
    expect((await send(`/planer/${given.plan}/folj-upp`, sent, WORKER)).status).toBe(303);
    const page = await html(`/planer/${given.plan}`, WORKER);
    expect(page).toContain('Avslutad');
    expect(page).toContain('Målen är nådda');
    onwards(1);
    const goal = { goal: randomUUID(), seen: '0', sort: 'of-staff', words: 'Ett till', sign: '', horizon: 'short' };
    const meeting = { on: '2026-12-01', time: '10.00', minutes: '60', how: 'place', where: '', seen: '' };
    for (const [path, body] of [
      ['mal/nytt', goal],
      ['mote', meeting],
      ['forbered/questions', { text: 'Något', seen: '' }],
    ] as const) {
      const refused = await send(`/planer/${given.plan}/${path}`, body, WORKER);
      expect([refused.status, path]).toEqual([404, path]);
      expect(await refused.text()).toContain('avslutad');
    }
    const own = await send(
      `/min-plan/${given.plan}/mal/nytt`,
      { goal: randomUUID(), seen: '0', words: 'Mitt', sign: '', horizon: 'long' },
      PERSON,
    );
    expect(await own.text()).toContain('avslutad');
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_goal where plan_id = ${given.plan}`);
    expect(rows).toEqual([{ n: 1 }]);
    expect(await html(`/min-plan/${given.plan}`, PERSON)).toContain('Planen avslutades');
  });

  test('by nobody else, also where they lead it', async () => {
    const given = await established({ coordinator: await accountOf('psykiatrisk-oppenvard') });
    const sent = form(given, { outcome: 'close', next: '', reason: 'goals-reached' });
    expect((await send(`/planer/${given.plan}/folj-upp`, sent, WORKER)).status).toBe(403);
    expect((await send(`/planer/${given.plan}/avsluta`, { reason: 'died', words: '' }, WORKER)).status).toBe(404);
    expect((await send(`/planer/${given.plan}/avsluta`, { reason: 'died', words: '' }, CLINICIAN)).status).toBe(303);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_closing where plan_id = ${given.plan}`);
    expect(rows).toEqual([{ n: 1 }]);
    expect(await html(`/planer/${given.plan}`, CLINICIAN)).not.toContain('avlidit');
  });

  test('as reached only when it has been followed up, and because the yes was taken back only when it was', async () => {
    const given = await established();
    for (const reason of ['goals-reached', 'no-need', 'consent-withdrawn'])
      expect((await send(`/planer/${given.plan}/avsluta`, { reason, words: '' }, WORKER)).status).toBe(422);
    onwards(1);
    await consentTo(given.plan, 'declined');
    onwards(1);
    expect(await html(`/planer/${given.plan}`, WORKER)).toContain('Ska avslutas');
    expect((await send(`/planer/${given.plan}/folj-upp`, form(given), WORKER)).status).toBe(409);
    for (const _ of [1, 2])
      expect((await send(`/planer/${given.plan}/avsluta`, { reason: 'consent-withdrawn', words: '' }, WORKER)).status).toBe(303);
    expect((await send(`/planer/${given.plan}/avsluta`, { reason: 'died', words: '' }, WORKER)).status).toBe(404);
    const { rows } = await owner(sql<{ reason: string }>`select reason from plan_closing_reason where plan_id = ${given.plan}`);
    expect(rows).toEqual([{ reason: 'consent-withdrawn' }]);
  });

  test('is never written to by the app past the pages either', async () => {
    const given = await established();
    await send(`/planer/${given.plan}/avsluta`, { reason: 'died', words: '' }, WORKER);
    const act = owner(sql`insert into act (id, at, kind, subject_kind, subject_id, effective_on, content)
      values (${randomUUID()}, ${clock.now()}, 'plans.write', 'plan', ${given.plan}, '2026-11-22', '{}')`);
    await expect(act).rejects.toThrow(/the plan is closed/);
  });

  test('on the wish of the person, which the coordinator is told of and sees', async () => {
    const given = await established();
    for (const _ of [1, 2])
      expect((await send(`/min-plan/${given.plan}/avsluta`, { wants: 'yes', words: 'Det räcker nu' }, PERSON)).status).toBe(303);
    const page = await html(`/planer/${given.plan}`, WORKER);
    expect(page).toContain('Personen vill att planen avslutas');
    expect(page).toContain('Det räcker nu');
    const { rows } = await owner(sql<{ receivers: unknown }>`select receivers from outbox
      where kind = 'plan-closing-wished' and params->>'plan' = ${given.plan}`);
    expect(rows).toEqual([{ receivers: { accounts: [worker] } }]);
    expect(await html(`/planer/${given.plan}`, CLINICIAN)).not.toContain('Det räcker nu');
  });
});
