import type { Place } from './imported-text.ts';
import type { Line } from './lines.ts';

/**
 * A piece of the text before the tree is built: the lines of a paragraph, an item or a heading, or the cells of a row. `places` are those of the
 * words alone; `lead` is what stands before them (the number and signs of a heading, the marker of an item).
 */
export type Chunk =
  | {
      kind: 'heading';
      readonly lines: Line[];
      readonly places: Place[];
      readonly lead: Place | null;
      readonly number: string | null;
      /** 0 is the title; null is not known yet. */
      level: number | null;
    }
  | {
      readonly kind: 'item';
      readonly lines: Line[];
      readonly places: Place[];
      readonly lead: Place | null;
      readonly ordered: boolean;
      readonly depth: number | null;
      readonly list: number | null;
    }
  | { readonly kind: 'row'; readonly lines: Line[]; readonly cells: Place[][]; readonly table: number | null; readonly head: boolean }
  | { readonly kind: 'paragraph'; readonly lines: Line[]; readonly places: Place[] };

/** The place of a line's words. */
export function placeOf({ from, to }: Line): Place {
  return { from, to };
}

/** The lines of a chunk as one text, which is enough to judge it by. */
export function wordsOf(chunk: Chunk): string {
  return chunk.lines.map(({ text }) => text).join(' ');
}
