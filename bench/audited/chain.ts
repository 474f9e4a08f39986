import { createHash } from 'node:crypto';
import type { BenchDatabase } from '../database.ts';

/** What stands before the first row of the floor's log. */
export const FIRST: Buffer = Buffer.alloc(32);

/** The hash of a row: over that of the row before, and its own line. */
export function nextHash(before: Uint8Array, line: string): Buffer {
  return createHash('sha256').update(before).update(line).digest();
}

/** Goes through the floor's log from its first row, and answers how many there are. Throws where one is missing, or does not hold the hash of the one before. */
export async function checkChain({ query }: BenchDatabase): Promise<number> {
  const rows = await query<{ n: string; line: string; hash: Buffer }>('select n, line, hash from bench_log order by n');
  let last = FIRST;
  rows.forEach(({ n, line, hash }, i) => {
    last = nextHash(last, line);
    if (Number(n) !== i + 1 || !last.equals(hash)) throw new Error(`the floor's log is broken at row ${i + 1}`);
  });
  return rows.length;
}
