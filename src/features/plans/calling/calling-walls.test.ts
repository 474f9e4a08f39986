import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../../tests/given/logged-in.ts';
import { app, send } from '../../../../tests/given/persons-app.ts';
import type { Tx } from '../../../platform/index.ts';
import { CLINICIAN, call, calling, clock, givenCalling, meeting, opened, opens, owner, WORKER } from './given-calling.ts';

const secrets = new Map<string, string>();
beforeAll(async () => {
  await givenCalling();
  for (const account of [WORKER, CLINICIAN]) secrets.set(account, (await givenLoggedIn(app, account)).split('=')[1] ?? '');
});

/** What the running program can do in somebody's session, whatever it was told to ask. */
async function as<T>(account: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return (await givenDatabase()).transaction('write', async (tx) => {
    await sql`select set_config('overens.session', ${secrets.get(account) ?? ''}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
      tx,
    );
    return run(tx);
  });
}

const TABLES = ['plan_summons', 'plan_calling', 'plan_meeting', 'plan_summons_text', 'plan_attendance'] as const;

async function seen(account: string, plan: string): Promise<number[]> {
  return as(account, async (tx) => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where plan_id = ${plan}`.execute(tx);
      counts.push(rows[0]?.n ?? -1);
    }
    return counts;
  });
}

async function called(): Promise<{ plan: string; summons: string }> {
  const plan = await opened();
  await send(`/planer/${plan}/mote`, meeting(), WORKER);
  await call(plan, calling());
  const { rows } = await owner(sql<{ id: string }>`select id from plan_summons where plan_id = ${plan}`);
  return { plan, summons: rows[0]?.id ?? '' };
}

test('the database shows a unit that is called its own summons alone, until the person lets it read of the meeting', async () => {
  const { plan } = await called();
  expect(await seen(WORKER, plan)).toEqual([1, 1, 1, 1, 0]);
  expect(await seen(CLINICIAN, plan)).toEqual([1, 0, 0, 0, 0]);
  await opens(plan, ['needs', 'goals']);
  expect(await seen(CLINICIAN, plan)).toEqual([1, 0, 0, 0, 0]);
  await opens(plan, ['meeting']);
  expect(await seen(CLINICIAN, plan)).toEqual([1, 1, 1, 1, 0]);
});

test('the database takes no answer of a huvudman that declines its duty, nor one from another unit', async () => {
  const { plan, summons } = await called();
  const answer = (account: string, said: string) =>
    as(account, (tx) =>
      sql`insert into plan_summons_answer (id, summons_id, plan_id, answer, organisation_id, unit_id, written_by, at)
        select ${randomUUID()}::uuid, ${summons}::uuid, ${plan}::uuid, ${said}, acting_case_organisation(), acting_case_unit(), acting_account(), now()`.execute(
        tx,
      ),
    );
  await expect(answer(CLINICIAN, 'no')).rejects.toThrow(/row-level security/);
  await expect(answer(WORKER, 'yes')).rejects.toThrow(/row-level security/);
  await answer(CLINICIAN, 'yes');
});

test('the database lets nobody call but those who lead, and not them before the person has answered', async () => {
  const insert = (account: string, plan: string) =>
    as(account, (tx) =>
      sql`insert into plan_calling (id, plan_id, purpose_cipher, questions_cipher, organisation_id, unit_id, sent_by, sent_at)
        select ${randomUUID()}::uuid, ${plan}::uuid, '\\x01', '\\x01', acting_case_organisation(), acting_case_unit(), acting_account(), now()`.execute(
        tx,
      ),
    );
  const { plan } = await called();
  await expect(insert(CLINICIAN, plan)).rejects.toThrow(/row-level security/);
  await insert(WORKER, plan);
  for (const agreed of ['not-asked', 'declined']) {
    await expect(insert(WORKER, await opened({ agreed }))).rejects.toThrow(/row-level security/);
  }
});

test('the database keeps what was called, answered and noted as it is', async () => {
  const { plan } = await called();
  for (const table of [...TABLES, 'plan_summons_answer', 'plan_summons_seen', 'plan_summons_reminder']) {
    await expect(as(WORKER, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(/permission denied/);
  }
  await expect(
    as(WORKER, (tx) => sql`update plan_summons set reply_by = '2027-01-01' where plan_id = ${plan}`.execute(tx)),
  ).rejects.toThrow(/permission denied/);
});
