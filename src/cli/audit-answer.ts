import type { Verification } from '../platform/audit/index.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** Says what a verification found: a line for each fault and exit code 1, or that the log is whole and 0. */
export function tellVerification({ faults, count, events, checkpoints, waiting }: Verification, io: Io): ExitCode {
  for (const fault of faults) io.out(auditTexts.fault(fault));
  if (waiting > 0) io.err(auditTexts.waiting(waiting));
  if (count > 0) {
    io.err(auditTexts.faulty(count, faults.length));
    return 1;
  }
  io.out(auditTexts.sound(events, checkpoints));
  return 0;
}
