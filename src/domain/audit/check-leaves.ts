import { type AuditFault, faultAt } from './fault.ts';
import type { TreeHash } from './merkle.ts';
import { equal } from './verify-proof.ts';

/** A place of the sealed order with all that says which event it was. */
export type SealedLeaf = {
  readonly position: number;
  readonly event: string;
  /** The hash that the place holds. */
  readonly leaf: Uint8Array;
  /** The hash of what the event says now; undefined when there is none. */
  readonly now: Uint8Array | undefined;
  /** The hash that the event itself holds, where it does. */
  readonly own?: Uint8Array | undefined;
};

/** A pair that the hash above does not fit, and nothing in it says why. */
export type OpenPair = { readonly left: SealedLeaf; readonly right: SealedLeaf; readonly above: Uint8Array };

/** What is wrong with one leaf, when `sealed` is known to be the hash it was sealed with. */
export function leafFaults(leaf: SealedLeaf, sealed: Uint8Array): AuditFault[] {
  const faults: AuditFault[] = [];
  if (!leaf.now) faults.push(faultAt('removed', leaf.position, leaf.event));
  else if (!equal(leaf.now, sealed) || (leaf.own && !equal(leaf.own, sealed))) faults.push(faultAt('changed', leaf.position, leaf.event));
  if (!equal(leaf.leaf, sealed)) faults.push(faultAt('leaf-changed', leaf.position, leaf.event));
  return faults;
}

/** What is wrong with a pair whose hash above is `above`; undefined when the pair itself cannot tell. */
export function pairFaults(left: SealedLeaf, right: SealedLeaf, above: Uint8Array, hash: TreeHash): AuditFault[] | undefined {
  for (const a of traces(left)) {
    for (const b of traces(right)) {
      if (equal(hash.node(a, b), above)) return [...leafFaults(left, a), ...leafFaults(right, b)];
    }
  }
  if (equal(hash.node(right.leaf, left.leaf), above)) return [left, right].map(reordered);
  return undefined;
}

/** Most pairs among which it is tried whether leaves have changed places: the work grows with their square. */
const MOST_COMPARED = 200;

/** What is wrong with pairs that could not tell by themselves: places that were changed between them, or something in each of them. */
export function openPairFaults(pairs: readonly OpenPair[], hash: TreeHash): AuditFault[] {
  const pool = pairs.length > MOST_COMPARED ? [] : pairs.flatMap(({ left, right }) => [left.leaf, right.leaf]);
  return pairs.flatMap(({ left, right, above }) => {
    const wrong = pool.some((other) => equal(hash.node(other, right.leaf), above))
      ? [left]
      : pool.some((other) => equal(hash.node(left.leaf, other), above))
        ? [right]
        : [];
    if (wrong.length > 0) return wrong.map(reordered);
    return [{ kind: 'not-as-sealed', from: left.position, to: right.position, events: [left.event, right.event], checkpoint: null }];
  });
}

const reordered = ({ position, event }: SealedLeaf): AuditFault => faultAt('reordered', position, event);

/** Everything that may be the hash a leaf was sealed with. */
function traces({ leaf, now, own }: SealedLeaf): Uint8Array[] {
  return [leaf, now, own].filter((hash) => hash !== undefined);
}
