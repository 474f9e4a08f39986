import { type AuditFault, faultAt } from '../../domain/audit/fault.ts';
import type { SignedCheckpoint } from './check-checkpoints.ts';

/** Clocks differ, and a transaction takes its time. */
const TOLERANCE = 600_000;

/**
 * Tells the events, given by rising position, whose time is not about that of their sealing: later than their checkpoint, or before the checkpoint
 * before it. So a look that is written in afterwards cannot be dated back.
 */
export function sealTimes(checkpoints: readonly SignedCheckpoint[], onFault: (fault: AuditFault) => void) {
  const times = checkpoints.map(({ at }) => Date.parse(at));
  let current = 0;
  return (position: number, event: string, ms: number): void => {
    while (current < checkpoints.length && position >= (checkpoints[current]?.size ?? 0)) current += 1;
    const after = current === 0 ? Number.NEGATIVE_INFINITY : (times[current - 1] ?? 0);
    const before = times[current] ?? Number.POSITIVE_INFINITY;
    if (ms < after - TOLERANCE || ms > before + TOLERANCE) onFault(faultAt('time', position, event));
  };
}
