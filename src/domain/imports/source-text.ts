import type { FurnitureKind, Notation, Place } from './imported-text.ts';

/**
 * What the file itself says of a line: that it is a heading of a level (0 is the title, null where all look the same), an item of a list without a marker of its own, a row of
 * a table with its cells, or something that belongs to the page.
 */
export type LineHint =
  | { readonly kind: 'heading'; readonly level: number | null }
  | { readonly kind: 'item'; readonly ordered: boolean; readonly depth: number; readonly list: number }
  | { readonly kind: 'row'; readonly cells: readonly Place[]; readonly table: number; readonly head: boolean }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'furniture'; readonly furniture: FurnitureKind };

/** A file as a reader of its format leaves it: characters, where its pages begin, and hints by where their lines begin in `raw`. */
export type SourceText = {
  readonly raw: string;
  readonly pages: readonly number[];
  readonly notation: Notation;
  readonly hints: ReadonlyMap<number, LineHint>;
};
