import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { EventRow } from './event-row.ts';
import type { CheckpointRow } from './sealing.sql.ts';

const EVENT = sql.raw(`e.id, e.at::text as at, e.account_id, e.actor_kind, e.assignment_id, e.organisation_id, e.unit_id,
  e.owner_organisation_id, e.person_id, e.record_kind, e.record_id, e.act, e.outcome, e.code, e.purpose, e.share_id, e.via, e.request_id,
  e.from_address, e.policy_version, e.details`);

/** An event by its id whatever its time says: for one that is not where its leaf says. Undefined when there is none. */
export async function findEvent(tx: Tx, id: string): Promise<EventRow | undefined> {
  return (await sql<EventRow>`select ${EVENT} from audit_event e where e.id = ${id} limit 1`.execute(tx)).rows[0];
}

/** An event by its id and its time, which say in which month it is to be looked for. */
export async function findEventAt(tx: Tx, id: string, at: Temporal.Instant): Promise<EventRow | undefined> {
  return (await sql<EventRow>`select ${EVENT} from audit_event e where e.id = ${id} and e.at = ${at}`.execute(tx)).rows[0];
}

/** Where the event is sealed, and the time it had then; undefined when it has not been. */
export async function findLeaf(tx: Tx, id: string): Promise<{ position: number; at: Temporal.Instant } | undefined> {
  type Leaf = { position: number; at: Temporal.Instant };
  return (await sql<Leaf>`select position, event_at as at from audit_leaf where event_id = ${id}`.execute(tx)).rows[0];
}

/** Every checkpoint by rising size, with the id of the log. */
export async function readCheckpoints(tx: Tx): Promise<(CheckpointRow & { log: string })[]> {
  const { rows } = await sql<CheckpointRow & { log: string }>`
    select c.size, c.previous_size, c.root, c.at, c.key_id, c.signature, g.id as log from audit_checkpoint c, audit_log g order by c.size`.execute(
    tx,
  );
  return rows;
}

/** The last checkpoint, or that of the given size; undefined when there is none. */
export async function findCheckpoint(tx: Tx, size?: number): Promise<(CheckpointRow & { log: string }) | undefined> {
  const { rows } = await sql<CheckpointRow & { log: string }>`
    select c.size, c.previous_size, c.root, c.at, c.key_id, c.signature, g.id as log from audit_checkpoint c, audit_log g
    where ${size ?? null}::bigint is null or c.size = ${size ?? null}::bigint order by c.size desc limit 1`.execute(tx);
  return rows[0];
}

/** For a transaction of many small questions: none is worth other processes' help, which costs more than it gives. */
export async function askAlone(tx: Tx): Promise<void> {
  await sql`set local max_parallel_workers_per_gather = 0`.execute(tx);
}

/** The stored hashes of subtrees by level, in order of their index, for ranges of indexes. `indexes`: which they are, when any of the range is gone. */
export async function readNodeRanges(
  tx: Tx,
  ranges: readonly { level: number; from: number; to: number }[],
): Promise<{ level: number; indexes: number[] | undefined; hashes: Buffer }[]> {
  if (ranges.length === 0) return [];
  const { rows } = await sql<{ level: number; indexes: string | null; hashes: Buffer }>`
    select asked.level, found.indexes, found.hashes
    from unnest(${ranges.map((r) => r.level)}::int[], ${ranges.map((r) => r.from)}::bigint[], ${ranges.map((r) => r.to)}::bigint[])
      as asked(level, low, high)
    cross join lateral (
      select case when count(*) < asked.high - asked.low then string_agg(n.index::text, ',' order by n.index) end as indexes, string_agg(n.hash, ''::bytea order by n.index) as hashes
      from audit_node n where n.level = asked.level and n.index >= asked.low and n.index < asked.high
    ) as found
    where found.hashes is not null`.execute(tx);
  return rows.map(({ level, indexes, hashes }) => ({ level, indexes: indexes?.split(',').map(Number), hashes }));
}

/** What stands outside the order: events that were never sealed though all of their time were, leaves after the last checkpoint, and how many hashes there are. */
export async function readOutside(tx: Tx): Promise<{ inserted: string[]; waiting: number; nodes: number; leaves: number; size: number }> {
  const { rows } = await sql<{ inserted: string[]; waiting: number; nodes: number; leaves: number; size: number }>`
    with head as (select coalesce(max(size), 0) as size from audit_checkpoint),
      bare as (
        select e.id, e.xid from audit_event e
        where not exists (select from audit_leaf l where l.event_id = e.id and l.event_at = e.at)
      ),
      bounds as (
        select coalesce((select horizon from audit_checkpoint order by size desc limit 1), '0'::xid8) as low, pg_snapshot_xmax(pg_current_snapshot()) as high
      )
    select coalesce((select array_agg(id::text order by id) from bare, bounds where xid < low or xid >= high), '{}') as inserted,
      (select count(*) from bare, bounds where xid >= low and xid < high) as waiting,
      (select count(*) from audit_node) as nodes,
      (select count(*) from audit_leaf) as leaves,
      (select size from head) as size`.execute(tx);
  return rows[0] ?? { inserted: [], waiting: 0, nodes: 0, leaves: 0, size: 0 };
}
