import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '../domain/refusal.ts';
import { loadSigningKey, verifyLog } from '../platform/audit/index.ts';
import { backUp, reachDatabase, restore } from '../platform/db/backup/index.ts';
import { migrationsFolder } from '../platform/db/database.ts';
import { readMigrations } from '../platform/db/migration-files.ts';
import { ownerTransaction } from '../platform/db/owner.ts';
import { createLog } from '../platform/log/index.ts';
import { auditArguments } from './audit-arguments.ts';
import { readTrustedKeys } from './audit-database.ts';
import { sizeOf, tellRefusal, withDatabase } from './backup-database.ts';
import { backupTexts } from './backup-texts.ts';
import type { ExitCode, Io } from './command.ts';

const texts = backupTexts.drill;

/**
 * `overens drill [--key <file>]…`: rehearses the day when the database is gone. Copies it, restores the copy into a new database on a server of its own,
 * compares every checksum and tries the whole log there. Leaves nothing behind. Exits with 1 when any of it fails.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = auditArguments(args, 0);
  if (!given) return 2;
  const earlier = await readTrustedKeys(given.keys, io);
  if (!earlier) return 1;
  const ground = await mkdtemp(join(tmpdir(), 'overens-drill-'));
  try {
    return await withDatabase(io, 'join', async ({ owner }, { auditSigningKey, dataFolder }) => {
      const key = await loadSigningKey({ given: auditSigningKey, folder: dataFolder });
      if (!key) {
        io.err(backupTexts.keyFaulty);
        return 1;
      }
      const copy = join(ground, 'copy');
      const saved = await backUp(owner, copy);
      if (isRefusal(saved)) return tellRefusal(saved, io);
      io.out(texts.saved(...sizeOf(saved)));
      // When root runs this, another user runs the server and must pass through; the copy itself stays closed.
      await chmod(ground, 0o711);
      const place = { database: { kind: 'embedded' }, dataFolder: join(ground, 'data') } as const;
      const { logins, close } = await reachDatabase(place, createLog('silent'), { lasting: false });
      try {
        const restored = await restore(logins, copy, await readMigrations(migrationsFolder));
        if (isRefusal(restored)) return tellRefusal(restored, io);
        io.out(texts.restored);
        const log = await verifyLog({ asOwner: (work) => ownerTransaction(logins.owner, work) }, [key, ...earlier]);
        if (log.count > 0) io.err(texts.logFaulty(log.count));
        else io.out(texts.logSound(log.events, log.checkpoints));
        io[log.count > 0 ? 'err' : 'out'](log.count > 0 ? texts.failed : texts.passed);
        return log.count > 0 ? 1 : 0;
      } finally {
        await close();
      }
    });
  } finally {
    await rm(ground, { recursive: true, force: true });
  }
}
