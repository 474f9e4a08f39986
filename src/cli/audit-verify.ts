import { verifyLog } from '../platform/audit/index.ts';
import { tellVerification } from './audit-answer.ts';
import { auditArguments } from './audit-arguments.ts';
import { readTrustedKeys, withAuditDatabase } from './audit-database.ts';
import type { ExitCode, Io } from './command.ts';

/**
 * `overens audit verify [--key <file>]…`: tries the whole log, names every row that is not as it was sealed, and exits with 1 if there is any.
 * Trusts the key that this program signs with, and earlier public keys that are named.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = auditArguments(args, 0);
  if (!given) return 2;
  const earlier = await readTrustedKeys(given.keys, io);
  if (!earlier) return 1;
  return withAuditDatabase(io, async (database, key) => tellVerification(await verifyLog(database, [key, ...earlier]), io));
}
