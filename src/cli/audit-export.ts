import { exportLog } from '../platform/audit/index.ts';
import { auditArguments } from './audit-arguments.ts';
import { readTrustedKeys, withAuditDatabase } from './audit-database.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

/** `overens audit export <folder>`: writes the sealed log, its signed checkpoints and the public key to a folder without an export. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = auditArguments(args, 1);
  const [folder] = given?.words ?? [];
  if (!given || !folder) return 2;
  const earlier = await readTrustedKeys(given.keys, io);
  if (!earlier) return 1;
  return withAuditDatabase(io, async (database, key) => {
    try {
      const { events, checkpoints } = await exportLog(database, folder, [key, ...earlier]);
      io.out(auditTexts.exported(folder, events, checkpoints));
      return 0;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      io.err(auditTexts.exportExists(folder));
      return 1;
    }
  });
}
