import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../../tests/given/logged-in.ts';
import { app, send } from '../../../../tests/given/persons-app.ts';
import type { Tx } from '../../../platform/index.ts';
import {
  CLINICIAN,
  call,
  calling,
  clock,
  givenCalling,
  html,
  meeting,
  onwards,
  opened,
  opens,
  owner,
  unit,
  WORKER,
} from '../calling/given-calling.ts';

const secrets = new Map<string, string>();
beforeAll(async () => {
  await givenCalling();
  for (const account of [WORKER, CLINICIAN]) secrets.set(account, (await givenLoggedIn(app, account)).split('=')[1] ?? '');
});

/** What the running program can do in somebody's session, whatever it was told to ask. */
async function as<T>(account: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return (await givenDatabase()).transaction('write', async (tx) => {
    const [secret, now] = [secrets.get(account) ?? '', clock.now().toString()];
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${now}, true)`.execute(tx);
    return run(tx);
  });
}

const TABLES = ['plan_sheet', 'plan_note_update'] as const;
const seen = (account: string, plan: string) =>
  as(account, async (tx) => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where plan_id = ${plan}`.execute(tx);
      counts.push(rows[0]?.n ?? -1);
    }
    return counts;
  });

/** A plan with something noted, a meeting with notes, and the psychiatry called to it. */
async function givenNoted(): Promise<string> {
  const plan = await opened();
  await send(`/planer/${plan}/mote`, meeting({ key: randomUUID() }), WORKER);
  await call(plan, calling());
  const unasked = Object.fromEntries(
    'suicide-risk violence comorbidity relatives crisisPlan plainLanguage mandate copyHanded'.split(' ').map((name) => [name, 'not-asked']),
  );
  await send(`/planer/${plan}/fragat`, { key: randomUUID(), seen: '0', 'children-at-home': 'yes', ...unasked }, WORKER);
  const at = `/planer/${plan}/mote/arbetsyta`;
  const hidden = Object.fromEntries(
    [...(await html(at, WORKER)).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  expect((await send(at, { ...hidden, lines: 'Vi ses igen i mars.' }, WORKER)).status).toBe(303);
  onwards(1);
  return plan;
}

test('the database shows what is noted and the notes of a meeting to nobody whom the needs and the meeting are shut to', async () => {
  const plan = await givenNoted();
  expect(await seen(WORKER, plan)).toEqual([1, 1]);
  expect(await seen(CLINICIAN, plan)).toEqual([0, 0]);
  await opens(plan, ['needs']);
  onwards(1);
  expect(await seen(CLINICIAN, plan)).toEqual([1, 0]);
  await opens(plan, ['meeting']);
  onwards(1);
  expect(await seen(CLINICIAN, plan)).toEqual([1, 1]);
});

test('the database takes nothing noted by somebody whom it is shut to, nor in the name of another unit, nor of a meeting that is not the plan’s', async () => {
  const plan = await givenNoted();
  const own = unit['psykiatrisk-oppenvard'] ?? '';
  const { rows } = await owner(
    sql<{ meeting: string }>`select meeting_id as meeting from plan_meeting where plan_id = ${plan}::uuid limit 1`,
  );
  const sheet = (of: string) =>
    as(CLINICIAN, (tx) =>
      sql`insert into plan_sheet (id, plan_id, sheet, number, words_cipher, organisation_id, unit_id, written_by, at)
        values (${randomUUID()}, ${plan}, 'checks', 2, '\\x01', acting_case_organisation(), ${of}, acting_account(), acting_now())`.execute(
        tx,
      ),
    );
  const note = (of: string, account = CLINICIAN) =>
    as(account, (tx) =>
      sql`insert into plan_note_update (id, plan_id, meeting_id, bytes_cipher, source, organisation_id, unit_id, account_id, at)
        values (${randomUUID()}, ${plan}, ${of}, '\\x01', 'typed', acting_case_organisation(), acting_case_unit(), acting_account(), acting_now())`.execute(
        tx,
      ),
    );
  await expect(sheet(own)).rejects.toThrow('row-level security');
  await expect(note(rows[0]?.meeting ?? '')).rejects.toThrow('row-level security');
  await opens(plan, ['needs', 'meeting']);
  onwards(1);
  await expect(sheet(unit['individ-familjeomsorg'] ?? '')).rejects.toThrow('row-level security');
  await expect(note(randomUUID())).rejects.toThrow('row-level security');
  await sheet(own);
  await note(rows[0]?.meeting ?? '');
});

test('the database keeps what was noted as it is', async () => {
  for (const table of ['plan_sheet', 'plan_adjustment', 'plan_note_update']) {
    await expect(as(WORKER, (tx) => sql`update ${sql.table(table)} set at = at`.execute(tx))).rejects.toThrow('permission denied');
    await expect(as(WORKER, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow('permission denied');
  }
});
