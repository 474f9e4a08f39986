/** Which entry of one list is which of another, each in one pair at most. Entries are known by their places in the lists. */
export class Pairs {
  readonly #to = new Map<number, number>();
  readonly #from = new Map<number, number>();

  /** Makes a pair, unless either is in one already. */
  add(from: number, to: number): void {
    if (this.#to.has(from) || this.#from.has(to)) return;
    this.#to.set(from, to);
    this.#from.set(to, from);
  }

  /** What the entry of the first list became. */
  toOf(from: number): number | undefined {
    return this.#to.get(from);
  }

  /** What the entry of the second list was. */
  fromOf(to: number): number | undefined {
    return this.#from.get(to);
  }

  /** The pairs, as they were made. */
  all(): [number, number][] {
    return [...this.#to];
  }

  /** The same the other way round. */
  swapped(): Pairs {
    const other = new Pairs();
    for (const [from, to] of this.#to) other.add(to, from);
    return other;
  }
}
