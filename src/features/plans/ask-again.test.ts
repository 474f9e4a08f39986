import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EKSJO, get, REGION, send } from '../../../tests/given/persons-app.ts';
import { CLINICIAN, givenCalling, html, opened, opens, owner, unit, WORKER } from './calling/given-calling.ts';
import { accountOf } from './following/given-following.ts';

const psychiatry = () => unit['psykiatrisk-oppenvard'] ?? '';
const DAY = '2026-11-22';
let before = '';
beforeAll(async () => {
  await givenCalling();
  const { rows } = await owner(
    sql<{ valid: string }>`select valid::text from unit_version where unit_id = ${psychiatry()} and upper_inf(valid)`,
  );
  before = rows[0]?.valid ?? '';
});

/** Hands the psychiatry over to another huvudman, with its staff, from today; that it was of is there still. */
async function handOver() {
  await owner(
    sql`update unit_version set valid = daterange(lower(valid), ${DAY}::date) where unit_id = ${psychiatry()} and upper_inf(valid)`,
  );
  await owner(sql`insert into unit_version (unit_id, valid, organisation_id, name, kind, serves, ages, contacts, confirmed_on, opening)
    select unit_id, daterange(${DAY}::date, null), ${EKSJO}::uuid, name, kind, serves, ages, contacts, confirmed_on, opening
    from unit_version where unit_id = ${psychiatry()} and upper(valid) = ${DAY}::date`);
  await owner(
    sql`update assignment set organisation_id = ${EKSJO}::uuid where unit_id = ${psychiatry()} and organisation_id = ${REGION}::uuid`,
  );
}
async function takeBack() {
  await owner(sql`delete from unit_version where unit_id = ${psychiatry()} and organisation_id = ${EKSJO}::uuid`);
  await owner(sql`update unit_version set valid = ${before}::daterange where unit_id = ${psychiatry()} and upper(valid) = ${DAY}::date`);
  await owner(
    sql`update assignment set organisation_id = ${REGION}::uuid where unit_id = ${psychiatry()} and organisation_id = ${EKSJO}::uuid`,
  );
}
afterAll(takeBack);

const partiesOf = async (plan: string) =>
  (
    await owner(
      sql<{
        organisation: string;
      }>`select organisation_id as organisation from plan_party where plan_id = ${plan} and unit_id = ${psychiatry()} order by organisation_id`,
    )
  ).rows.map(({ organisation }) => organisation);

test('a unit that has come to another huvudman takes part no more, can be asked anew, once, and reads nothing that was opened to the one it came from', async () => {
  const plan = await opened();
  const ask = () => send(`/planer/${plan}/enheter`, { unit: psychiatry() }, WORKER);
  for (const _ of [1, 2]) expect((await ask()).status).toBe(303);
  await opens(plan, ['meeting', 'measures', 'needs']);
  const who = await accountOf('psykiatrisk-oppenvard');
  expect(await html(`/planer/${plan}`, CLINICIAN)).toContain('Behöver både behandling och stöd');
  expect(await html(`/planer/${plan}/ansvar`, WORKER)).toContain(who);
  expect(await html(`/planer/${plan}/enheter`, WORKER)).not.toContain(psychiatry());
  await handOver();
  expect((await get(`/planer/${plan}`, CLINICIAN)).status).toBe(404);
  expect(await html(`/planer/${plan}/ansvar`, WORKER)).not.toContain(who);
  expect(await html(`/planer/${plan}/enheter`, WORKER)).toContain(psychiatry());
  for (const _ of [1, 2]) expect((await ask()).status).toBe(303);
  expect(await partiesOf(plan)).toEqual([REGION, EKSJO].toSorted());
  const page = await html(`/planer/${plan}`, CLINICIAN);
  expect(page).toContain('Inte öppen för er');
  expect(page).not.toContain('Behöver både behandling och stöd');
  expect(await html(`/planer/${plan}/enheter`, WORKER)).not.toContain(psychiatry());
  await takeBack();
  expect(await html(`/planer/${plan}`, CLINICIAN)).toContain('Behöver både behandling och stöd');
  for (const _ of [1, 2]) expect((await ask()).status).toBe(303);
  expect(await partiesOf(plan)).toEqual([REGION, EKSJO].toSorted());
});
