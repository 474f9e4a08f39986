import { originOf } from '../../domain/audit/checkpoint.ts';
import { eventInstant } from '../../domain/audit/event.ts';
import { type CompleteNode, growingTree } from '../../domain/audit/growing-tree.ts';
import { frontierOf } from '../../domain/audit/merkle.ts';
import type { Tx } from '../db/index.ts';
import { sha256Tree } from './hash.ts';
import { signCheckpoint } from './note.ts';
import { insertCheckpoint, insertLeaves, type NewLeaf, readHead, readNodes, takeUnsealed } from './sealing.sql.ts';
import type { SigningKey } from './signing-key.ts';

/**
 * Seals what waits, at most `most` events: leaves, completed subtrees and one signed checkpoint, all in this (writing) transaction.
 * Answers how many were sealed: 0 when there was nothing, or when another process is at it. A transaction that was begun before and has not
 * ended holds back the events written after it began, never loses one.
 */
export async function sealNext(tx: Tx, { key, now, most }: { key: SigningKey; now: Temporal.Instant; most: number }): Promise<number> {
  const events = await takeUnsealed(tx, most);
  const last = events.at(-1);
  if (!last) return 0;
  const { log, size: previous } = await readHead(tx);
  const tree = growingTree(sha256Tree, previous, await readNodes(tx, frontierOf(previous)));
  const leaves: NewLeaf[] = [];
  const nodes: CompleteNode[] = [];
  for (const { event_id, event_at, leaf_hash } of events) {
    leaves.push({ position: tree.size, event_id, event_at, leaf_hash });
    nodes.push(...tree.append(leaf_hash));
  }
  const root = Buffer.from(tree.root());
  const at = eventInstant(now);
  const checkpoint = { origin: originOf(log), size: tree.size, root: root.toString('base64'), at, previous };
  const signature = signCheckpoint(checkpoint, key.privateKey);
  await insertLeaves(tx, leaves, nodes);
  const row = { size: tree.size, previous_size: previous, root, at: Temporal.Instant.from(at), key_id: key.id, signature };
  // When there may be more, the last transaction may have more: begin with it again.
  await insertCheckpoint(tx, row, events.length < most ? last.horizon : last.xid);
  return events.length;
}
