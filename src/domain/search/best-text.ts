import type { Alternative, Group } from './query-plan.ts';

/**
 * The texts of an entry that answer the query best, as bits (see `Postings`); 0 when no text does. `placesOf`: where in the entry
 * a lexeme stands. An alternative whose lexemes stand apart counts where any of them stands.
 */
export function bestPlaces(groups: readonly Group[], placesOf: (lexeme: string) => number, widened: boolean): number {
  const worths: number[] = [];
  for (const { alternatives, rarity } of groups) {
    const best: number[] = [];
    for (const alternative of alternatives) if (widened || !alternative.wide) raise(best, alternative, placesOf);
    for (let place = 1; place < best.length; place++) worths[place] = (worths[place] ?? 0) + rarity * (best[place] ?? 0);
  }
  let most = 0;
  let bits = 0;
  for (let place = 1; place < worths.length; place++) {
    const worth = worths[place] ?? 0;
    if (worth === 0 || worth < most) continue;
    bits = worth > most ? 1 << place : bits | (1 << place);
    most = worth;
  }
  return bits;
}

/** `best` is by place, and as long as the last place that anything stands in. */
function raise(best: number[], { lexemes, factor, apart = 0 }: Alternative, placesOf: (lexeme: string) => number): void {
  const places = lexemes.map(placesOf);
  const together = places.reduce((all, bits) => all & bits, -1);
  // Bit 0 is of the names, which are not shown as texts.
  let rest = (apart === 0 ? together : places.reduce((any, bits) => any | bits, 0)) & ~1;
  while (rest !== 0) {
    const place = 31 - Math.clz32(rest & -rest);
    rest &= rest - 1;
    const here = places.reduce((count, bits) => count + ((bits >> place) & 1), 0);
    const worth = here === lexemes.length ? factor : (apart * here) / lexemes.length;
    while (best.length <= place) best.push(0);
    if (worth > (best[place] ?? 0)) best[place] = worth;
  }
}
