import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ANEBY, EKSJO, REGION } from '../../../../tests/given/persons-app.ts';
import { taskStates } from '../../../domain/plans/task-states.ts';
import { clock, givenCalling, html, opens, owner } from '../calling/given-calling.ts';
import {
  type Asked,
  ask,
  asked,
  askForm,
  CLINICIAN,
  inSession,
  measureOf,
  move,
  psychiatry,
  social,
  taskPath,
  WORKER,
} from './given-tasks.ts';
import { listPlanTasks, listTasks } from './tasks.sql.ts';

beforeAll(givenCalling);

const TABLES = ['plan_task', 'plan_task_state', 'plan_task_move', 'plan_task_words', 'plan_task_reason'] as const;
const everything = { side: undefined, states: taskStates, overdue: false, after: undefined, most: 500 };

/** How many rows of each table the running program reaches in somebody's session. */
const seen = (account: string, plan: string) =>
  inSession(account, async (tx) => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where plan_id = ${plan}`.execute(tx);
      counts.push(rows[0]?.n ?? -1);
    }
    return counts;
  });

describe('the database', () => {
  test('shows a unit that is asked its task and its moves alone, and its words when the person lets it read measures', async () => {
    const { plan, ...one } = await asked();
    expect(await seen(WORKER, plan)).toEqual([1, 1, 1, 1, 0]);
    expect(await seen(CLINICIAN, plan)).toEqual([1, 1, 1, 0, 0]);
    await move({ plan, ...one }, 'accepted', CLINICIAN, { seen: '1', reason: 'Vårt eget skäl' });
    expect(await seen(CLINICIAN, plan)).toEqual([1, 1, 2, 0, 1]);
    await opens(plan, ['needs', 'goals', 'meeting']);
    expect(await seen(CLINICIAN, plan)).toEqual([1, 1, 2, 0, 1]);
    await opens(plan, ['measures']);
    expect(await seen(CLINICIAN, plan)).toEqual([1, 1, 2, 1, 1]);
    for (const other of [
      'behandlare-beroende-06',
      'handlaggare-eksjo-06',
      'boendestod-aneby-06',
      'enhetschef-aneby-06',
      'loggranskare-aneby-06',
      'enskild-3',
    ]) {
      expect(await seen(other, plan), other).toEqual([0, 0, 0, 0, 0]);
    }
    expect(await seen('enskild-1', plan)).toEqual([1, 1, 2, 1, 1]);
  });

  test('answers its lists with exactly what its walls let through, for everybody', async () => {
    const [shut, open] = [await asked(), await asked()];
    await opens(open.plan, ['measures', 'identity']);
    await move(open, 'rejected', CLINICIAN, { seen: '1', reason: 'Ett skäl' });
    for (const account of [WORKER, CLINICIAN, 'behandlare-beroende-06', 'boendestod-aneby-06', 'enskild-1']) {
      await inSession(account, async (tx) => {
        const { rows } = await sql<{
          id: string;
          words: boolean;
          side: boolean;
        }>`select t.id, exists (select from plan_task_words w where w.id = t.words_id) as words,
          is_task_side(t.id, 'owner') or is_task_side(t.id, 'requester') as side from plan_task t`.execute(tx);
        const told = (found: readonly { id: string; cipher: Buffer | null }[]) =>
          found.map(({ id, cipher }) => `${id} ${cipher !== null}`).toSorted();
        const walls = rows.map(({ id, words }) => `${id} ${words}`);
        const lists = [];
        for (const { plan } of [shut, open]) lists.push(...(await listPlanTasks(tx, plan)));
        const here = new Set([shut.task, open.task]);
        expect(told(lists), account).toEqual(walls.filter((one) => here.has(one.slice(0, 36))).toSorted());
        const mine = new Set(rows.filter(({ side }) => side).map(({ id }) => id));
        expect(told(await listTasks(tx, everything)), account).toEqual(walls.filter((one) => mine.has(one.slice(0, 36))).toSorted());
        const { rows: reasons } = await sql<{
          id: string;
        }>`select move_id as id from plan_task_reason where plan_id = ${open.plan}`.execute(tx);
        const shownReasons = lists.flatMap(({ plan_id, moves }) =>
          plan_id === open.plan ? moves.filter(({ reason }) => reason !== null) : [],
        );
        expect(shownReasons.map(({ id }) => id)).toEqual(reasons.map(({ id }) => id));
      });
    }
  });

  test('takes no task of a measure that says something else, none of another unit, and none from who may not read measures', async () => {
    const { plan, measure } = await asked();
    const insert = (account: string, over: { unit?: string; organisation?: string; row?: string } = {}) =>
      inSession(account, async (tx) => {
        const words = randomUUID();
        const at = clock.now().toString();
        await sql`insert into plan_task_words (id, plan_id, wording_id, agreement, agreement_row, outside_reason, text_cipher, organisation_id, unit_id, written_by, at)
          select ${words}::uuid, ${plan}::uuid, (select id from plan_measure where measure_id = ${measure}::uuid), ${over.row ? 'x' : null}, ${over.row ?? null},
            ${over.row ? null : 'own-wish'}, '\\x01', acting_case_organisation(), acting_case_unit(), acting_account(), ${at}::timestamptz`.execute(
          tx,
        );
        await sql`insert into plan_task (id, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id, due_on, asked_by, asked_at)
          select ${randomUUID()}::uuid, ${plan}::uuid, ${measure}::uuid, ${words}::uuid, acting_case_organisation(), acting_case_unit(), ${over.organisation ?? REGION}::uuid,
            ${over.unit ?? psychiatry()}::uuid, '2027-01-01', acting_account(), ${at}::timestamptz`.execute(tx);
      });
    await insert(WORKER);
    await expect(insert(WORKER, { unit: social(), organisation: ANEBY })).rejects.toThrow(/row-level security/);
    await expect(insert(WORKER, { organisation: EKSJO })).rejects.toThrow(/row-level security/);
    await expect(insert(WORKER, { row: 'ROW-1' })).rejects.toThrow(/row-level security/);
    await expect(insert(CLINICIAN)).rejects.toThrow(/row-level security|null value/);
  });
});

/** Gives a unit a new version from the day before, with another organisation or closed; and puts all back. */
async function whileUnitIs(of: string, change: 'closed' | { readonly organisation: string }, run: () => Promise<void>): Promise<void> {
  const { rows } = await owner(
    sql<{ valid: string }>`select valid::text as valid from unit_version where unit_id = ${of} and valid @> '2026-11-22'::date`,
  );
  const valid = rows[0]?.valid ?? '';
  await owner(
    sql`update unit_version set valid = daterange(lower(valid), '2026-11-21') where unit_id = ${of} and valid = ${valid}::daterange`,
  );
  if (change !== 'closed') {
    await owner(
      sql`update unit_version set organisation_id = ${change.organisation}::uuid, valid = ${valid}::daterange where unit_id = ${of} and upper(valid) = '2026-11-21'`,
    );
  }
  try {
    await run();
  } finally {
    const back = change === 'closed' ? sql`valid = ${valid}::daterange` : sql`organisation_id = ${REGION}::uuid`;
    await owner(sql`update unit_version set ${back} where unit_id = ${of}`);
  }
}

describe('when units and huvudmän end', () => {
  test('a task of a unit that is closed goes to the work of those who asked, and they ask another', async () => {
    const one = await asked();
    await whileUnitIs(psychiatry(), 'closed', async () => {
      expect(await html('/arbete', WORKER)).toMatch(new RegExp(`href="${taskPath(one)}">Ett uppdrag i en plan: enheten är stängd`));
      const page = await html(taskPath(one), WORKER);
      expect(page).toContain('Enheten är stängd. Dra tillbaka uppdraget');
      expect((await move(one, 'cancelled', WORKER, { seen: '1', reason: 'Enheten är stängd' })).status).toBe(303);
      expect(await (await ask(one.plan, one.measure, askForm())).text()).toContain('Ändra insatsen så att en öppen enhet gör den');
      expect((await ask(one.plan, await measureOf(one.plan, social()))).status).toBe(303);
    });
  });

  test('a unit that has been moved to another huvudman sees nothing of what it was asked before', async () => {
    const one = await asked();
    await owner(
      sql`update assignment set organisation_id = ${EKSJO}::uuid where unit_id = ${psychiatry()} and organisation_id = ${REGION}::uuid`,
    );
    try {
      expect(await seen(CLINICIAN, one.plan)).toEqual([0, 0, 0, 0, 0]);
      await inSession(CLINICIAN, async (tx) => expect(await listTasks(tx, everything)).toEqual([]));
    } finally {
      await owner(
        sql`update assignment set organisation_id = ${REGION}::uuid where unit_id = ${psychiatry()} and organisation_id = ${EKSJO}::uuid`,
      );
    }
    expect(await seen(CLINICIAN, one.plan)).toEqual([1, 1, 1, 0, 0]);
  });

  test('the tasks of a unit that has gone into another are the other’s, also in notices', async () => {
    const one = await asked();
    const merged = randomUUID();
    const { rows } = await owner(
      sql<{
        unit: string;
      }>`select unit_id as unit from unit_version where organisation_id = ${REGION} and name like 'Beroendemottagningen%' limit 1`,
    );
    const into = rows[0]?.unit ?? '';
    await owner(
      sql`insert into succession (id, of, how, from_id, to_id, on_date, takes_cases) values (${merged}, 'unit', 'merge', ${psychiatry()}, ${into}, '2026-11-21', true)`,
    );
    try {
      expect(await seen('behandlare-beroende-06', one.plan)).toEqual([1, 1, 1, 0, 0]);
      await move(one, 'cancelled', WORKER, { seen: '1' });
      const { rows: notices } = await owner(
        sql<{
          unit: string;
        }>`select distinct receivers->>'unit' as unit from outbox where kind = 'plan-task-moved' and params->>'task' = ${one.task}`,
      );
      expect(notices).toEqual([{ unit: into }]);
    } finally {
      await owner(sql`delete from succession where id = ${merged}`);
    }
  });

  test('the tasks of a huvudman that has gone up into another are its units’ still, but not those of a unit that was handed over before', async () => {
    const one: Asked = await asked();
    const gone = randomUUID();
    const [before] = (
      await owner(sql<{ valid: string }>`select valid::text from unit_version where unit_id = ${psychiatry()} and upper_inf(valid)`)
    ).rows;
    const along = async (from: string) => {
      await owner(
        sql`update unit_version set valid = daterange(lower(valid), ${from}::date) where unit_id = ${psychiatry()} and upper_inf(valid)`,
      );
      await owner(sql`insert into unit_version (unit_id, valid, organisation_id, name, kind, serves, ages, contacts, confirmed_on, opening)
        select unit_id, daterange(${from}::date, null), ${EKSJO}::uuid, name, kind, serves, ages, contacts, confirmed_on, opening
        from unit_version where unit_id = ${psychiatry()} and upper(valid) = ${from}::date`);
    };
    const back = async () => {
      await owner(sql`delete from unit_version where unit_id = ${psychiatry()} and organisation_id = ${EKSJO}::uuid`);
      await owner(
        sql`update unit_version set valid = ${before?.valid}::daterange where unit_id = ${psychiatry()} and upper(valid) <= '2026-11-21'`,
      );
    };
    await owner(
      sql`insert into succession (id, of, how, from_id, to_id, on_date, takes_cases) values (${gone}, 'organisation', 'merge', ${REGION}, ${EKSJO}, '2026-11-21', true)`,
    );
    await owner(
      sql`update assignment set organisation_id = ${EKSJO}::uuid where unit_id = ${psychiatry()} and organisation_id = ${REGION}::uuid`,
    );
    try {
      await along('2026-11-21');
      expect(await seen(CLINICIAN, one.plan)).toEqual([1, 1, 1, 0, 0]);
      expect(await html('/planer/uppdrag', CLINICIAN)).toContain(taskPath(one));
      await back();
      await along('2026-11-15');
      expect(await seen(CLINICIAN, one.plan)).toEqual([0, 0, 0, 0, 0]);
      await inSession(CLINICIAN, async (tx) => expect(await listTasks(tx, everything)).toEqual([]));
      expect(await html('/planer/uppdrag', CLINICIAN)).not.toContain(taskPath(one));
    } finally {
      await back();
      await owner(
        sql`update assignment set organisation_id = ${REGION}::uuid where unit_id = ${psychiatry()} and organisation_id = ${EKSJO}::uuid`,
      );
      await owner(sql`delete from succession where id = ${gone}`);
    }
  });
});
