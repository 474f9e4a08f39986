import { checkSealed, type StoredNode } from '../../domain/audit/check-sealed.ts';
import { type AuditFault, faultAt, faultOf } from '../../domain/audit/fault.ts';
import { frontierOf } from '../../domain/audit/merkle.ts';
import type { Database, Tx } from '../db/index.ts';
import { checkpointFaults, checkpointOfRow } from './check-checkpoints.ts';
import { gatherFaults, type Verification } from './gather-faults.ts';
import { sha256Tree } from './hash.ts';
import type { TrustedKey } from './note.ts';
import { readLeaves } from './read-leaves.ts';
import { sealTimes } from './seal-times.ts';
import { askAlone, readCheckpoints, readNodeRanges, readOutside } from './sealed.sql.ts';

/** Leaves read at a time: few enough to be forgotten young, which costs the garbage collector least. */
const CHUNK = 2_048;

/**
 * Tries the whole log against its seals and its signed checkpoints, and names what was changed, removed, inserted or moved. `keys`: the public
 * keys that are trusted, never taken from the database itself. Others may write and seal meanwhile.
 */
export async function verifyLog(database: Pick<Database, 'asOwner'>, keys: readonly TrustedKey[]): Promise<Verification> {
  return database.asOwner(async (tx) => {
    await askAlone(tx);
    const found = gatherFaults();
    const checkpoints = (await readCheckpoints(tx)).map(checkpointOfRow);
    const size = checkpoints.at(-1)?.size ?? 0;
    const signatures = checkpointFaults(checkpoints, keys);
    const check = checkSealed(sha256Tree, checkpoints, found.tell);
    const times = sealTimes(checkpoints, found.tell);
    const read = (from: number) => {
      const to = Math.min(from + CHUNK, size);
      const both = Promise.all([readLeaves(tx, from, to), readStored(tx, from, to)]);
      both.catch(() => undefined);
      return both;
    };
    let coming = read(0);
    for (let from = 0; from < size; from += CHUNK) {
      const [leaves, stored] = await coming;
      // The database reads the next ones while these are tried.
      coming = read(Math.min(from + CHUNK, size));
      check.add(leaves, stored);
      for (const { position, event, ms } of leaves) if (ms !== undefined) times(position, event, ms);
    }
    await coming;
    check.end();
    (await signatures).forEach(found.tell);
    const outside = await readOutside(tx);
    outsideFaults(outside).forEach(found.tell);
    return { ...found.answer(), events: size, checkpoints: checkpoints.length, waiting: outside.waiting };
  });
}

/** The stored hashes of the subtrees that end at positions `from` up to `to`. */
async function readStored(tx: Tx, from: number, to: number): Promise<StoredNode> {
  const ranges = [];
  for (let level = 1; 2 ** level <= to; level++) {
    const range = { level, from: Math.floor(from / 2 ** level), to: Math.floor(to / 2 ** level) };
    if (range.to > range.from) ranges.push(range);
  }
  const byLevel: StoredNode[] = [];
  for (const { level, indexes, hashes } of await readNodeRanges(tx, ranges)) {
    const first = Math.floor(from / 2 ** level);
    const placeOf = indexes ? (index: number) => indexes.indexOf(index) : (index: number) => index - first;
    byLevel[level] = (_, index) => {
      const place = placeOf(index);
      return place < 0 || place * 32 >= hashes.length ? undefined : hashes.subarray(place * 32, place * 32 + 32);
    };
  }
  return (level, index) => byLevel[level]?.(level, index);
}

function outsideFaults({ inserted, nodes, leaves, size }: Awaited<ReturnType<typeof readOutside>>): AuditFault[] {
  const faults: AuditFault[] = inserted.map((event) => ({ kind: 'inserted', from: null, to: null, events: [event], checkpoint: null }));
  if (leaves > size) faults.push({ ...faultAt('unsigned', size), to: leaves - 1 });
  if (nodes > size - frontierOf(size).length) faults.push(faultOf('node-inserted', { size, previous: 0 }));
  return faults;
}
