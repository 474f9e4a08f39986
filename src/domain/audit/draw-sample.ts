/** Which rows of the log a round of review is drawn from. */
export const strata = ['all', 'protected', 'emergency', 'after-hours'] as const;
export type Stratum = (typeof strata)[number];

/** The most rows of one round: somebody is to look at each. */
export const MOST_DRAWN = 200;

/**
 * Names how a sample is drawn: the rows are put in the order of SHA-256(seed || ":" || id), in hexadecimal, and the first ones are taken. Anybody with
 * the seed and the rows draws the same; nobody who does not choose the seed can choose the rows; and rows that come later displace only themselves.
 */
export const SAMPLE_METHOD = 'sha256-rank-1';

/** The ids drawn, in the order they are drawn; all of them when there are no more than `size`. `sha256` answers hexadecimal. */
export function drawSample(
  ids: readonly string[],
  { seed, size }: { readonly seed: string; readonly size: number },
  sha256: (text: string) => string,
): string[] {
  return ids
    .map((id) => ({ id, rank: sha256(`${seed}:${id}`) }))
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id))
    .slice(0, size)
    .map(({ id }) => id);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
