import type { FoundResult } from '../../domain/link-checks/results.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { insertLinkCheck, latestLinkChecks } from './link-checks.sql.ts';

/** Keeps results that somebody found elsewhere. Answers how many were new: what is the latest already, or older than that, is passed over. As the owner. */
export async function keepResults(tx: Tx, results: readonly FoundResult[], now: Temporal.Instant): Promise<number> {
  const latest = await latestLinkChecks(tx, now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate());
  let kept = 0;
  for (const { url, on, result, movedTo = null } of results) {
    const last = latest.get(url);
    if (last && (last.on > on || (last.on === on && last.result === result))) continue;
    const check = { url, on, result, status: null, movedTo, how: 'file' } as const;
    await insertLinkCheck(tx, newId(now), check, now);
    latest.set(url, check);
    kept += 1;
  }
  return kept;
}
