import { join } from 'node:path';
import { EXPORT_FILES, verifyExport } from '../platform/audit/index.ts';
import { tellVerification } from './audit-answer.ts';
import { auditArguments } from './audit-arguments.ts';
import { readTrustedKeys } from './audit-database.ts';
import { auditTexts } from './audit-texts.ts';
import type { ExitCode, Io } from './command.ts';

/**
 * `overens audit verify-export <folder> [--key <file>]…`: tries an export with nothing but its files and the public key; no database and no
 * configuration. Without `--key` the key in the export itself is used, and that is said.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = auditArguments(args, 1);
  const [folder] = given?.words ?? [];
  if (!given || !folder) return 2;
  const trusted = given.keys.length > 0;
  const keys = await readTrustedKeys(trusted ? given.keys : [join(folder, EXPORT_FILES.key)], io);
  if (!keys) return 1;
  if (!trusted) io.err(auditTexts.ownKey);
  try {
    return tellVerification(await verifyExport(folder, keys), io);
  } catch (error) {
    if (!(error instanceof Error && 'path' in error)) throw error;
    io.err(auditTexts.fileMissing(String(error.path)));
    return 1;
  }
}
