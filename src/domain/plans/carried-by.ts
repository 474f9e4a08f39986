import type { TaskState } from './task-states.ts';

/** A task of a measure, as far as it tells who has the measure now. */
export type TaskCarrying = {
  readonly id: string;
  readonly measure: string;
  readonly owner: { readonly id: string };
  /** The task that it was made in the place of, when that was asked of the wrong unit. */
  readonly forwardedFrom: string | undefined;
  readonly state: TaskState;
  readonly askedAt: Temporal.Instant;
};

/** Taken on, and not ended without being done. */
const TAKEN: ReadonlySet<TaskState> = new Set(['accepted', 'in-progress', 'on-hold', 'completed']);
const ASKED: ReadonlySet<TaskState> = new Set(['requested', 'received']);

/** A measure with the unit that has taken it on in the place of its own, as a version and a printout say it; as it was where none has. */
export function withCarrier<Measure extends { readonly id: string; readonly unit: string | null }>(
  measure: Measure,
  tasks: readonly (TaskCarrying & { readonly owner: { readonly name: string; readonly organisation: { readonly name: string } } })[],
): Measure & { readonly carriedBy?: { readonly unit: string; readonly organisation: string } } {
  const carried = carriedBy(tasks, measure);
  if (!carried?.taken) return measure;
  const { name, organisation } = carried.task.owner;
  return { ...measure, carriedBy: { unit: name, organisation: organisation.name } };
}

/**
 * The task by which another unit than the one that a measure names has it, since that one was asked by mistake and named the right one; `taken`: has it taken it on, or only
 * been asked? Undefined where the measure's own unit is the last that was asked, where the right one has said no, and when the measure has been worded anew for another unit: what
 * a version says is never changed, so this stands beside it.
 */
export function carriedBy<Task extends TaskCarrying>(
  tasks: readonly Task[],
  measure: { readonly id: string; readonly unit: string | null },
): { readonly task: Task; readonly taken: boolean } | undefined {
  const ofMeasure = tasks.filter((one) => one.measure === measure.id);
  const asked = ofMeasure
    .filter(({ owner, forwardedFrom }) => owner.id === measure.unit && forwardedFrom === undefined)
    .toSorted((a, b) => Temporal.Instant.compare(a.askedAt, b.askedAt))
    .at(-1);
  let last = asked;
  // A task is handed on once, so this ends.
  for (let next = asked; next; next = ofMeasure.find(({ forwardedFrom }) => forwardedFrom === next?.id)) last = next;
  if (!last || last === asked || last.owner.id === measure.unit) return undefined;
  if (!TAKEN.has(last.state) && !ASKED.has(last.state)) return undefined;
  return { task: last, taken: TAKEN.has(last.state) };
}
