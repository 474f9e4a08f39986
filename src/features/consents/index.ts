import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { consentsPage } from './consents.page.tsx';
import { consentForms } from './forms.page.ts';

export { type SeedConsent, seedConsent } from './seed-consents.ts';
export { refusals as consentRefusals } from './texts-refusals.ts';

/** Every page of consents. */
export const consentPages: readonly Hono<AppEnv>[] = [...consentForms, consentsPage];
