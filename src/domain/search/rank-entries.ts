import type { Postings } from './postings.ts';
import type { Alternative, Group } from './query-plan.ts';

export type Ranked = { readonly id: number; readonly score: number };

/**
 * `postings`: of every lexeme of the groups. `allowed`: 0 at the id of each entry that may not be found. `most`: how many to put in order.
 * `widened`: entries that satisfy any group, in any way, unless they are worse than `least` of the best (0–1).
 */
export type Question = {
  readonly groups: readonly Group[];
  readonly postings: (lexeme: string) => Postings;
  readonly allowed?: Uint8Array | undefined;
  readonly most: number;
  readonly widened?: { readonly least: number } | undefined;
};

/** Ranks the entries of an index. Keeps its working space between questions, which it answers one at a time. */
export class Ranker {
  /** By entry: what the groups are worth, how much of the query is satisfied, how many groups; and the worth of one group. */
  readonly #worth: Float32Array;
  readonly #satisfied: Float32Array;
  readonly #met: Uint8Array;
  readonly #best: Float32Array;

  /** `entries`: the highest id. */
  constructor(entries: number) {
    this.#worth = new Float32Array(entries + 1);
    this.#satisfied = new Float32Array(entries + 1);
    this.#met = new Uint8Array(entries + 1);
    this.#best = new Float32Array(entries + 1);
  }

  /**
   * The entries that satisfy all groups, the best first, and how many there are in all. Each group counts by its best alternative
   * and by how telling it is. The same index gives the same answer: equals stand in the order of their ids.
   */
  rank({ groups, postings, allowed, most, widened }: Question): { ranked: Ranked[]; total: number } {
    const found: number[] = [];
    for (const { alternatives, rarity } of groups) {
      const touched: number[] = [];
      for (const alternative of alternatives) if (!alternative.wide || widened) this.#raise(alternative, postings, touched);
      for (const id of touched) {
        if (this.#met[id] === 0) found.push(id);
        add(this.#met, id, 1);
        add(this.#worth, id, rarity * (this.#best[id] ?? 0));
        add(this.#satisfied, id, rarity);
        this.#best[id] = 0;
      }
    }
    const needed = widened ? 1 : groups.length;
    const sought = groups.reduce((sum, { rarity }) => sum + rarity, 0);
    // An entry that satisfies everything is ahead of one that satisfies some of it just as well.
    const score = (id: number) => ((this.#worth[id] ?? 0) / sought) * ((this.#satisfied[id] ?? 0) / sought);
    const matching = found.filter((id) => (this.#met[id] ?? 0) >= needed && allowed?.[id] !== 0);
    const ranked = firstOf(matching, score, most);
    const least = widened ? (ranked[0]?.score ?? 0) * widened.least : 0;
    const total = widened ? matching.filter((id) => score(id) >= least).length : matching.length;
    for (const id of found) {
      this.#met[id] = 0;
      this.#worth[id] = 0;
      this.#satisfied[id] = 0;
    }
    return { ranked: ranked.filter((one) => one.score >= least), total };
  }

  /** Raises the worth of the entries that satisfy an alternative. `touched` collects those that had none. */
  #raise({ lexemes, factor, apart = 0 }: Alternative, postings: (lexeme: string) => Postings, touched: number[]): void {
    const [first, ...others] = lexemes.map(postings).sort((a, b) => a.ids.length - b.ids.length);
    if (!first) return;
    const at = new Int32Array(others.length);
    for (let index = 0; index < first.ids.length; index++) {
      const id = first.ids[index] ?? 0;
      let strength = first.strengths[index] ?? 0;
      let places = first.places[index] ?? 0;
      for (let other = 0; other < others.length && strength > 0; other++) {
        const found = seek(others[other], id, at[other] ?? 0);
        at[other] = found;
        const isThere = others[other]?.ids[found] === id;
        strength *= isThere ? (others[other]?.strengths[found] ?? 0) : 0;
        places &= others[other]?.places[found] ?? 0;
      }
      if (strength === 0) continue;
      const isTogether = others.length === 0 || places !== 0;
      const mean = others.length === 0 ? strength : strength ** (1 / lexemes.length);
      const worth = ((isTogether ? factor : apart) * mean) / 255;
      const before = this.#best[id] ?? 0;
      if (worth <= before) continue;
      if (before === 0) touched.push(id);
      this.#best[id] = worth;
    }
  }
}

function add(counts: Float32Array | Uint8Array, id: number, by: number): void {
  counts[id] = (counts[id] ?? 0) + by;
}

/** The first place from `from` with this id or a higher one: in steps that double, then by halves. */
function seek(postings: Postings | undefined, id: number, from: number): number {
  const ids = postings?.ids ?? [];
  let low = from;
  let step = 1;
  while (low + step < ids.length && (ids[low + step] ?? 0) < id) {
    low += step;
    step *= 2;
  }
  let high = Math.min(ids.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries with the highest scores, best first; the lower id first of equals. */
function firstOf(ids: readonly number[], score: (id: number) => number, most: number): Ranked[] {
  const first: Ranked[] = [];
  for (const id of ids) {
    const candidate = { id, score: score(id) };
    const last = first[most - 1];
    if (last && !isBefore(candidate, last)) continue;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = first[middle];
      if (other && isBefore(other, candidate)) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, candidate);
    if (first.length > most) first.pop();
  }
  return first;
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}
