import type { AgreementFile } from '../counties/agreement-file.ts';

/** Why a measure rests on no responsibility of an agreement. */
export const OUTSIDE_REASONS = ['no-agreement', 'not-in-agreement', 'other-law', 'own-wish'] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

type Agreement = Pick<AgreementFile, 'actors' | 'responsibilities'>;

/**
 * Does a unit of this kind do something that the agreement gives to others? Only where the agreement says of which kinds of services those are: an actor
 * without services of its own, as "both huvudmän", speaks for every unit. It is said and written down, and never refused.
 */
export function differsFromRow({ actors, responsibilities }: Agreement, row: string, unitKind: string): boolean {
  const named = responsibilities.find(({ id }) => id === row)?.actors ?? [];
  const services = named.map(({ actor }) => actors[actor]?.performers ?? []);
  if (services.length === 0 || services.some((performers) => performers.length === 0)) return false;
  return !services.some((performers) => performers.includes(unitKind));
}
