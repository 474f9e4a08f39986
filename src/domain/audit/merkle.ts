/** Hashes of RFC 9162 §2.1.1, handed in: the domain computes no SHA-256 itself. */
export type TreeHash = {
  /** Of the empty tree: SHA-256 of nothing. */
  readonly empty: Uint8Array;
  /** SHA-256(0x00 || UTF-8 of the line). */
  leaf(line: string): Uint8Array;
  /** SHA-256(0x01 || left || right). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
};

/**
 * Reads the hash of a complete subtree: level 0 are the leaves, (level, index) covers leaves from index · 2^level and 2^level of them.
 * All reads of a question are made at once, before any is waited for, so a reader may gather them into one.
 */
export type NodeReader = (level: number, index: number) => Promise<Uint8Array>;

/** The root of the first `size` leaves. RFC 9162 §2.1.1. */
export async function merkleRoot(size: number, read: NodeReader, hash: TreeHash): Promise<Uint8Array> {
  assertSize(size);
  return size === 0 ? hash.empty : rangeRoot(0, size, read, hash);
}

/** What is needed to work out the root of `size` leaves from leaf `index`, from the leaf upwards. RFC 9162 §2.1.3.1. */
export async function inclusionProof(index: number, size: number, read: NodeReader, hash: TreeHash): Promise<Uint8Array[]> {
  assertSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const path: Promise<Uint8Array>[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      path.push(rangeRoot(middle, end, read, hash));
      end = middle;
    } else {
      path.push(rangeRoot(start, middle, read, hash));
      start = middle;
    }
  }
  return Promise.all(path.reverse());
}

/** What is needed to see that the tree of `size` leaves begins with the tree of `first` leaves. RFC 9162 §2.1.4.1. */
export async function consistencyProof(first: number, size: number, read: NodeReader, hash: TreeHash): Promise<Uint8Array[]> {
  assertSize(size);
  if (!Number.isSafeInteger(first) || first < 1 || first > size)
    throw new RangeError(`a tree of ${first} is not the beginning of one of ${size}`);
  const path: Promise<Uint8Array>[] = [];
  let start = 0;
  let end = size;
  while (first !== end) {
    const middle = start + largestPowerBelow(end - start);
    if (first <= middle) {
      path.push(rangeRoot(middle, end, read, hash));
      end = middle;
    } else {
      path.push(rangeRoot(start, middle, read, hash));
      start = middle;
    }
  }
  // The old tree itself need not be told, unless it has become a part of the new one.
  if (start > 0) path.push(rangeRoot(start, end, read, hash));
  return Promise.all(path.reverse());
}

/** The complete subtrees that make up the first `size` leaves, from the left: one for each one-bit of the size. */
export function frontierOf(size: number): { readonly level: number; readonly index: number }[] {
  assertSize(size);
  const parts: { level: number; index: number }[] = [];
  let start = 0;
  for (let level = 52; level >= 0; level--) {
    const width = 2 ** level;
    if (size - start < width) continue;
    parts.push({ level, index: start / width });
    start += width;
  }
  return parts;
}

/** The root of leaves from `start` up to `end`, where `start` is the beginning of a subtree. Asks for complete subtrees only. */
async function rangeRoot(start: number, end: number, read: NodeReader, hash: TreeHash): Promise<Uint8Array> {
  const width = end - start;
  const half = largestPowerBelow(width);
  if (width === 1 || half * 2 === width) return read(Math.round(Math.log2(width)), start / width);
  const [left, right] = await Promise.all([rangeRoot(start, start + half, read, hash), rangeRoot(start + half, end, read, hash)]);
  return hash.node(left, right);
}

/** The largest power of two that is less than `n`; for 1 it is a half, which is never used. */
function largestPowerBelow(n: number): number {
  const power = 2 ** Math.floor(Math.log2(n));
  return power === n ? power / 2 : power;
}

function assertSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0 || size > 2 ** 48) throw new RangeError(`${size} is not the size of a tree`);
}
