import { leafFaults, type OpenPair, openPairFaults, pairFaults, type SealedLeaf } from './check-leaves.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type AuditFault, faultAt, faultOf } from './fault.ts';
import { type CompleteNode, growingTree } from './growing-tree.ts';
import type { TreeHash } from './merkle.ts';
import { equal } from './verify-proof.ts';

/** A checkpoint with its root as bytes. */
export type RootedCheckpoint = Pick<Checkpoint, 'size' | 'previous'> & { readonly rootBytes: Uint8Array };

/** The stored hash of a complete subtree (level 1 and up); undefined when it is gone. */
export type StoredNode = (level: number, index: number) => Uint8Array | undefined;

export type SealedCheck = {
  /** Tries the next leaves, by rising position. `stored`: the hashes above them, where they are kept. */
  add(leaves: readonly SealedLeaf[], stored?: StoredNode): void;
  /** Tries what remains, and answers how many leaves there were. */
  end(): number;
};

/**
 * Tries a sealed log from its beginning: every event against its leaf, every leaf against the hashes above, every root against the checkpoints
 * (by rising size). Tells each fault to `onFault`. A hash that does not fit is told once and the stored one used from there, so that one
 * changed row is one fault, not one at every level above it.
 */
export function checkSealed(hash: TreeHash, checkpoints: readonly RootedCheckpoint[], onFault: (fault: AuditFault) => void): SealedCheck {
  const open: OpenPair[] = [];
  const failed = failedRoots(onFault);
  let stored: StoredNode | undefined;
  let left: SealedLeaf | undefined;
  let right: SealedLeaf | undefined;
  let next = 0;

  const single = (leaf: SealedLeaf | undefined) => {
    if (leaf && !fits(leaf)) leafFaults(leaf, leaf.leaf).forEach(onFault);
  };
  const settlePair = (computed: Uint8Array, above: Uint8Array | undefined, position: number): Uint8Array => {
    if (!above || equal(computed, above) || !left || !right) {
      if (stored && !above) onFault({ ...faultAt('node-removed', position), to: position + 1 });
      single(left);
      single(right);
      return above ?? computed;
    }
    const faults = pairFaults(left, right, above, hash);
    if (faults) faults.forEach(onFault);
    else open.push({ left, right, above });
    return above;
  };
  const settle = ({ level, index, hash: computed }: CompleteNode): Uint8Array => {
    const above = stored?.(level, index);
    const from = index * 2 ** level;
    if (level === 1) return settlePair(computed, above, from);
    if (stored && (!above || !equal(computed, above))) {
      onFault({ ...faultAt(above ? 'node-changed' : 'node-removed', from), to: from + 2 ** level - 1 });
    }
    return above ?? computed;
  };
  const tree = growingTree(hash, 0, [], settle);

  const append = (leaf: SealedLeaf | undefined, bytes: Uint8Array) => {
    if (tree.size % 2 === 0) left = leaf;
    else right = leaf;
    tree.append(bytes);
    for (let checkpoint = checkpoints[next]; checkpoint && checkpoint.size <= tree.size; checkpoint = checkpoints[++next]) {
      if (checkpoint.size === tree.size) failed.tell(checkpoint, equal(tree.root(), checkpoint.rootBytes));
    }
  };
  const miss = (until: number) => {
    while (tree.size < until) {
      onFault(faultAt('leaf-removed', tree.size));
      append(undefined, hash.empty);
    }
  };
  const add = (leaves: readonly SealedLeaf[], nodes?: StoredNode) => {
    stored = nodes;
    for (const leaf of leaves) {
      miss(leaf.position);
      if (leaf.position < tree.size) onFault(faultAt('reordered', leaf.position, leaf.event));
      else append(leaf, leaf.leaf);
    }
  };
  const end = () => {
    stored = undefined;
    miss(checkpoints.at(-1)?.size ?? 0);
    if (tree.size % 2 === 1) single(left);
    openPairFaults(open, hash).forEach(onFault);
    failed.end();
    const signed = checkpoints.at(-1)?.size ?? 0;
    if (tree.size > signed) onFault({ ...faultAt('unsigned', signed), to: tree.size - 1 });
    return tree.size;
  };
  return { add, end };
}

/** Nothing is wrong with it in itself: the common case, tried without making anything. */
function fits({ now, leaf, own }: SealedLeaf): boolean {
  return now !== undefined && equal(now, leaf) && (!own || equal(own, leaf));
}

/** Once a root is wrong, those after it are wrong too: only the first of such a row is a fault to tell. */
function failedRoots(onFault: (fault: AuditFault) => void) {
  let first: RootedCheckpoint | undefined;
  const end = () => {
    if (first) onFault(faultOf('root', first, true));
    first = undefined;
  };
  const tell = (checkpoint: RootedCheckpoint, right: boolean) => {
    if (right) end();
    else first ??= checkpoint;
  };
  return { tell, end };
}
