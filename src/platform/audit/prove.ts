import { consistencyProof, inclusionProof, type NodeReader } from '../../domain/audit/merkle.ts';
import { verifyConsistency, verifyInclusion } from '../../domain/audit/verify-proof.ts';
import type { Tx } from '../db/index.ts';
import { checkpointOfRow, type SignedCheckpoint } from './check-checkpoints.ts';
import { lineOfRow } from './event-row.ts';
import { sha256Tree } from './hash.ts';
import { findCheckpoint, findEvent, findEventAt, findLeaf } from './sealed.sql.ts';
import { readNodes } from './sealing.sql.ts';

/** That an event stands in the log: its line, its place, and the hashes that lead from it to the signed root. `valid`: they do. */
export type InclusionProof = {
  readonly event: string;
  readonly position: number;
  readonly line: string | null;
  readonly proof: readonly string[];
  readonly checkpoint: SignedCheckpoint;
  readonly valid: boolean;
};

/** That the log of one checkpoint begins with that of an earlier one. `valid`: the hashes show it. */
export type ConsistencyProof = {
  readonly first: SignedCheckpoint;
  readonly second: SignedCheckpoint;
  readonly proof: readonly string[];
  readonly valid: boolean;
};

/** Proves that the event stands in the log, under its last checkpoint. Undefined when it is not there, or not sealed yet. Sees what the role of `tx` sees. */
export async function proveInclusion(tx: Tx, event: string): Promise<InclusionProof | undefined> {
  const [leaf, head] = await Promise.all([findLeaf(tx, event), findCheckpoint(tx)]);
  if (!leaf || !head || leaf.position >= head.size) return undefined;
  const { position, at } = leaf;
  const checkpoint = checkpointOfRow(head);
  const { size, rootBytes: root } = checkpoint;
  const [proof, found] = await Promise.all([inclusionProof(position, size, gatheringReader(tx), sha256Tree), findEventAt(tx, event, at)]);
  // One that says another time than when it was sealed is looked for everywhere.
  const row = found ?? (await findEvent(tx, event));
  const line = row ? lineOfRow(row) : null;
  const valid = line !== null && verifyInclusion({ index: position, size, leaf: sha256Tree.leaf(line), root }, proof, sha256Tree);
  return { event, position, line, proof: proof.map(base64), checkpoint, valid };
}

/** Proves that the log at the checkpoint of size `second` begins with that of size `first`. Undefined when there is no such checkpoint, or they are not in order. */
export async function proveConsistency(tx: Tx, first: number, second: number): Promise<ConsistencyProof | undefined> {
  const [a, b] = await Promise.all([findCheckpoint(tx, first), findCheckpoint(tx, second)]);
  if (!a || !b || first > second) return undefined;
  const proof = await consistencyProof(first, second, gatheringReader(tx), sha256Tree);
  const valid = verifyConsistency({ first, firstRoot: a.root, size: second, root: b.root }, proof, sha256Tree);
  return { first: checkpointOfRow(a), second: checkpointOfRow(b), proof: proof.map(base64), valid };
}

const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

/** Gathers all that is asked for at once into one question to the database. */
function gatheringReader(tx: Tx): NodeReader {
  let asked: { level: number; index: number }[] = [];
  let answer: Promise<Buffer[]> | undefined;
  return async (level, index) => {
    const place = asked.push({ level, index }) - 1;
    answer ??= Promise.resolve().then(() => {
      const batch = asked;
      asked = [];
      answer = undefined;
      return readNodes(tx, batch);
    });
    const hash = (await answer)[place];
    if (!hash) throw new Error('a hash was not read');
    return hash;
  };
}
