import { proveConsistency, writeNote } from '../platform/audit/index.ts';
import { auditArguments } from './audit-arguments.ts';
import { withAuditDatabase } from './audit-database.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** `overens audit prove-growth <size> <size>`: as JSON, that the log at the later checkpoint begins with that at the earlier (RFC 9162 §2.1.4). */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const sizes = (auditArguments(args, 2)?.words ?? []).filter((word) => /^\d{1,15}$/.test(word)).map(Number);
  const [first, second] = sizes;
  if (first === undefined || second === undefined) return 2;
  return withAuditDatabase(io, async (database, key) => {
    const found = await database.asOwner((tx) => proveConsistency(tx, first, second));
    if (!found) {
      io.err(auditTexts.noCheckpoint);
      return 1;
    }
    const note = (checkpoint: typeof found.first) => writeNote(checkpoint, checkpoint.signature, key);
    io.out(JSON.stringify({ first: note(found.first), second: note(found.second), proof: found.proof }, undefined, 2));
    if (found.valid) return 0;
    io.err(auditTexts.notValid);
    return 1;
  });
}
