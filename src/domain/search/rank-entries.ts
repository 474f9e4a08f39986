import type { Postings } from './postings.ts';
import type { Alternative, Group } from './query-plan.ts';

export type Ranked = { readonly id: number; readonly score: number };

/**
 * `postings`: of every lexeme of the groups. `allowed`: 0 at the id of each entry that may not be found. `most`: how many to put in order.
 * `after`: only what stands after this one in the order. `widened`: entries that satisfy any group, in any way, unless they are worse
 * than `least` of the best (0–1).
 */
export type Question = {
  readonly groups: readonly Group[];
  readonly postings: (lexeme: string) => Postings;
  readonly allowed?: Uint8Array | undefined;
  readonly most: number;
  readonly after?: Ranked | undefined;
  readonly widened?: { readonly least: number } | undefined;
};

/** Entries of which an alternative may raise the worth: those that met all groups before it, of those allowed. */
type Open = { readonly met: number | undefined; readonly allowed: Uint8Array | undefined };

/** Ranks the entries of an index. Keeps its working space between questions, which it answers one at a time. */
export class Ranker {
  /** By entry: what the groups are worth, how much of the query is satisfied, how many groups; and the worth of one group. */
  readonly #worth: Float32Array;
  readonly #satisfied: Float32Array;
  readonly #met: Uint8Array;
  readonly #best: Float32Array;
  /** The ids that met any group, and those that one group touched. */
  readonly #found: Int32Array;
  readonly #touched: Int32Array;
  #founds = 0;
  #touches = 0;

  /** `entries`: the highest id. */
  constructor(entries: number) {
    this.#worth = new Float32Array(entries + 1);
    this.#satisfied = new Float32Array(entries + 1);
    this.#met = new Uint8Array(entries + 1);
    this.#best = new Float32Array(entries + 1);
    this.#found = new Int32Array(entries + 1);
    this.#touched = new Int32Array(entries + 1);
  }

  /**
   * The entries that satisfy all groups, the best first, and how many there are in all, whatever they stand after. Each group counts by
   * its best alternative and by how telling it is. The same index gives the same answer: equals stand in the order of their ids.
   */
  rank({ groups, postings, allowed, most, after, widened }: Question): { ranked: Ranked[]; total: number } {
    this.#founds = 0;
    // What stands in few entries first: then what stands in many is only looked at where it may still matter.
    const inOrder = groups.toSorted((a, b) => sizeOf(a, postings) - sizeOf(b, postings));
    for (const [index, { alternatives, rarity }] of inOrder.entries()) {
      this.#touches = 0;
      const open = { met: widened ? undefined : index, allowed };
      for (const alternative of alternatives) if (!alternative.wide || widened) this.#raise(alternative, postings, open);
      this.#settle(rarity);
    }
    const sought = groups.reduce((sum, { rarity }) => sum + rarity, 0);
    const matching = this.#score(widened ? 1 : groups.length, sought);
    const least = widened ? this.#highest(matching) * widened.least : 0;
    const answer = this.#firstOf(matching, { least, most, after });
    for (let index = 0; index < this.#founds; index++) {
      const id = this.#found[index] ?? 0;
      this.#met[id] = 0;
      this.#worth[id] = 0;
      this.#satisfied[id] = 0;
    }
    return answer;
  }

