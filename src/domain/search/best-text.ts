import { LAST_PLACE } from './presence.ts';
import type { Alternative, Group } from './query-plan.ts';

/**
 * The texts of an entry that answer the query best, as bits (see `Postings`); 0 when no text does. `placesOf`: where in the entry
 * a lexeme stands. An alternative whose lexemes stand apart counts where any of them stands.
 */
export function bestPlaces(groups: readonly Group[], placesOf: (lexeme: string) => number, widened: boolean): number {
  const worths = new Float64Array(LAST_PLACE + 1);
  for (const { alternatives, rarity } of groups) {
    const best = new Float64Array(LAST_PLACE + 1);
    for (const alternative of alternatives) if (widened || !alternative.wide) raise(best, alternative, placesOf);
    for (let place = 1; place <= LAST_PLACE; place++) worths[place] = (worths[place] ?? 0) + rarity * (best[place] ?? 0);
  }
  const most = Math.max(...worths.subarray(1));
  if (most === 0) return 0;
  return worths.reduce((bits, worth, place) => (place > 0 && worth === most ? bits | (1 << place) : bits), 0);
}

function raise(best: Float64Array, { lexemes, factor, apart = 0 }: Alternative, placesOf: (lexeme: string) => number): void {
  const places = lexemes.map(placesOf);
  for (let place = 1; place <= LAST_PLACE; place++) {
    const here = places.filter((bits) => (bits & (1 << place)) !== 0).length;
    const worth = here === lexemes.length ? factor : (apart * here) / lexemes.length;
    if (worth > (best[place] ?? 0)) best[place] = worth;
  }
}
