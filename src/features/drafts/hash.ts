import { createHash } from 'node:crypto';
import { writtenOut } from '../../domain/drafts/places.ts';

/** The SHA-256 of what a place, or a whole text, holds: another as soon as anything in it is. Hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(writtenOut(value)).digest('hex');
}
