import type { DraftText } from './draft-file.ts';
import { placesOf } from './places.ts';

/** A citation, and the place of the draft that rests on it. */
export type PlacedCite = { readonly place: string; readonly cite: string };

/** Every citation of the terms and the rows of responsibility. */
export function citesOf(text: DraftText): PlacedCite[] {
  return [...placesOf(text)]
    .filter(([place]) => place.startsWith('term:') || place.startsWith('row:'))
    .flatMap(([place, value]) => citesIn(value).map((cite) => ({ place, cite })));
}

function citesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cites' && Array.isArray(inner) ? inner.filter((cite): cite is string => typeof cite === 'string') : citesIn(inner),
  );
}
