import { stampOf } from '../organisations/index.ts';
import type { ShownRecord } from './load-record.ts';

/** What a form of a record was filled in with, as a stamp. Made of what its reader may see alone: a change of the rest is none of theirs to overwrite. */
export function seenOf({ name, number, interpreter, blocked, place }: ShownRecord): string {
  return stampOf([name, number ?? null, interpreter ?? null, blocked, place ? [place.address ?? null, place.whereabouts ?? null] : null]);
}
