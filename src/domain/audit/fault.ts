/**
 * What can be wrong with a sealed log.
 * - `changed`: the event is not what was sealed
 * - `removed`: a sealed event is gone
 * - `inserted`: an event that was never sealed, though everything of its time was
 * - `leaf-removed`, `leaf-changed`: the row that holds the place of an event is gone, or says something else than what was sealed
 * - `reordered`: events have changed places
 * - `not-as-sealed`: something among these was changed, and every trace that would say which was changed too
 * - `node-removed`, `node-changed`, `node-inserted`: the hashes above these places are gone, others than those of the leaves, or too many
 * - `unsigned`: sealed, but under no checkpoint
 * - `time`: the event says that it happened at another time than it was sealed (by more than ten minutes)
 * - `root`: the signed root is another than that of the events; those from the checkpoint before up to it
 * - `signature`, `unknown-key`: the checkpoint is not signed by the key it names, or by a key that is not trusted
 * - `checkpoint-removed`: a checkpoint before this one is gone
 * - `unreadable`: what stands there is not a log
 */
export const faultKinds = [
  'changed',
  'removed',
  'inserted',
  'leaf-removed',
  'leaf-changed',
  'reordered',
  'not-as-sealed',
  'node-removed',
  'node-changed',
  'node-inserted',
  'unsigned',
  'time',
  'root',
  'signature',
  'unknown-key',
  'checkpoint-removed',
  'unreadable',
] as const;

/** One thing wrong: what, at which positions (both included; null when it has none), which events, and at which checkpoint (its size). */
export type AuditFault = {
  readonly kind: (typeof faultKinds)[number];
  readonly from: number | null;
  readonly to: number | null;
  readonly events: readonly string[];
  readonly checkpoint: number | null;
};

/** A fault at one position. */
export function faultAt(kind: AuditFault['kind'], position: number, event?: string): AuditFault {
  return { kind, from: position, to: position, events: event === undefined ? [] : [event], checkpoint: null };
}

/** A fault of one checkpoint, with the positions that it brought in when they are in doubt. */
export function faultOf(kind: AuditFault['kind'], checkpoint: { size: number; previous: number }, positions = false): AuditFault {
  const range = positions ? { from: checkpoint.previous, to: checkpoint.size - 1 } : { from: null, to: null };
  return { kind, ...range, events: [], checkpoint: checkpoint.size };
}
