import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '../domain/refusal.ts';
import { loadSigningKey, verifyLog } from '../platform/audit/index.ts';
import { Secret } from '../platform/config/index.ts';
import { backUp, reachDatabase, refusesChanged, restore } from '../platform/db/backup/index.ts';
import { migrationsFolder } from '../platform/db/database.ts';
import { readMigrations } from '../platform/db/migration-files.ts';
import { ownerTransaction } from '../platform/db/owner.ts';
import { createLog } from '../platform/log/index.ts';
import { backupKeys, newKey } from '../platform/secrets/index.ts';
import { auditArguments } from './audit-arguments.ts';
import { readTrustedKeys } from './audit-database.ts';
import { sizeOf, tellRefusal, withDatabase } from './backup-database.ts';
import { backupTexts } from './backup-texts.ts';
import type { ExitCode, Io } from './command.ts';

const texts = backupTexts.drill;

/**
 * `overens drill [--key <file>]…`: rehearses the day when the database is gone. Copies it, tries that a changed copy would be
 * refused, restores the copy into a new database on a server of its own,
 * compares every checksum and tries the whole log there. Leaves nothing behind. Exits with 1 when any of it fails.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = auditArguments(args, 0);
  if (!given) return 2;
  const earlier = await readTrustedKeys(given.keys, io);
  if (!earlier) return 1;
  const ground = await mkdtemp(join(tmpdir(), 'overens-drill-'));
  try {
    return await withDatabase(io, 'join', async ({ owner }, { auditSigningKey, backupKey, dataFolder }) => {
      const key = await loadSigningKey({ given: auditSigningKey, folder: dataFolder });
      if (!key) {
        io.err(backupTexts.keyFaulty);
        return 1;
      }
      const copy = join(ground, 'copy');
      // Without a key of one's own, one for the occasion: the way is the same.
      const keys = backupKeys(backupKey ?? new Secret(newKey()));
      const saved = await backUp(owner, copy, keys);
      if (isRefusal(saved)) return tellRefusal(saved, io);
      io.out(texts.saved(...sizeOf(saved)));
      if (!(await refusesChanged(copy, keys))) {
        io.err(texts.changedTaken);
        return 1;
      }
      io.out(texts.changedRefused);
      // When root runs this, another user runs the server and must pass through; the copy itself stays closed.
      await chmod(ground, 0o711);
      const place = { database: { kind: 'embedded' }, dataFolder: join(ground, 'data') } as const;
      const { logins, close } = await reachDatabase(place, createLog('silent'), { lasting: false });
      try {
        const restored = await restore(logins, copy, await readMigrations(migrationsFolder), keys);
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
