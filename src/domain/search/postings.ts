/**
 * The entries that hold a lexeme, by rising id. `strengths`: how strongly each does, 1–255. `places`: in which of its texts, as
 * bits: bit 0 its names, bit 1 the first text, and so on.
 */
export type Postings = { readonly ids: Int32Array; readonly strengths: Uint8Array; readonly places: Int32Array };

export const NO_POSTINGS: Postings = { ids: new Int32Array(0), strengths: new Uint8Array(0), places: new Int32Array(0) };

/** The texts of an entry that a lexeme stands in, as bits; 0 when it stands in none. */
export function placesIn({ ids, places }: Postings, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? (places[low] ?? 0) : 0;
}

/** How many bytes decoded postings take. */
export function sizeOf({ ids }: Postings): number {
  return ids.length * 9;
}

/** Writes postings one entry at a time, packed: the step from the entry before, the strength, the places. */
export class PostingsWriter {
  #bytes = new Uint8Array(16);
  #length = 0;
  #last = 0;
  #entries = 0;

  get entries(): number {
    return this.#entries;
  }

  /** `id` must be greater than the one before. */
  add(id: number, strength: number, places: number): void {
    this.#write(id - this.#last);
    this.#byte(strength);
    this.#write(places);
    this.#last = id;
    this.#entries++;
  }

  packed(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Seven bits a byte, the low ones first; the high bit says that more follow. */
  #write(value: number): void {
    let rest = value >>> 0;
    for (; rest > 127; rest >>>= 7) this.#byte((rest & 127) | 128);
    this.#byte(rest);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
  }
}

/** Reads what PostingsWriter wrote; `entries` is how many there are. */
export function readPostings(packed: Uint8Array, entries: number): Postings {
  const ids = new Int32Array(entries);
  const strengths = new Uint8Array(entries);
  const places = new Int32Array(entries);
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  let id = 0;
  for (let index = 0; index < entries; index++) {
    id += number();
    ids[index] = id;
    strengths[index] = packed[at++] ?? 0;
    places[index] = number();
  }
  return { ids, strengths, places };
}
