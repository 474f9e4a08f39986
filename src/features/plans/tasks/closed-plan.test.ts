import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { send } from '../../../../tests/given/persons-app.ts';
import { givenCalling, html, onwards, owner } from '../calling/given-calling.ts';
import { accountOf, established } from '../following/given-following.ts';
import { cancelTask, listTasksToCancel } from './ended-tasks.sql.ts';
import { ask, askForm, CLINICIAN, inSession, measureOf, move, psychiatry, social, taskPath, WORKER } from './given-tasks.ts';

beforeAll(givenCalling);

/** An established plan, with a task that the psychiatry has begun and one that it has not answered. */
async function withTasks(coordinator?: string) {
  const { plan } = await established(coordinator === undefined ? {} : { coordinator });
  const [begun, asked] = [
    { plan, measure: await measureOf(plan, psychiatry(), 'Ge samtal'), task: '' },
    { plan, measure: await measureOf(plan, psychiatry(), 'Följa med'), task: '' },
  ];
  for (const one of [begun, asked]) {
    const form = askForm();
    expect((await ask(plan, one.measure, form)).status).toBe(303);
    one.task = form.key;
  }
  expect((await move(begun, 'in-progress', CLINICIAN, { seen: '1', reason: '' })).status).toBe(303);
  onwards(1);
  return { plan, begun, asked };
}

test('what was begun when a plan is closed is said to be so to the unit that does it, and to nobody else, until it has said how it ended', async () => {
  const { plan, begun, asked } = await withTasks();
  const said = new RegExp(`href="${taskPath(begun)}">Planen är avslutad`);
  expect(await html('/arbete', CLINICIAN)).not.toMatch(said);
  expect((await send(`/planer/${plan}/avsluta`, { reason: 'died', words: '' }, WORKER)).status).toBe(303);
  onwards(1);
  const work = await html('/arbete', CLINICIAN);
  expect(work).toMatch(said);
  expect(work).not.toContain(taskPath(asked));
  for (const one of [begun, asked]) expect(await html('/arbete', WORKER)).not.toContain(taskPath(one));
  expect((await move(begun, 'failed', CLINICIAN, { reason: 'Planen är avslutad' })).status).toBe(303);
  expect(await html('/arbete', CLINICIAN)).not.toContain(taskPath(begun));
});

test('all units that take part are told that it is closed, also by a coordinator who may not read which they are', async () => {
  const { plan } = await withTasks(await accountOf('psykiatrisk-oppenvard'));
  expect((await send(`/planer/${plan}/avsluta`, { reason: 'died', words: '' }, CLINICIAN)).status).toBe(303);
  const { rows } = await owner(sql<{
    unit: string;
  }>`select distinct r."to" ->> 'unit' as unit from outbox o cross join lateral jsonb_array_elements(case jsonb_typeof(o.receivers) when 'array' then o.receivers else jsonb_build_array(o.receivers) end) r("to")
    where o.kind = 'plan-closed' and o.params ->> 'plan' = ${plan}`);
  expect(rows).toEqual([{ unit: social() }]);
});

test('what is not as it was seen is not cancelled, and is not said to be', async () => {
  const { plan, asked } = await withTasks();
  const cancelled = await inSession(WORKER, async (tx) => {
    const [task] = await listTasksToCancel(tx, plan);
    expect(task).toMatchObject({ task: asked.task });
    const cancel = (number: number) =>
      cancelTask(tx, { task: asked.task, number }, { id: randomUUID(), reason: Buffer.from('Planen är avslutad') });
    return [await cancel((task?.number ?? 0) + 1), await cancel(task?.number ?? 0), await cancel(task?.number ?? 0)];
  });
  expect(cancelled).toEqual([false, true, false]);
});
