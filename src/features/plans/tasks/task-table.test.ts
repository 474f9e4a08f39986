import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenLoggedIn, TEST_ORIGIN } from '../../../../tests/given/logged-in.ts';
import { app } from '../../../../tests/given/persons-app.ts';
import {
  needsReason,
  type TaskSide,
  type TaskState,
  taskFault,
  taskMoves,
  taskSides,
  taskStates,
} from '../../../domain/plans/task-states.ts';
import type { Tx } from '../../../platform/index.ts';
import { clock, givenCalling, owner } from '../calling/given-calling.ts';
import { type Asked, asked, CLINICIAN, inSession, WORKER } from './given-tasks.ts';

const by: Readonly<Record<TaskSide, string>> = { requester: WORKER, owner: CLINICIAN };
const pairs = taskStates.flatMap((from) => taskStates.flatMap((to) => taskSides.map((side) => ({ from, to, side }))));
const cookies = new Map<string, string>();
let one: Asked;

beforeAll(async () => {
  await givenCalling();
  for (const account of Object.values(by)) cookies.set(account, await givenLoggedIn(app, account));
  one = await asked();
});

/** The shortest way to a state, as moves that are allowed. */
const ways: Readonly<Record<TaskState, readonly TaskState[]>> = {
  requested: [],
  received: ['received'],
  accepted: ['accepted'],
  rejected: ['rejected'],
  cancelled: ['cancelled'],
  'in-progress': ['in-progress'],
  'on-hold': ['in-progress', 'on-hold'],
  completed: ['completed'],
  failed: ['in-progress', 'failed'],
};

/** A task like the first, brought to a state by the owner of the database. */
async function taskIn(state: TaskState): Promise<{ task: string; number: number }> {
  const task = randomUUID();
  await owner(sql`insert into plan_task (id, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id, due_on, asked_by, asked_at)
    select ${task}::uuid, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id, due_on, asked_by, asked_at
    from plan_task where id = ${one.task}::uuid`);
  const way: readonly (TaskState | undefined)[] = [undefined, 'requested', ...ways[state]];
  for (const [nth, to] of way.entries()) {
    if (nth === 0 || !to) continue;
    const side = nth === 1 ? 'requester' : 'owner';
    await owner(sql`insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, organisation_id, unit_id, moved_by, at)
      select gen_random_uuid(), t.id, t.plan_id, ${nth}, ${way[nth - 1] ?? 'none'}, ${to}, ${side}, true, false, t.owning_organisation_id, t.owning_unit_id, t.asked_by, t.asked_at
      from plan_task t where t.id = ${task}::uuid`);
  }
  return { task, number: way.length - 1 };
}

const insert = (
  task: string,
  number: number,
  from: TaskState | 'none',
  to: TaskState,
  side: TaskSide,
  hasReason: boolean,
): RawBuilder<unknown> =>
  sql`insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, organisation_id, unit_id, moved_by, at)
    select gen_random_uuid(), ${task}::uuid, ${one.plan}::uuid, ${number}, ${from}, ${to}, ${side}, ${hasReason}, false, acting_case_organisation(), acting_case_unit(), acting_account(),
      ${clock.now().toString()}::timestamptz`;

