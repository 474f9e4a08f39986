import { sql } from 'kysely';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { TaskSide, TaskState } from '../../../domain/plans/task-states.ts';
import type { OutsideReason } from '../../../domain/plans/trace.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

/** A task as who acts may see it. `asks`, `owns`: is a unit of theirs on that side? */
export type TaskRow = {
  readonly id: string;
  readonly plan_id: string;
  readonly measure_id: string;
  readonly words_id: string;
  readonly due_on: Temporal.PlainDate;
  readonly forwarded_from: string | null;
  readonly asked_at: Temporal.Instant;
  readonly state: TaskState;
  /** How many moves have been made. */
  readonly number: number;
  readonly since: Temporal.Instant;
  readonly over: boolean;
  readonly requesting_organisation: string;
  readonly requesting_organisation_name: string;
  readonly requesting_unit: string;
  readonly requesting_unit_name: string;
  /** The unit that its cases have gone on in. */
  readonly requesting_unit_now: string;
  readonly owning_organisation: string;
  readonly owning_organisation_name: string;
  readonly owning_unit: string;
  readonly owning_unit_name: string;
  readonly owning_unit_now: string;
  /** Is the unit closed, with none that has taken its cases over? */
  readonly owner_closed: boolean;
  readonly asks: boolean;
  readonly owns: boolean;
  /** Null where the words are shut to who acts, as is the rest of what the measure says. */
  readonly cipher: Buffer | null;
  /** Which wording of the measure it was copied from. */
  readonly measure_number: number | null;
  readonly agreement: string | null;
  readonly agreement_row: string | null;
  readonly outside_reason: OutsideReason | null;
  readonly person_id: string;
  readonly plan_owner: string;
  readonly kinds: readonly DataKind[];
  /** Each as the log says it. */
  readonly grounds: readonly string[];
  /** Null where it is not for who acts to know, and of somebody with protected identity. */
  readonly name: string | null;
  readonly protected: boolean;
};

/** What is shown of a task wherever it is. */
export type TaskShown = Omit<
  TaskRow,
  ('forwarded_from' | 'asked_at' | 'requesting_unit_now' | 'owning_unit_now') | ('kinds' | 'grounds' | 'person_id' | 'plan_owner')
>;

/** A move as JSON has it. `reason`: base64 of what is sealed; null where there is none, or it is shut. */
export type MoveRow = {
  readonly id: string;
  readonly number: number;
  readonly to: TaskState;
  readonly side: TaskSide;
  readonly at: string;
  readonly unit: string;
  readonly right: string | null;
  /** Was it made by who acts? */
  readonly by: boolean;
  readonly reason: string | null;
};

/** The tasks of a plan that who acts may know of, the first asked first, with their moves. */
export async function listPlanTasks(tx: Tx, plan: string): Promise<(TaskRow & { readonly moves: readonly MoveRow[] })[]> {
  const { rows } = await sql<TaskRow & { moves: readonly MoveRow[] }>`select * from acting_plan_tasks(${plan}::uuid)`.execute(tx);
  return rows;
}

export type TaskFilter = {
  /** Undefined: both. */
  readonly side: TaskSide | undefined;
  readonly states: readonly TaskState[];
  readonly overdue: boolean;
  /** The task to go on after. */
  readonly after: { readonly due: Temporal.PlainDate; readonly id: string } | undefined;
  readonly most: number;
};

/** A task in a list, without the names of units. `revision`: the catalogue's, which those go by; `grounds`: each kind of data that is open with what opens it. */
export type TaskInList = Omit<
  TaskShown,
  'requesting_unit_name' | 'requesting_organisation_name' | 'owning_unit_name' | 'owning_organisation_name'
> & {
  readonly revision: string;
  readonly person_id: string;
  readonly plan_owner: string;
  /** Do they keep the record that the plan rests on? */
  readonly keeps: boolean;
  readonly grounds: readonly string[];
};

