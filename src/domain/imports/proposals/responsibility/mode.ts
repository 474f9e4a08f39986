import type { ProposedActor, ValueOf } from '../proposal.ts';

/** Whose duty it is in all, from the authorities of those who have it. */
export function modeOf(actors: readonly ProposedActor[]): ValueOf<'responsibility'>['mode'] {
  const authorities = new Set(actors.map(({ authority }) => authority));
  if (authorities.has('both') || (authorities.has('region') && authorities.has('municipality'))) return 'joint';
  for (const one of ['region', 'municipality', 'external'] as const) if (authorities.has(one)) return one;
  return 'unknown';
}
