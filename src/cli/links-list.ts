import { allOutsideLinks } from '../features/agreements/outside-links.ts';
import { latestLinkChecks } from '../features/link-checks/link-checks.sql.ts';
import { linksCsv } from '../features/link-checks/links-csv.ts';
import type { ExitCode, Io } from './command.ts';
import { ownerWork } from './owner-work.ts';

/** `overens links list`: every link of the agreements as CSV, with the last check of each, to be filled in where the network is. */
export async function run(_args: readonly string[], io: Io): Promise<ExitCode> {
  const today = Temporal.Now.plainDateISO('Europe/Stockholm');
  const list = await ownerWork(io, async (tx) => linksCsv(await allOutsideLinks(tx), await latestLinkChecks(tx, today)));
  if (list === undefined) return 1;
  io.out(list.trimEnd());
  return 0;
}