/** The tasks that the units of who acts ask or are asked, the first due first. */
export async function listTasks(tx: Tx, { side, states, overdue, after, most }: TaskFilter): Promise<TaskInList[]> {
  const { rows } = await sql<TaskInList>`select * from acting_task_page(
    ${side ?? null}::text, ${[...states]}::text[], ${overdue}::boolean, ${after?.due ?? null}::date, ${after?.id ?? null}::uuid, ${most}::int)`.execute(
    tx,
  );
  return rows;
}

export type NewTaskWords = {
  readonly id: string;
  readonly plan: string;
  readonly wording: string;
  readonly agreement: string | null;
  readonly row: string | null;
  readonly outside: OutsideReason | null;
  readonly cipher: Buffer;
};

/** Keeps what is asked, with the responsibility that the measure realises as it is worded now. */
export async function insertTaskWords(tx: Tx, one: NewTaskWords, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_task_words (id, plan_id, wording_id, agreement, agreement_row, outside_reason, text_cipher, organisation_id, unit_id, written_by, at)
    values (${one.id}, ${one.plan}, ${one.wording}, ${one.agreement}, ${one.row}, ${one.outside}, ${one.cipher}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(
    tx,
  );
}

type Side = { readonly organisation: string; readonly unit: string };

export type NewTask = {
  readonly id: string;
  readonly plan: string;
  readonly measure: string;
  readonly words: string;
  readonly requester: Side;
  readonly owner: Side;
  readonly due: Temporal.PlainDate;
  readonly forwardedFrom: string | null;
};

/** Asks it. Violates `plan_task_pkey` when a task has the id. */
export async function insertTask(tx: Tx, one: NewTask, account: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_task (id, plan_id, measure_id, words_id, requesting_organisation_id, requesting_unit_id, owning_organisation_id, owning_unit_id,
      due_on, forwarded_from, asked_by, asked_at)
    values (${one.id}, ${one.plan}, ${one.measure}, ${one.words}, ${one.requester.organisation}, ${one.requester.unit}, ${one.owner.organisation}, ${one.owner.unit},
      ${one.due}, ${one.forwardedFrom}, ${account}, ${now})`.execute(tx);
}

export type NewMove = {
  readonly id: string;
  readonly task: string;
  readonly plan: string;
  readonly number: number;
  readonly from: TaskState | undefined;
  readonly to: TaskState;
  readonly side: TaskSide;
  readonly rightUnit?: string | undefined;
  readonly reason?: Buffer | null | undefined;
};

/** Moves a task. Violates `plan_task_moved_once` when somebody else has gone on from the same state. */
export async function insertMove(tx: Tx, one: NewMove, by: WrittenBy, now: Temporal.Instant): Promise<void> {
  const reason = one.reason ?? null;
  await sql`insert into plan_task_move (id, task_id, plan_id, number, from_state, to_state, side, has_reason, takes_reason, right_unit_id, organisation_id, unit_id, moved_by, at)
    values (${one.id}, ${one.task}, ${one.plan}, ${one.number}, ${one.from ?? 'none'}, ${one.to}, ${one.side}, ${reason !== null}, false, ${one.rightUnit ?? null},
      ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(tx);
  if (!reason) return;
  await sql`insert into plan_task_reason (move_id, plan_id, organisation_id, unit_id, reason_cipher)
    values (${one.id}, ${one.plan}, ${by.organisation}, ${by.unit}, ${reason})`.execute(tx);
}

export type WaitingTask = {
  readonly id: string;
  readonly plan: string;
  readonly state: TaskState;
  readonly due: Temporal.PlainDate;
  readonly owns: boolean;
  readonly asks: boolean;
  readonly closed: boolean;
  /** Is the plan that it is of closed? */
  readonly planClosed: boolean;
};

/** The tasks that the units of who acts ask or are asked and that are not over, the first due first: nothing of what they say. */
export async function listOpenTasks(tx: Tx, most: number): Promise<WaitingTask[]> {
  const { rows } =
    await sql<WaitingTask>`select id, plan_id as plan, state, due_on as due, owns, asks, closed, plan_is_closed(plan_id) as "planClosed"
      from acting_open_tasks(${most}::int)`.execute(tx);
  return rows;
}
