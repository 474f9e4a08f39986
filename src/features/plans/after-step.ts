import type { z } from 'zod';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { planBody } from './api-answers.ts';
import type { PlanBody } from './api-schemas.ts';
import { readPlanCore } from './read-plan.ts';

/** The plan as its reader has it once something has been done in it; the refusal where it was not done. */
export async function afterStep(scope: Scope, plan: string, done: object | Refusal): Promise<z.infer<typeof PlanBody> | Refusal> {
  if (isRefusal(done)) return done;
  const found = await readPlanCore(scope, plan);
  return isRefusal(found) ? found : planBody(found);
}
