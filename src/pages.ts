import type { Hono } from 'hono';
import { aboutPage, homePage } from './features/about/index.ts';
import { assignmentPage, failedLoginsPage, loginPage, providerLogoutPage, sessionsPage } from './features/access/index.ts';
import {
  actionPlanPage,
  agreementPage,
  diffPage,
  documentsPage,
  linksPage,
  registerPage,
  versionsPage,
} from './features/agreements/index.ts';
import {
  logPage,
  ownExtractPage,
  ownLooks,
  ownPlanLooksPage,
  patternsPage,
  samplePage,
  samplesPage,
  whyPage,
} from './features/audit/index.ts';
import { consentPages, ownReaders, spokenConsents } from './features/consents/index.ts';
import { consultationPages } from './features/consultations/index.ts';
import { chooseCountyPage } from './features/counties/index.ts';
import { downloadPage, verifyPage } from './features/documents/index.ts';
import { draftPages } from './features/drafts/index.ts';
import { followUpPages } from './features/follow-ups/index.ts';
import { importsPage, proposalsPage } from './features/imports/index.ts';
import { knowledgeListPage, knowledgePage } from './features/knowledge/index.ts';
import { lagrumPage } from './features/law/index.ts';
import { correctTurnPage, turnPage } from './features/memberships/index.ts';
import { lackPages } from './features/non-compliance/index.ts';
import { inboxPage, sentPage, settingsPage, undeliveredPage } from './features/notifications/index.ts';
import { countyPage, municipalityPage, registerPages } from './features/organisations/index.ts';
import { personPages } from './features/persons/index.ts';
import { changePages } from './features/planned-changes/index.ts';
import { ownManner, ownPlanPages, planPages, spokenPages } from './features/plans/index.ts';
import { comparePage, matrixPage, navigatorPage, rolePage } from './features/responsibilities/index.ts';
import { retentionPages } from './features/retention/index.ts';
import { searchPage } from './features/search/index.ts';
import { surveyPage } from './features/surveys/index.ts';
import { webhooksPage } from './features/webhooks/index.ts';
import { workPage } from './features/work/index.ts';
import type { AppEnv } from './platform/http/index.ts';

/** Every page, in the order that addresses are tried: those that are fixed before those with a part that may be anything. A new one is added here and nowhere else. */
export const pages: readonly Hono<AppEnv>[] = [
  homePage,
  aboutPage,
  navigatorPage,
  rolePage,
  comparePage,
  knowledgeListPage,
  knowledgePage,
  registerPage,
  agreementPage,
  matrixPage,
  versionsPage,
  diffPage,
  documentsPage,
  linksPage,
  actionPlanPage,
  downloadPage,
  verifyPage,
  countyPage,
  municipalityPage,
  ...registerPages,
  lagrumPage,
  searchPage,
  chooseCountyPage,
  loginPage,
  providerLogoutPage,
  assignmentPage,
  sessionsPage,
  failedLoginsPage,
  workPage,
  inboxPage,
  sentPage,
  undeliveredPage,
  webhooksPage,
  ...retentionPages,
  settingsPage,
  ...consultationPages,
  ...draftPages,
  ...followUpPages,
  ...changePages,
  ...lackPages,
  turnPage,
  correctTurnPage,
  importsPage,
  proposalsPage,
  surveyPage,
  ownManner,
  ...consentPages,
  ...planPages,
  ownPlanLooksPage,
  ownPlanPages([ownReaders, ownLooks]),
  spokenPages([spokenConsents]),
  ...personPages,
  logPage,
  whyPage,
  patternsPage,
  samplesPage,
  samplePage,
  ownExtractPage,
];
