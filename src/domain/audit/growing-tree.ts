import { frontierOf, type TreeHash } from './merkle.ts';

/** A subtree that has become complete. */
export type CompleteNode = { readonly level: number; readonly index: number; readonly hash: Uint8Array };

/** A tree that leaves are added to at the right; it keeps only its complete subtrees, one for each one-bit of its size. */
export type GrowingTree = {
  readonly size: number;
  /** Adds a leaf and answers the subtrees above it that it completed, from below. */
  append(leaf: Uint8Array): CompleteNode[];
  /** The root of all leaves so far. */
  root(): Uint8Array;
};

/**
 * A tree that goes on from `size` leaves, whose complete subtrees are given in the order of `frontierOf(size)`. `settle` sees each subtree as it
 * is completed, and answers the hash to go on with.
 */
export function growingTree(
  hash: TreeHash,
  size = 0,
  frontier: readonly Uint8Array[] = [],
  settle: (node: CompleteNode) => Uint8Array = (node) => node.hash,
): GrowingTree {
  const parts = frontierOf(size);
  if (parts.length !== frontier.length) throw new RangeError(`a tree of ${size} has ${parts.length} subtrees, not ${frontier.length}`);
  const byLevel: (Uint8Array | undefined)[] = [];
  parts.forEach(({ level }, i) => {
    byLevel[level] = frontier[i];
  });
  let count = size;
  const append = (leaf: Uint8Array): CompleteNode[] => {
    const completed: CompleteNode[] = [];
    let node = leaf;
    let level = 0;
    let index = count;
    for (let left = byLevel[0]; left; left = byLevel[level]) {
      node = hash.node(left, node);
      byLevel[level] = undefined;
      level += 1;
      index = Math.floor(index / 2);
      const complete = { level, index, hash: node };
      completed.push(complete);
      node = settle(complete);
    }
    byLevel[level] = node;
    count += 1;
    return completed;
  };
  const root = (): Uint8Array => {
    let right: Uint8Array | undefined;
    for (const left of byLevel) if (left) right = right ? hash.node(left, right) : left;
    return right ?? hash.empty;
  };
  return {
    get size() {
      return count;
    },
    append,
    root,
  };
}
