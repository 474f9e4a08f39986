import type { SealedLeaf } from '../../domain/audit/check-leaves.ts';
import type { Tx } from '../db/index.ts';
import { lineOfRow } from './event-row.ts';
import { sha256Tree } from './hash.ts';
import { findEvent } from './sealed.sql.ts';
import { readSealedRows } from './sealed-rows.sql.ts';
import { type UnpackedLeaf, unpackLeaves } from './unpack-leaves.ts';

/** A leaf as it is tried and exported. `line`: that of its event as it stands, when it was asked for and there is one. */
export type ReadLeaf = SealedLeaf & UnpackedLeaf;

/** The leaves of positions `from` up to but not including `to`, in order, each with the hash of what its event says now. */
export async function readLeaves(tx: Tx, from: number, to: number, options: { withLines?: boolean } = {}): Promise<ReadLeaf[]> {
  const leaves = (await readSealedRows(tx, from, to)).flatMap((packed) => unpackLeaves(packed, options));
  for (const [i, leaf] of leaves.entries()) if (!leaf.now) leaves[i] = await ownReading(tx, leaf);
  return leaves;
}

/** An event that is not where its leaf says: gone, or with another time; or one with something in it that we never write. */
async function ownReading(tx: Tx, leaf: UnpackedLeaf): Promise<UnpackedLeaf> {
  const event = await findEvent(tx, leaf.event);
  const line = event && lineOfRow(event);
  return line === undefined ? leaf : { ...leaf, line, now: sha256Tree.leaf(line) };
}
