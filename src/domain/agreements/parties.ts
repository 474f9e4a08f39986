import { z } from 'zod';
import type { Assignment } from '../access/actor.ts';
import type { Terms } from '../counties/terms.ts';

/** A party of an agreement as one word: `region`, or the code of a municipality. */
export const Party = z.string().regex(/^(region|\d{4})$/);
export type Party = z.infer<typeof Party>;

/** The parties of an agreement, the region first. `municipalities`: the codes of the county's, for an agreement that names them all. */
export function partiesOf({ municipalities: named }: Terms['parties'], municipalities: readonly string[]): Party[] {
  return ['region', ...(named === 'all' ? municipalities : named)];
}

/** Which party somebody belongs to; undefined for those who belong to none: private providers, organisations of users. */
export function partyOf({ organisation: { kind }, municipality }: Pick<Assignment, 'organisation' | 'municipality'>): Party | undefined {
  if (kind === 'region') return 'region';
  return kind === 'municipality' ? municipality : undefined;
}
