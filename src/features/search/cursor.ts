import { z } from 'zod';
import type { Ranked } from '../../domain/search/rank-entries.ts';

/** Where a page of hits ended, for the address of the next: the bits of the score of its last hit, and its id. Means nothing to others. */
export const Cursor = z.string().regex(/^[0-9a-z]{1,7}-[0-9a-z]{1,6}$/);

const bits = new DataView(new ArrayBuffer(4));

/** A score is a number of 32 bits (see Ranker), so that nothing of it is lost here. */
export function cursorOf({ id, score }: Ranked): string {
  bits.setFloat32(0, score);
  return `${bits.getUint32(0).toString(36)}-${id.toString(36)}`;
}

/** The hit that a cursor stands for. After a load that changed something, the same place in the new order, as nearly as there is one. */
export function readCursor(cursor: string): Ranked {
  const [score = '', id = ''] = cursor.split('-');
  bits.setUint32(0, Number.parseInt(score, 36));
  return { id: Number.parseInt(id, 36), score: bits.getFloat32(0) };
}
