import { proveInclusion, writeNote } from '../platform/audit/index.ts';
import { auditArguments } from './audit-arguments.ts';
import { withAuditDatabase } from './audit-database.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `overens audit prove <event id>`: as JSON, that an event stands in the log: its line, its place and the hashes up to the signed root (RFC 9162 §2.1.3). */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [id] = auditArguments(args, 1)?.words ?? [];
  if (!id || !UUID.test(id)) return 2;
  return withAuditDatabase(io, async (database, key) => {
    const proof = await database.asOwner((tx) => proveInclusion(tx, id));
    if (!proof) {
      io.err(auditTexts.notSealed(id));
      return 1;
    }
    const { checkpoint, valid, ...found } = proof;
    io.out(JSON.stringify({ ...found, checkpoint: writeNote(checkpoint, checkpoint.signature, key) }, undefined, 2));
    if (valid) return 0;
    io.err(auditTexts.notValid);
    return 1;
  });
}
