import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, NUMBER, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, givenCalling, html, onwards, opened, opens, unit, WORKER, owner as within } from '../../plans/calling/given-calling.ts';

const REVIEWER = 'loggranskare-aneby-06';
const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await within(query)).rows;

let plan: string;
beforeAll(async () => {
  await givenCalling();
  plan = await opened({ agreed: 'not-asked' });
  await send(`/planer/${plan}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
  await opens(plan, ['needs', 'goals']);
  for (const as of [WORKER, CLINICIAN]) await html(`/planer/${plan}`, as);
  onwards(1);
});

/** The latest look of somebody at the plan, by its id in the log. */
const lookOf = async (purpose: string) => {
  const [row] = await owner(sql<{ id: string }>`select id from audit_event
    where record_id = ${plan} and act = 'plans.read' and outcome = 'allowed' and purpose = ${purpose} order by at desc limit 1`);
  return row?.id ?? '';
};

describe('why somebody could see something in a plan', () => {
  test('is told to the reviewer of the huvudman, part by part, with no word of what stands there or of whom it is about', async () => {
    const led = await html(`/logg/varfor/${await lookOf('case-handling')}`, REVIEWER);
    expect(led).toContain('Enheten arbetade med personen då');
    expect(led).toContain('Samma svar.');
    const lent = await html(`/logg/varfor/${await lookOf('share')}`, REVIEWER);
    expect(lent).toContain('Personen hade samtyckt till det. Svaret skrevs ner 22 november 2026');
    expect(lent).toContain('Samma svar.');
    for (const page of [led, lent]) expect(page).not.toMatch(new RegExp(`${NUMBER}|Behöver både behandling`));
  });

  test('is answered by what held then, also when the consent is taken back and the contact is ended the same day', async () => {
    const [led, lent] = [await lookOf('case-handling'), await lookOf('share')];
    await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
      select gen_random_uuid(), c.id, '2026-11-22T11:30:00Z', c.taken_by, '2026-11-22T11:30:00Z' from consent c where c.plan_id = ${plan} and c.kind = 'lift-secrecy'`);
    await within(sql`with m as materialized (select set_config('overens.now', '2026-11-22T11:30:00Z', true))
      update case_contact set valid = daterange(lower(valid), '2026-11-22') from m where person_id = (select person_id from plan where id = ${plan})`);
    for (const id of [led, lent]) expect(await html(`/logg/varfor/${id}`, REVIEWER)).toContain('Samma svar.');
  });

  test('is a link from every row about a plan in the log, and is itself logged', async () => {
    const id = await lookOf('share');
    const form = { fran: '2026-11-22', till: '2026-11-22', person: '', anvandare: '', enhet: '', utfall: '', handling: 'plans.read' };
    const found = await send('/logg', form, REVIEWER);
    expect(await found.text()).toContain('/logg/varfor/');
    const logged = await owner(
      sql<{
        purpose: string;
      }>`select purpose from audit_event where act = 'audit.explain-look' and record_id = ${id} and outcome = 'allowed'`,
    );
    expect(logged.length).toBeGreaterThan(0);
    expect(new Set(logged.map(({ purpose }) => purpose))).toEqual(new Set(['review']));
  });

  test('says that the log is wrong, when the log is: nobody had let the reader in', async () => {
    const id = await lookOf('case-handling');
    const lie = '01a20400-0000-7000-8000-0000000000aa';
    await owner(sql`insert into audit_event (id, at, account_id, actor_kind, assignment_id, organisation_id, unit_id, owner_organisation_id, person_id, record_kind, record_id,
        act, outcome, purpose, via, policy_version, details, leaf_hash)
      select ${lie}, uuid_extract_timestamp(${lie}::uuid), o.account_id, o.actor_kind, o.assignment_id, o.organisation_id, o.unit_id, o.owner_organisation_id, o.person_id,
        o.record_kind, o.record_id, o.act, o.outcome, o.purpose, o.via, o.policy_version,
        o.details || jsonb_build_object('moment', to_jsonb(uuid_extract_timestamp(${lie}::uuid)), 'grounds', '["crisis:consent:0199aaaa-0000-7000-8000-000000000000"]'::jsonb), o.leaf_hash
      from audit_event o where o.id = ${id}`);
    const page = await html(`/logg/varfor/${lie}`, REVIEWER);
    expect(page).toContain('Inte samma svar.');
    expect(page).toContain('Personen hade samtyckt till det.');
  });

  test('is nothing for reviewers of others, for those who work with plans, or for a row about something else', async () => {
    const id = await lookOf('case-handling');
    expect((await get(`/logg/varfor/${id}`, 'loggranskare-region-06')).status).toBe(404);
    for (const as of [WORKER, CLINICIAN]) expect((await get(`/logg/varfor/${id}`, as)).status).toBe(403);
    const [other] = await owner(sql<{ id: string }>`select id from audit_event where record_kind <> 'plan' limit 1`);
    for (const none of [other?.id ?? '', plan, 'inget-id']) expect((await get(`/logg/varfor/${none}`, REVIEWER)).status).toBe(404);
  });
});
