import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { retentionPage } from './retention.page.tsx';
import { decideForm, stateRuleForm } from './retention-forms.page.tsx';

export { awaitedThinning } from './awaited-thinning.ts';
export { offerThinning } from './offer-thinning.ts';
export { retentionApi } from './retention.api.ts';
export { type SeedRule, seedRule } from './seed-rules.ts';
export { copyTimeTexts, howLong, refusals as retentionRefusals } from './texts.ts';
export { thinCopies } from './thin-copies.ts';
export { type CopyRetention, retentionOf } from './time-of-copies.ts';

/** The pages of how long copies of plans are kept. */
export const retentionPages: readonly Hono<AppEnv>[] = [retentionPage, stateRuleForm, decideForm];
