import type pg from 'pg';
import { FIRST, nextHash } from './chain.ts';

const LOG = 'insert into bench_log (n, line, hash) select * from unnest($1::bigint[], $2::text[], $3::bytea[])';

/**
 * A log where each row holds the hash of the one before. A chain is stored in its order, or it could not be told from a broken one after a crash: what
 * comes while rows are stored is stored next, together. Answers what appends a line, and is done when the line is committed.
 */
export async function openChain(pool: pg.Pool): Promise<(line: string) => Promise<void>> {
  const held = (await pool.query('select n, hash from bench_log order by n desc limit 1')).rows[0];
  let last: Buffer = held?.hash ?? FIRST;
  let count = Number(held?.n ?? 0);
  let waiting: { line: string; stored: () => void; failed: (error: unknown) => void }[] = [];
  let storing = false;

  return append;

  function append(line: string): Promise<void> {
    return new Promise((stored, failed) => {
      waiting.push({ line, stored, failed });
      if (!storing) void store();
    });
  }

  async function store(): Promise<void> {
    storing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      let hash = last;
      const hashes = batch.map(({ line }) => (hash = nextHash(hash, line)));
      try {
        await pool.query({ name: 'log', text: LOG, values: [batch.map((_, i) => count + i + 1), batch.map(({ line }) => line), hashes] });
        last = hash;
        count += batch.length;
        for (const { stored } of batch) stored();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    storing = false;
  }
}
