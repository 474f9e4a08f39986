import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

export type TaskToCancel = { readonly task: string; readonly number: number };

/** The tasks of a plan that nobody has begun, for whoever may close it. */
export async function listTasksToCancel(tx: Tx, plan: string): Promise<TaskToCancel[]> {
  const { rows } = await sql<TaskToCancel>`select task_id as task, number from tasks_to_cancel(${plan}::uuid)`.execute(tx);
  return rows;
}

/** Cancels one of them, for the side that asked it. Answers false when it is not as it was seen: then nothing is written. */
export async function cancelTask(
  tx: Tx,
  { task, number }: TaskToCancel,
  move: { readonly id: string; readonly reason: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select cancel_task(${move.id}::uuid, ${task}::uuid, ${number}::int, ${move.reason}) as done`.execute(tx);
  return rows[0]?.done === true;
}
