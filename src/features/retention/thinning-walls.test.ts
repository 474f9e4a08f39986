import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { app, EKSJO, REGION, sendJson } from '../../../tests/given/persons-app.ts';
import { serviceOf } from '../../domain/retention/rule.ts';
import type { Tx } from '../../platform/index.ts';
import { clock, givenCalling, owner } from '../plans/calling/given-calling.ts';
import { copyToPsychiatry, deliver, givenEstablished, psychiatry } from '../plans/copies/given-copies.ts';

const REGISTRAR = 'registrator-region-06';
const KEEPER = 'forvaltare-aneby-06';
const secrets = new Map<string, string>();
beforeAll(async () => {
  await givenCalling();
  for (const account of [REGISTRAR, KEEPER]) secrets.set(account, (await givenLoggedIn(app, account)).split('=')[1] ?? '');
});

/** What the running program can do in somebody's session, whatever it was told to ask; nothing of it stays. */
const UNDONE = new Error('undone');
async function as(account: string, run: (tx: Tx) => Promise<unknown>): Promise<void> {
  await (await givenDatabase())
    .transaction('write', async (tx) => {
      await sql`select set_config('overens.session', ${secrets.get(account) ?? ''}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
        tx,
      );
      await run(tx);
      throw UNDONE;
    })
    .catch((error: unknown) => {
      if (error !== UNDONE) throw error;
    });
}

test('the database knows every kind of unit for the same service as the rules of the program', async () => {
  const { rows } = await owner(sql<{ kind: string; service: string | null }>`
    select k.kind, service_of_kind(k.kind) as service
    from (select kind from unit_version union select kind from shared_documentation_service union select 'familjecentral' union select 'något annat') k`);
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(['health-care', 'social-services', null]));
  expect(rows).toEqual(rows.map(({ kind }) => ({ kind, service: serviceOf(kind) ?? null })));
});

test('what was done for a huvudman before it went up into another is a note of the one that keeps the copy now', async () => {
  const { plan } = await givenEstablished(['measures']);
  await deliver(plan);
  const { id: copy } = await copyToPsychiatry(plan);
  const day = '2026-12-24';
  const noted = (await givenDatabase()).asOwner(async (tx) => {
    await sql`select set_config('overens.now', '2026-11-22T12:00:00Z', true)`.execute(tx);
    const last = async () => (await sql<{ day: string }>`select last_note_of_copy(${copy})::text as day`.execute(tx)).rows[0]?.day;
    await sql`insert into succession (id, of, how, from_id, to_id, on_date, takes_cases)
      values (${randomUUID()}, 'organisation', 'merge', ${REGION}, ${EKSJO}, '2026-11-21', true)`.execute(tx);
    await sql`update unit_version set valid = daterange(lower(valid), '2026-11-21') where unit_id = ${psychiatry()} and upper_inf(valid)`.execute(
      tx,
    );
    await sql`insert into unit_version (unit_id, valid, organisation_id, name, kind, serves, ages, contacts, confirmed_on, opening)
      select unit_id, daterange('2026-11-21', null), ${EKSJO}::uuid, name, kind, serves, ages, contacts, confirmed_on, opening
      from unit_version where unit_id = ${psychiatry()} and upper(valid) = '2026-11-21'`.execute(tx);
    const keeper = await sql<{ of: string }>`select copy_kept_by(${copy}) as of`.execute(tx);
    const before = await last();
    // Later than all else that is known of the person.
    await sql`insert into act (id, at, kind, account_id, assignment_id, subject_kind, subject_id, effective_on, content)
      select ${randomUUID()}::uuid, ${`${day}T12:00:00Z`}::timestamptz, 'plans.write', m.account_id, m.id, 'plan', ${plan}::uuid, ${day}::date, '{}'
      from assignment m where m.unit_id = ${psychiatry()} and m.organisation_id = ${REGION} limit 1`.execute(tx);
    const after = await last();
    throw Object.assign(new Error('undone'), { noted: [keeper.rows[0]?.of, before === day, after] });
  });
  await expect(noted).rejects.toMatchObject({ noted: [EKSJO, false, day] });
});

test('the database takes no rule, decision or secret that says that it was written at another moment than it was', async () => {
  const earlier = clock.now().subtract({ hours: 48 });
  const state = (at: Temporal.Instant) =>
    as(REGISTRAR, (tx) =>
      sql`insert into retention_rule (id, organisation_id, applies_to, from_day, keep, basis, citation, stated_by, stated_at)
        values (${randomUUID()}, acting_organisation(), 'all', '2026-11-22', 'always', 'routine', 'Beslut 3', acting_account(), ${at})`.execute(
        tx,
      ),
    );
  await state(clock.now());
  await expect(state(earlier)).rejects.toThrow(/row-level security/);

  const webhook = randomUUID();
  const kinds = ['plans.open'];
  expect((await sendJson('/api/v1/webhooks', { key: webhook, url: 'https://system.example/', kinds }, KEEPER)).status).toBe(200);
  const make = (at: Temporal.Instant) =>
    as(KEEPER, (tx) =>
      sql`insert into webhook_client_secret (id, webhook_id, secret_hash, made_by, at)
        values (${randomUUID()}, ${webhook}, sha256('prov'), acting_account(), ${at})`.execute(tx),
    );
  await make(clock.now());
  await expect(make(earlier)).rejects.toThrow(/row-level security/);

  const { plan } = await givenEstablished(['measures']);
  await deliver(plan);
  const { id: copy } = await copyToPsychiatry(plan);
  const [rule, offer] = [randomUUID(), randomUUID()];
  await owner(sql`insert into retention_rule (id, organisation_id, applies_to, from_day, keep, years, counts_from, basis, citation, stated_at)
    values (${rule}, ${REGION}, 'health-care', '2026-11-22', 'years', 1, 'received', 'routine', 'Beslut 4', ${clock.now()})`);
  await owner(sql`insert into thinning_offer (id, copy_id, plan_id, rule_id, due_on, birth_day_known, offered_at)
    values (${offer}, ${copy}, ${plan}, ${rule}, '2026-11-22', true, ${clock.now()})`);
  const decide = (at: Temporal.Instant) =>
    as(REGISTRAR, (tx) =>
      sql`insert into thinning_decision (offer_id, outcome, decided_by, organisation_id, at)
        values (${offer}, 'delete', acting_account(), acting_organisation(), ${at})`.execute(tx),
    );
  await decide(clock.now());
  await expect(decide(earlier)).rejects.toThrow(/row-level security/);
});

test('what a system is told leaves the moment that is asked of as it was', async () => {
  await as(REGISTRAR, async (tx) => {
    const now = async () => (await sql<{ now: string }>`select current_setting('overens.now', true) as now`.execute(tx)).rows[0]?.now;
    const before = await now();
    await sql`select * from system_events(sha256('ingen'), '2020-01-01T00:00:00Z', 0, 1)`.execute(tx);
    expect(await now()).toBe(before);
  });
});
