import { wordsOf } from './words.ts';

/** The words of a text with how many times each, for comparing texts without regard to order. */
export type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

export type Scored = { readonly from: number; readonly to: number; readonly score: number };

/** Words that more texts than this have say nothing about which of them is alike. */
const COMMON = 40;

export function bagOf(text: string): Bag {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How alike two texts are, 0–1: twice the words they share over the words they have (Dice). Two empty texts are alike. */
export function likeness(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1;
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/**
 * The pairs of texts that are at least so alike. Only texts that share a word which few have are compared, so that two long documents
 * without anything in common cost little. `least`: 0–1, above 0.
 */
export function alikePairs(from: readonly Bag[], to: readonly Bag[], least: number): Scored[] {
  const having = new Map<string, number[]>();
  to.forEach(({ counts }, index) => {
    for (const word of counts.keys()) {
      const list = having.get(word);
      if (list) list.push(index);
      else having.set(word, [index]);
    }
  });
  return from.flatMap((bag, index) => {
    const near = new Set<number>();
    for (const word of bag.counts.keys()) {
      const list = having.get(word);
      if (list && list.length <= COMMON) for (const other of list) near.add(other);
    }
    return [...near].flatMap((other) => {
      const theirs = to[other];
      if (!theirs || lengthsApart(bag, theirs, least)) return [];
      const score = likeness(bag, theirs);
      return score >= least ? [{ from: index, to: other, score }] : [];
    });
  });
}

/** So different in length that they cannot be so alike. */
function lengthsApart(a: Bag, b: Bag, least: number): boolean {
  return (2 * Math.min(a.size, b.size)) / (a.size + b.size || 1) < least;
}

/** Of all pairs those with the highest scores, each text in one pair at most. Equals are taken in reading order. */
export function bestPairs(pairs: readonly Scored[]): Scored[] {
  const sorted = [...pairs].sort(
    (a, b) => b.score - a.score || a.from + a.to - b.from - b.to || Math.abs(a.from - a.to) - Math.abs(b.from - b.to),
  );
  const taken = { from: new Set<number>(), to: new Set<number>() };
  return sorted.filter(({ from, to }) => {
    if (taken.from.has(from) || taken.to.has(to)) return false;
    taken.from.add(from);
    taken.to.add(to);
    return true;
  });
}

/** The places in a list of numbers that are not in its longest rising part: what has to be moved to put the list in order. */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const moved = new Set(numbers.keys());
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) moved.delete(at);
  return moved;
}
