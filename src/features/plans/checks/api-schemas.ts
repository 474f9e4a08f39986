import { z } from '@hono/zod-openapi';
import { completenessPoints, completenessStates } from '../../../domain/plans/completeness.ts';
import { circumstances } from '../../../domain/plans/prompts.ts';

/** Shapes of the API about what to ask and do in a plan. */

const Check = z.strictObject({
  point: z.enum(completenessPoints),
  state: z.enum(completenessStates),
  of: z.array(z.string()),
});
const Prompt = z.strictObject({
  id: z.string(),
  about: z.enum(circumstances),
  text: z.string(),
  basis: z.string(),
  law: z.array(z.string()),
  askedIn: z.array(z.strictObject({ agreement: z.string(), cites: z.array(z.string()) })),
});
const Circumstances = z.array(z.strictObject({ about: z.enum(circumstances), answer: z.enum(['yes', 'no']).nullable() }));

export const PlanChecks = z
  .strictObject({
    circumstances: Circumstances.nullable(),
    prompts: z.array(Prompt).nullable(),
    completeness: z.array(Check).nullable(),
  })
  .openapi('PlanChecks', {
    description:
      'Det som har frågats, det som är bra att fråga och göra, och det som fattas i en bra plan. Null när behoven inte är öppna för dig; det sista ser den som samordnar.',
  });
