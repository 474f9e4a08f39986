import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { calendarPage } from './calling/calendar.page.ts';
import { callingForms } from './calling/calling-forms.page.ts';
import { contentsForms } from './contents/contents-forms.page.ts';
import { planForms } from './forms.page.ts';
import { ownPlanPage } from './own.page.tsx';
import { ownPlanForms } from './own-forms.page.ts';
import { planPage } from './plan.page.tsx';
import { plansPage } from './plans.page.tsx';

export { callingApi } from './calling/calling.api.ts';
export { remindSummonses } from './calling/remind-summonses.ts';
export { type SeedEstablished, seedEstablished } from './contents/seed-established.ts';
export { type Loaded, loadPlan, lookAtPlan, standingTo } from './load-plan.ts';
export { ownPlanHref, planHref } from './plan-href.ts';
export { plansApi } from './plans.api.ts';
export { listParties, type PartyRow } from './plans.sql.ts';
export { type SeedPlan, seedPlan } from './seed-plans.ts';
export { dataKindTexts } from './texts.ts';
export { refusals as planRefusals } from './texts-refusals.ts';
export { waitingPlans } from './waiting-plans.ts';

/** Every page of plans; those with fixed addresses first. */
export const planPages: readonly Hono<AppEnv>[] = [
  plansPage,
  planForms,
  callingForms,
  calendarPage,
  contentsForms,
  planPage,
  ownPlanForms,
  ownPlanPage,
];
