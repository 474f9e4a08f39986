import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { ANEBY, app, inAneby, protectedInAneby, send } from '../../../tests/given/persons-app.ts';
import { stableId, type Tx } from '../../platform/index.ts';
import { clock, givenCalling, onwards, opened, owner, unit, WORKER } from './calling/given-calling.ts';

const worker = stableId('demo:SE2321000000-P06001');
const individual = stableId('demo:enskild-1');
let right = '';
beforeAll(async () => {
  await givenCalling();
  const form = { namn: 'Rätta Testberg', nummer: '', tolk: '', adress: '', vistelse: '', arendenummer: 'RATT-1' };
  const made = await send('/personer/ny', form, WORKER);
  right = made.headers.get('location')?.split('?')[0]?.split('/')[2] ?? '';
  expect([made.status, right.length]).toEqual([303, 36]);
});
afterEach(() => owner(sql`delete from person_join where joined_id = ${inAneby}::uuid`));
const at = () => clock.now().toString();
const rights = (plan: string) => send(`/planer/${plan}/fel-person`, { caseNumber: 'RATT-1' }, WORKER);
const personOf = async (plan: string) =>
  (await owner(sql<{ id: string }>`select person_id as id from plan where id = ${plan}::uuid`)).rows[0]?.id;

/** What the running program gets as the worker. */
async function asked<Row>(statement: RawBuilder<Row>): Promise<readonly Row[]> {
  const secret = (await givenLoggedIn(app, WORKER)).split('=')[1] ?? '';
  const work = async (tx: Tx) => (await statement.execute(tx)).rows;
  return (await givenDatabase()).transaction('write', work, { secret, now: clock.now() });
}

/** A duty of the plan, as the staff wrote it: something to answer about. */
async function duty(plan: string): Promise<string> {
  const id = randomUUID();
  await owner(
    sql`insert into plan_duty (id, plan_id, sort, on_day, written_by, at) values (${id}::uuid, ${plan}::uuid, 'follow-up', '2027-03-01', ${worker}::uuid, ${at()}::timestamptz)`,
  );
  return id;
}

describe('a plan on the record of the wrong person', () => {
  test('is moved to the right one while nobody else has had to do with it', async () => {
    const plan = await opened({ agreed: 'not-asked' });
    await duty(plan);
    expect((await rights(plan)).status).toBe(303);
    expect(await personOf(plan)).toBe(right);
  });

  test.each<[string, (plan: string) => Promise<unknown>]>([
    [
      'has written a goal',
      (plan) =>
        owner(sql`insert into plan_goal (id, goal_id, plan_id, number, voice, horizon, goal_cipher, written_by, at)
          values (${randomUUID()}::uuid, ${randomUUID()}::uuid, ${plan}::uuid, 1, 'own', 'short', '\\x01', ${individual}::uuid, ${at()}::timestamptz)`),
    ],
    [
      'has said what they think of a change',
      async (plan) =>
        owner(sql`insert into plan_change_answer (id, plan_id, duty_id, answer, written_by, at)
          values (${randomUUID()}::uuid, ${plan}::uuid, ${await duty(plan)}::uuid, 'approved', ${individual}::uuid, ${at()}::timestamptz)`),
    ],
    [
      'has somebody who speaks for them, who has said something',
      async (plan) => {
        const guardian = randomUUID();
        await owner(sql`insert into consent_guardian (id, person_id, name_cipher, evidence_cipher, named_by, organisation_id, unit_id, at)
          values (${guardian}::uuid, ${inAneby}::uuid, '\\x01', '\\x01', ${worker}::uuid, ${ANEBY}::uuid, (select unit_id from plan where id = ${plan}::uuid), ${at()}::timestamptz)`);
        await owner(sql`insert into plan_spoken (id, plan_id, guardian_id, about, data_kind, words_cipher, written_by, at)
          values (${randomUUID()}::uuid, ${plan}::uuid, ${guardian}::uuid, 'needs', 'needs', '\\x01', ${individual}::uuid, ${at()}::timestamptz)`);
      },
    ],
  ])('stays where it is when the person %s in it: what they said is not laid in the mouth of somebody else', async (_, says) => {
    const plan = await opened({ agreed: 'not-asked' });
    await says(plan);
    expect(await asked(sql<{ said: string }>`select set_plan_person(${plan}::uuid, ${right}::uuid) as said`)).toEqual([
      { said: 'plan-person-settled' },
    ]);
    expect(await personOf(plan)).toBe(inAneby);
  });
});

test('a plan is not opened on a record that was joined to another in the same moment: it is told, and nothing is made', async () => {
  const kept = protectedInAneby;
  await owner(sql`insert into person_join (joined_id, kept_id, organisation_id, unit_id, reason_cipher, joined_by, joined_at)
    select ${inAneby}::uuid, ${kept}::uuid, ${ANEBY}::uuid, c.unit_id, '\\x01', ${worker}::uuid, ${at()}::timestamptz from case_contact c where c.person_id = ${inAneby}::uuid limit 1`);
  const key = randomUUID();
  const form = { key, kind: 'sip', by: 'staff', on: '2026-11-16', reason: 'Behöver stöd', municipality: '0604', needed: 'yes', whyNot: '' };
  expect((await send(`/personer/${inAneby}/plan`, form, WORKER)).status).toBe(409);
  const contact = { enhet: unit.boendestod ?? '', arendenummer: 'JOINED-1' };
  expect((await send(`/personer/${inAneby}/arende`, contact, WORKER)).status).toBe(409);
  expect(await personOf(key)).toBeUndefined();
});

test('two who move a plan to another municipality at once leave the history of both', async () => {
  const plan = await opened();
  onwards(1);
  const database = await givenDatabase();
  const secret = (await givenLoggedIn(app, WORKER)).split('=')[1] ?? '';
  const now = clock.now();
  const moves = (code: string, minutes: number, before: () => Promise<unknown> = async () => undefined) =>
    database.transaction(
      'write',
      async (tx) => {
        await sql`select set_plan_municipality(${plan}::uuid, ${code})`.execute(tx);
        await before();
      },
      { secret, now: now.add({ minutes }) },
    );
  const waits = sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`;
  let second: Promise<unknown> = Promise.resolve();
  await moves('0686', 0, async () => {
    second = moves('0680', 1);
    await expect.poll(async () => (await owner(waits)).rows[0]?.n).toBeGreaterThan(0);
  });
  await second;
  const { rows } = await owner(
    sql<{ code: string }>`select municipality_code as code from plan_municipality_before where plan_id = ${plan}::uuid order by until`,
  );
  expect(rows.map(({ code }) => code)).toEqual(['0604', '0686']);
});