/** What the database says of a move made in somebody's session; the move is taken back. */
async function answerOf(account: string, statement: RawBuilder<unknown>): Promise<string> {
  const undo = new Error('undo');
  try {
    await inSession(account, async (tx: Tx) => {
      await statement.execute(tx);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return 'taken';
    return error instanceof Error ? error.message : 'other';
  }
  return 'kept';
}

test('the database has the same 24 moves as the program, with the same that take a reason', async () => {
  const { rows } = await owner(sql<{ from: string; to: TaskState; side: TaskSide; reason: boolean }>`
    select from_state as from, to_state as to, side, takes_reason as reason from plan_task_rule`);
  const told = (from: string, to: TaskState, side: TaskSide, reason: boolean) => `${from} > ${to} ${side} ${reason}`;
  const theirs = rows.map((row) => told(row.from, row.to, row.side, row.reason));
  const ours = taskMoves.flatMap((move) => move.by.map((side) => told(move.from ?? 'none', move.to, side, needsReason(move.to))));
  expect(theirs.toSorted()).toEqual(ours.toSorted());
  expect(theirs).toHaveLength(24);
});

describe('every pair of states, for each side', () => {
  test.each(taskStates.map((from) => ({ from })))(
    'from $from: the database takes those of the table, and nothing else of anybody',
    async ({ from }) => {
      const { task, number } = await taskIn(from);
      for (const { to, side } of pairs.filter((pair) => pair.from === from)) {
        const answer = await answerOf(by[side], insert(task, number + 1, from, to, side, true));
        const fault = taskFault(from, to, [side], 'skäl');
        if (fault) expect(answer, `${from} > ${to} ${side}`).toMatch(/plan_task_move_is_allowed/);
        else expect(answer, `${from} > ${to} ${side}`).toBe('taken');
        // For a side that is not theirs nobody makes any move.
        const other = side === 'owner' ? 'requester' : 'owner';
        expect(await answerOf(by[other], insert(task, number + 1, from, to, side, true)), `${from} > ${to} ${side} by ${other}`).toMatch(
          /row-level security/,
        );
        if (!fault && needsReason(to)) {
          expect(await answerOf(by[side], insert(task, number + 1, from, to, side, false))).toMatch(/plan_task_move_says_why/);
        }
      }
    },
  );

  test.each(taskStates.map((from) => ({ from })))(
    'from $from: the door takes those of the table, and refuses all others with a code',
    async ({ from }) => {
      let standing: { task: string; number: number } | undefined;
      for (const { to, side } of pairs.filter((pair) => pair.from === from)) {
        standing ??= await taskIn(from);
        const { task, number } = standing;
        const response = await app.request(`${TEST_ORIGIN}/api/v1/plans/${one.plan}/tasks/${task}/moves`, {
          method: 'POST',
          headers: { cookie: cookies.get(by[side]) ?? '', 'content-type': 'application/json', origin: TEST_ORIGIN },
          body: JSON.stringify({ to, reason: 'Det finns skäl', seen: number }),
        });
        const body: { state?: string; code?: string } = await response.json();
        const fault = taskFault(from, to, [side], 'skäl');
        expect(fault ? body.code : body.state, `${from} > ${to} ${side}`).toBe(fault ? fault.code : to);
        if (!fault) standing = undefined;
      }
    },
  );
});

test('the database takes no move that does not go on from the one before it, nor two from the same, nor a second beginning', async () => {
  const { task, number } = await taskIn('requested');
  expect(await answerOf(CLINICIAN, insert(task, number + 1, 'accepted', 'in-progress', 'owner', true))).toMatch(/plan_task_move_goes_on/);
  expect(await answerOf(CLINICIAN, insert(task, number + 2, 'requested', 'accepted', 'owner', true))).toMatch(/plan_task_move_goes_on/);
  expect(await answerOf(CLINICIAN, insert(task, number, 'none', 'requested', 'requester', true))).toMatch(/row-level|plan_task_moved_once/);
  expect(await answerOf(WORKER, insert(task, number + 1, 'none', 'requested', 'requester', true))).toMatch(/plan_task_move_begins/);
  const accept = () => inSession(CLINICIAN, (tx) => insert(task, number + 1, 'requested', 'accepted', 'owner', true).execute(tx));
  const both = await Promise.allSettled([accept(), accept()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(String(both.find((each) => each.status === 'rejected')?.reason)).toMatch(/plan_task_moved_once/);
});

test('what is kept of where tasks are is what their moves fold to, after all of this', async () => {
  const { rows } = await owner(sql<{ differ: number; all: number }>`
    select count(*) filter (where s.task_id is null or s.reached <> m.to_state or s.number <> m.number or s.since <> m.at
        or s.over <> (m.to_state in ('rejected', 'cancelled', 'completed', 'failed')) or s.owning_unit_id <> t.owning_unit_id or s.due_on <> t.due_on)::int as differ, count(*)::int as all
    from plan_task t
    join lateral (select * from plan_task_move m where m.task_id = t.id order by m.number desc limit 1) m on true
    left join plan_task_state s on s.task_id = t.id`);
  expect(rows[0]?.differ).toBe(0);
  expect(rows[0]?.all).toBeGreaterThan(taskStates.length);
});

test('nobody changes or takes away a task, what it says, or a move', async () => {
  for (const table of ['plan_task', 'plan_task_words', 'plan_task_move', 'plan_task_reason', 'plan_task_state', 'plan_task_rule']) {
    await expect(inSession(WORKER, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(/permission denied/);
  }
  await expect(inSession(WORKER, (tx) => sql`update plan_task_state set reached = 'completed'`.execute(tx))).rejects.toThrow(
    /permission denied/,
  );
  await expect(inSession(WORKER, (tx) => sql`update plan_task_move set to_state = 'completed'`.execute(tx))).rejects.toThrow(
    /permission denied/,
  );
});
