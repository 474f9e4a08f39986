import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { get, REGION } from '../../../../tests/given/persons-app.ts';
import { clock, givenCalling, onwards, owner } from '../calling/given-calling.ts';
import { CLINICIAN, copyToPsychiatry, deliver, givenEstablished, letsRead, psychiatry, worker } from './given-copies.ts';

const ADDICTION = 'behandlare-beroende-06';
let addiction = '';
const DAY = '2026-11-22';
let moved: { id: string; valid: string }[] = [];
let step = '';
/** An assignment of the test's own. */
const lent = randomUUID();
beforeAll(async () => {
  await givenCalling();
  const { rows } = await owner(
    sql<{ id: string }>`select unit_id as id from unit_version where name like 'Beroende%' and organisation_id = ${REGION}::uuid`,
  );
  addiction = rows[0]?.id ?? '';
});

/** The addiction unit goes up into the psychiatry today, with its staff. */
async function merge() {
  step = randomUUID();
  const { rows } = await owner(sql<{ id: string; valid: string }>`select id, valid::text from assignment where unit_id = ${addiction}`);
  moved = rows;
  await owner(
    sql`insert into succession (id, of, how, from_id, to_id, on_date, takes_cases) values (${step}, 'unit', 'merge', ${addiction}, ${psychiatry()}, ${DAY}, true)`,
  );
  await owner(
    sql`update assignment set unit_id = ${psychiatry()}, valid = daterange(${DAY}::date, upper(valid)) where unit_id = ${addiction}`,
  );
}
async function undo() {
  if (step) await owner(sql`delete from succession where id = ${step}`);
  for (const { id, valid } of moved)
    await owner(sql`update assignment set unit_id = ${addiction}, valid = ${valid}::daterange where id = ${id}`);
  await owner(sql`delete from assignment where id = ${lent}::uuid`);
  [step, moved] = ['', []];
}
afterEach(undo);

/** The person wants a unit not to know what is in a measure. Answers the line that says it. */
async function shuts(plan: string, to: string, kind = 'measures'): Promise<string> {
  const [consent, scope] = [randomUUID(), randomUUID()];
  const at = clock.now().toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${consent}::uuid, p.id, 'lift-secrecy', 'partly', 'oral', 'person', ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz from plan p where p.id = ${plan}::uuid`);
  await owner(sql`insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
    select ${scope}::uuid, ${consent}::uuid, ${plan}::uuid, v.organisation_id, v.unit_id, ${kind}, 'carrying-out', false, tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '3 months')
    from unit_version v where v.unit_id = ${to}::uuid and v.valid @> ${DAY}::date`);
  return scope;
}
const lifts = (scope: string) =>
  owner(sql`insert into consent_withdrawal (id, consent_id, scope_id, withdrawn_at, withdrawn_by, recorded_at)
    select gen_random_uuid(), s.consent_id, s.id, ${clock.now()}, ${worker}, ${clock.now()} from consent_scope s where s.id = ${scope}`);

async function delivered() {
  const { plan } = await givenEstablished(['measures']);
  await deliver(plan);
  const { id } = await copyToPsychiatry(plan);
  // The day before the units go together.
  await owner(sql`update plan_copy set ordered_at = ordered_at - interval '1 day' where id = ${id}`);
  return { plan, opens: async (as: string) => (await get(`/planer/${plan}/kopior/${id}`, as)).status };
}

test('a copy stays with those it was delivered to when an excluded unit goes up into theirs, and is shut to who came from there until the no is lifted', async () => {
  const one = await delivered();
  const scope = await shuts(one.plan, addiction);
  const [unshut, elsewhere] = [await delivered(), await delivered()];
  await shuts(elsewhere.plan, addiction, 'goals');
  onwards(1);
  expect(await one.opens(CLINICIAN)).toBe(200);
  await merge();
  expect(await one.opens(CLINICIAN)).toBe(200);
  expect(await one.opens(ADDICTION)).toBe(404);
  // Nothing was said against them here, or of something that is not in the copy.
  expect(await unshut.opens(ADDICTION)).toBe(200);
  expect(await elsewhere.opens(ADDICTION)).toBe(200);
  await lifts(scope);
  onwards(1);
  expect(await one.opens(ADDICTION)).toBe(200);
});

test('who was in the receiver a while before the copy came reads it no more for that when they come from what is shut out; who was there when it came does', async () => {
  const one = await delivered();
  await shuts(one.plan, addiction);
  onwards(1);
  await merge();
  const worked = (valid: string) =>
    owner(sql`insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, valid, created_at)
      select ${lent}::uuid, account_id, role, organisation_id, unit_id, county_code, ${valid}::daterange, created_at from assignment where id = any(${moved.map(({ id }) => id)}::uuid[])
      order by id limit 1`);
  await worked('[2020-01-01,2020-06-01)');
  expect(await one.opens(ADDICTION)).toBe(404);
  await owner(sql`delete from assignment where id = ${lent}::uuid`);
  await worked('[2026-11-21,2026-11-22)');
  expect(await one.opens(ADDICTION)).toBe(200);
});

test('the history of a plan tells nothing of a copy to those it is shut to', async () => {
  const one = await delivered();
  await letsRead(one.plan, ['meeting']);
  await shuts(one.plan, addiction);
  onwards(1);
  await merge();
  const told = async (as: string) => {
    const page = await get(`/planer/${one.plan}/historik`, as);
    return [page.status, (await page.text()).replaceAll('\u00a0', ' ').includes('Version 1 är skickad till')];
  };
  expect(await told(CLINICIAN)).toEqual([200, true]);
  expect(await told(ADDICTION)).toEqual([200, false]);
});

test('a no to the receiver itself, said after a copy was delivered, calls nothing back', async () => {
  const one = await delivered();
  onwards(1);
  await shuts(one.plan, psychiatry());
  onwards(1);
  expect(await one.opens(CLINICIAN)).toBe(200);
});
