import { z } from 'zod';
import { Slug } from './ids.ts';

/**
 * One test on one fact of the situation (facts are data: counties/national/situation.yaml).
 * `any`: the fact has at least one of these options. `min`/`max`: a number, both ends included. `is`: a yes/no fact.
 */
export const Condition = z.union([
  z.strictObject({ any: z.array(Slug).min(1) }),
  z.strictObject({ min: z.number(), max: z.number().optional() }),
  z.strictObject({ max: z.number() }),
  z.strictObject({ is: z.boolean() }),
]);
export type Condition = z.infer<typeof Condition>;

/** All must hold. Keys are fact ids. Evaluated in three values: met, unmet, unknown. */
export const Conditions = z.record(Slug, Condition);
export type Conditions = z.infer<typeof Conditions>;