  /** Raises the worth of the open entries that satisfy an alternative, and notes those that had none. */
  #raise({ lexemes, factor, apart = 0 }: Alternative, postings: (lexeme: string) => Postings, open: Open): void {
    const [first, ...others] = lexemes.map(postings).sort((a, b) => a.ids.length - b.ids.length);
    if (!first) return;
    if (others.length > 0) this.#raiseAll(first, others, factor, apart, open);
    else this.#raiseOne(first, factor, open);
  }

  #raiseOne({ ids, strengths }: Postings, factor: number, { met, allowed }: Open): void {
    const best = this.#best;
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] ?? 0;
      if ((met !== undefined && this.#met[id] !== met) || allowed?.[id] === 0) continue;
      const worth = (factor * (strengths[index] ?? 0)) / 255;
      const before = best[id] ?? 0;
      if (worth <= before) continue;
      if (before === 0) this.#touched[this.#touches++] = id;
      best[id] = worth;
    }
  }

  #raiseAll(first: Postings, others: readonly Postings[], factor: number, apart: number, { met, allowed }: Open): void {
    const at = new Int32Array(others.length);
    for (let index = 0; index < first.ids.length; index++) {
      const id = first.ids[index] ?? 0;
      if ((met !== undefined && this.#met[id] !== met) || allowed?.[id] === 0) continue;
      let strength = first.strengths[index] ?? 0;
      let places = first.places[index] ?? 0;
      for (let other = 0; other < others.length && strength > 0; other++) {
        const found = seek(others[other], id, at[other] ?? 0);
        at[other] = found;
        const isThere = others[other]?.ids[found] === id;
        strength *= isThere ? (others[other]?.strengths[found] ?? 0) : 0;
        places &= others[other]?.places[found] ?? 0;
      }
      const worth = ((places === 0 ? apart : factor) * strength ** (1 / (others.length + 1))) / 255;
      const before = this.#best[id] ?? 0;
      if (worth <= before) continue;
      if (before === 0) this.#touched[this.#touches++] = id;
      this.#best[id] = worth;
    }
  }

  /** Counts a group for the entries it touched. */
  #settle(rarity: number): void {
    for (let index = 0; index < this.#touches; index++) {
      const id = this.#touched[index] ?? 0;
      if (this.#met[id] === 0) this.#found[this.#founds++] = id;
      this.#met[id] = (this.#met[id] ?? 0) + 1;
      this.#worth[id] = (this.#worth[id] ?? 0) + rarity * (this.#best[id] ?? 0);
      this.#satisfied[id] = (this.#satisfied[id] ?? 0) + rarity;
      this.#best[id] = 0;
    }
  }

  /** Puts the score of each entry that met enough groups in the place of its worth, and the ids of these first among the touched; answers how many. */
  #score(needed: number, sought: number): number {
    let matching = 0;
    for (let index = 0; index < this.#founds; index++) {
      const id = this.#found[index] ?? 0;
      if ((this.#met[id] ?? 0) < needed) continue;
      // An entry that satisfies everything is ahead of one that satisfies some of it just as well.
      this.#worth[id] = ((this.#worth[id] ?? 0) / sought) * ((this.#satisfied[id] ?? 0) / sought);
      this.#touched[matching++] = id;
    }
    return matching;
  }

  #highest(matching: number): number {
    let highest = 0;
    for (let index = 0; index < matching; index++) highest = Math.max(highest, this.#worth[this.#touched[index] ?? 0] ?? 0);
    return highest;
  }

  /** The entries with the highest scores, best first; the lower id first of equals. */
  #firstOf(matching: number, { least, most, after }: { least: number; most: number; after: Ranked | undefined }) {
    const ranked: Ranked[] = [];
    let total = 0;
    for (let index = 0; index < matching; index++) {
      const id = this.#touched[index] ?? 0;
      const score = this.#worth[id] ?? 0;
      if (score < least) continue;
      total++;
      if (after && !isBefore(after, id, score)) continue;
      const last = ranked[most - 1];
      if (last && isBefore(last, id, score)) continue;
      let low = 0;
      let high = ranked.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = ranked[middle];
        if (other && isBefore(other, id, score)) low = middle + 1;
        else high = middle;
      }
      ranked.splice(low, 0, { id, score });
      if (ranked.length > most) ranked.pop();
    }
    return { ranked, total };
  }
}

/** In how many entries a group may be satisfied, at most and roughly. */
function sizeOf({ alternatives }: Group, postings: Question['postings']): number {
  return alternatives.reduce((sum, { lexemes }) => sum + postings(lexemes[0] ?? '').ids.length, 0);
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

/** Whether `one` stands before the entry of this id and score. An entry does not stand before itself. */
function isBefore(one: Ranked, id: number, score: number): boolean {
  return one.score > score || (one.score === score && one.id < id);
}
