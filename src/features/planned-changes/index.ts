import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { announcePages } from './announce.page.ts';
import { changePage } from './change.page.tsx';
import { changesPage } from './changes.page.tsx';
import { replyPages } from './reply.page.ts';

export { awaitedReceipts } from './awaited-receipts.ts';
export { plannedChangesApi } from './planned-changes.api.ts';
export { PlannedForRow } from './planned-row.tsx';
export { openChangesOf } from './read-changes.ts';
export { remindParties } from './remind-parties.ts';
export { seedChanges } from './seed-changes.ts';
export { refusals as changeRefusals } from './texts-refusals.ts';

/** Every page of planned changes; those with fixed addresses first. */
export const changePages: readonly Hono<AppEnv>[] = [announcePages, changesPage, replyPages, changePage];
