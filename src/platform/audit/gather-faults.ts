import type { AuditFault } from '../../domain/audit/fault.ts';

/** What a verification found. `faults` holds the first thousand; `count` is all of them. `waiting`: events that are not sealed yet, which is no fault. */
export type Verification = {
  readonly faults: readonly AuditFault[];
  readonly count: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly waiting: number;
};

const MOST_TOLD = 1_000;

/** Keeps the first faults and counts the rest: a log that was cut in two has a fault at every place. */
export function gatherFaults() {
  const faults: AuditFault[] = [];
  let count = 0;
  const tell = (fault: AuditFault) => {
    count += 1;
    if (faults.length < MOST_TOLD) faults.push(fault);
  };
  return { tell, answer: () => ({ faults, count }) };
}
