import { sql } from 'kysely';
import type { CompleteNode } from '../../domain/audit/growing-tree.ts';
import type { Tx } from '../db/index.ts';

/** An event that waits to be sealed. `xid` and `horizon` are numbers of transactions, as text. */
export type UnsealedEvent = {
  readonly event_id: string;
  readonly event_at: Temporal.Instant;
  readonly leaf_hash: Buffer;
  readonly xid: string;
  readonly horizon: string;
};

/** A leaf to add. */
export type NewLeaf = {
  readonly position: number;
  readonly event_id: string;
  readonly event_at: Temporal.Instant;
  readonly leaf_hash: Buffer;
};

/** A checkpoint as it is stored. */
export type CheckpointRow = {
  readonly size: number;
  readonly previous_size: number;
  readonly root: Buffer;
  readonly at: Temporal.Instant;
  readonly key_id: string;
  readonly signature: Buffer;
};

/** The next events to seal, in order, at most so many. None when another transaction is sealing; otherwise none else will until this one ends. */
export async function takeUnsealed(tx: Tx, most: number): Promise<UnsealedEvent[]> {
  return (await sql<UnsealedEvent>`select * from audit_take_unsealed(${most})`.execute(tx)).rows;
}

/** The id of the log and the size of its last checkpoint, 0 before the first. */
export async function readHead(tx: Tx): Promise<{ log: string; size: number }> {
  const { rows } = await sql<{ log: string; size: number }>`
    select id as log, coalesce((select max(size) from audit_checkpoint), 0) as size from audit_log`.execute(tx);
  if (!rows[0]) throw new Error('the audit log has no id');
  return rows[0];
}

/** Hashes of complete subtrees, in the order asked for. Throws when one is not there. */
export async function readNodes(tx: Tx, nodes: readonly { level: number; index: number }[]): Promise<Buffer[]> {
  if (nodes.length === 0) return [];
  const { rows } = await sql<{ hash: Buffer | null }>`
    select case when level = 0 then (select leaf_hash from audit_leaf where position = index)
      else (select n.hash from audit_node n where n.level = asked.level and n.index = asked.index) end as hash
    from unnest(${nodes.map(({ level }) => level)}::int[], ${nodes.map(({ index }) => index)}::bigint[]) with ordinality as asked(level, index, n)
    order by n`.execute(tx);
  return rows.map(({ hash }, i) => {
    if (!hash) throw new Error(`the audit tree has no node ${nodes[i]?.level}/${nodes[i]?.index}`);
    return hash;
  });
}

/** Adds leaves and the subtrees they completed. */
export async function insertLeaves(tx: Tx, leaves: readonly NewLeaf[], nodes: readonly CompleteNode[]): Promise<void> {
  await sql`
    insert into audit_leaf (position, event_id, event_at, leaf_hash)
    select * from unnest(${leaves.map((l) => l.position)}::bigint[], ${leaves.map((l) => l.event_id)}::uuid[],
      ${leaves.map((l) => l.event_at)}::timestamptz[], ${leaves.map((l) => l.leaf_hash)}::bytea[])`.execute(tx);
  if (nodes.length === 0) return;
  await sql`
    insert into audit_node (level, index, hash)
    select * from unnest(${nodes.map((n) => n.level)}::int[], ${nodes.map((n) => n.index)}::bigint[], ${nodes.map((n) => n.hash)}::bytea[])`.execute(
    tx,
  );
}

/** Adds a checkpoint. `horizon`: below it everything is sealed. */
export async function insertCheckpoint(
  tx: Tx,
  { size, previous_size, root, at, key_id, signature }: CheckpointRow,
  horizon: string,
): Promise<void> {
  await sql`
    insert into audit_checkpoint (size, previous_size, root, at, key_id, signature, horizon)
    values (${size}, ${previous_size}, ${root}, ${at}, ${key_id}, ${signature}, ${horizon}::xid8)`.execute(tx);
}
