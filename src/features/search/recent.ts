/** What was asked for last, in as much memory as it may take. The order only matters when something must be forgotten, and is not kept before. */
export class Recent<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  readonly #mostBytes: number;
  readonly #sizeOf: (value: Value) => number;
  #bytes = 0;

  /** `sizeOf`: how many bytes a value takes; always the same for the same value. */
  constructor(mostBytes: number, sizeOf: (value: Value) => number) {
    this.#mostBytes = mostBytes;
    this.#sizeOf = sizeOf;
  }

  find(key: Key): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined || this.#bytes < this.#mostBytes / 2) return value;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  /** Remembers a value, and forgets those that were asked for longest ago until all fit. A key that is known keeps its value. */
  keep(key: Key, value: Value): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, value);
    this.#bytes += this.#sizeOf(value);
    if (this.#bytes <= this.#mostBytes) return;
    for (const [oldest, forgotten] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= this.#sizeOf(forgotten);
    }
  }
}
