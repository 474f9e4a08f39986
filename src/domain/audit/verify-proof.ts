import type { TreeHash } from './merkle.ts';

/** Does the proof lead from the leaf at `index` to the root of `size` leaves? RFC 9162 §2.1.3.2. */
export function verifyInclusion(
  claim: { readonly index: number; readonly size: number; readonly leaf: Uint8Array; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
  hash: TreeHash,
): boolean {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return false;
  let at = claim.index;
  let last = claim.size - 1;
  let root = claim.leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      root = hash.node(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      root = hash.node(root, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(root, claim.root);
}

/** Does the proof show that the tree of `size` leaves begins with that of `first` leaves? RFC 9162 §2.1.4.2. */
export function verifyConsistency(
  claim: { readonly first: number; readonly firstRoot: Uint8Array; readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
  hash: TreeHash,
): boolean {
  const { first, firstRoot, size, root } = claim;
  if (!isCount(first) || !isCount(size) || first < 1 || first > size) return false;
  if (first === size) return proof.length === 0 && equal(firstRoot, root);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  let at = first - 1;
  let last = size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const seed = path.shift();
  if (!seed) return false;
  let before = seed;
  let after = seed;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = hash.node(sibling, before);
      after = hash.node(sibling, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      after = hash.node(after, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(before, firstRoot) && equal(after, root);
}

/** Are the two hashes the same? */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isPowerOfTwo = (n: number): boolean => 2 ** Math.round(Math.log2(n)) === n;
