import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { agreementFollowUpsPage } from './agreement-follow-ups.page.tsx';
import { followUpsPage } from './follow-ups.page.tsx';
import { recordPages } from './record.page.tsx';
import { registerPages } from './register.page.tsx';

export { dueFollowUps } from './due-follow-ups.ts';
export { followUpsApi } from './follow-ups.api.ts';
export { seedFollowUps } from './seed-follow-ups.ts';
export { refusals as followUpRefusals } from './texts-refusals.ts';
export { watchAgreements } from './watch-agreements.ts';

/** Every page about follow-ups. */
export const followUpPages: readonly Hono<AppEnv>[] = [followUpsPage, agreementFollowUpsPage, registerPages, recordPages];
