import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { planForms } from './forms.page.ts';
import { ownPlanPage } from './own.page.tsx';
import { ownPlanForms } from './own-forms.page.ts';
import { planPage } from './plan.page.tsx';
import { plansPage } from './plans.page.tsx';

export { type SeedPlan, seedPlan } from './seed-plans.ts';
export { waitingPlans } from './waiting-plans.ts';

/** Every page of plans; those with fixed addresses first. */
export const planPages: readonly Hono<AppEnv>[] = [plansPage, planForms, planPage, ownPlanForms, ownPlanPage];
