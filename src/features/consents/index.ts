import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { consentsPage } from './consents.page.tsx';
import { disclosingForms } from './disclosing/disclosing-forms.page.tsx';
import { disclosuresPage } from './disclosing/disclosures.page.tsx';
import { consentForms } from './forms.page.ts';
import { ownConsentForms } from './own/own-consent-forms.page.ts';
import { ownConsentsPage } from './own/own-consents.page.tsx';
import { speakingForms } from './speaking/speaking-forms.page.ts';
import { spokenConsentForms } from './speaking/spoken-consent-forms.page.ts';

export { consentsApi } from './consents.api.ts';
export { awaitedReviews } from './disclosing/awaited-reviews.ts';
export { disclosingApi } from './disclosing/disclosing.api.ts';
export { reviewingApi } from './disclosing/reviewing.api.ts';
export { type SeedDisclosure, seedDisclosure } from './disclosing/seed-disclosure.ts';
export { ownReaders } from './own/own-readers.tsx';
export { type SeedConsent, seedConsent } from './seed-consents.ts';
export { type SeedSpeakers, seedSpeakers } from './speaking/seed-speakers.ts';
export { spokenConsentsApi } from './speaking/spoken-consents.api.ts';
export { spokenConsents } from './speaking/spoken-consents.tsx';
export { refusals as consentRefusals } from './texts-refusals.ts';

/** Every page of consents. */
export const consentPages: readonly Hono<AppEnv>[] = [
  ...consentForms,
  ...ownConsentForms,
  ...disclosingForms,
  ...speakingForms,
  ...spokenConsentForms,
  disclosuresPage,
  consentsPage,
  ownConsentsPage,
];
