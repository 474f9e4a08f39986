import { z } from 'zod';
import { CheckAnswers } from '../../../domain/plans/checks.ts';
import { useCase } from '../../../platform/index.ts';
import { lookAtPlan } from '../load-plan.ts';
import { keepSheet } from './keep-sheet.ts';

/** Notes what has been asked about a plan, with the answers: all of them each time. Refuses as `keepSheet`. */
export const noteChecks = useCase({
  permission: 'plans.note',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), seen: z.int().min(0), answers: CheckAnswers }),
  run: (context) => keepSheet(context, context.input, 'checks', context.input.answers),
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
