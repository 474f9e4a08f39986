/**
 * What was read from a file: its text as characters, and the tree laid over them. Every place is a half-open range of `raw` in UTF-16 units,
 * so that a reader can be shown the very words. Each character of `raw` that is not white space stands in exactly one heading, marker, sentence
 * or piece of page furniture: nothing is lost and nothing is invented.
 */
export type Place = { readonly from: number; readonly to: number };

/**
 * A sentence, or what stands for one (an item, a cell without full stop). `text` is its words with broken lines joined and marks of emphasis left
 * out; `places` where they stand, marks included. `id` is its address in the document: `giltighetstid.a1` in a section, `giltighetstid` for a heading,
 * `title`, and `opening.a1` before the first heading. The same file gives the same ids.
 */
export type ImportedSentence = { readonly id: string; readonly text: string; readonly places: readonly Place[] };

/** An item of a list. `depth`: 0 for the outermost. `marker`: null where the list is one by its style or its look alone. */
export type ImportedItem = { readonly marker: Place | null; readonly depth: number; readonly sentences: readonly ImportedSentence[] };

/** `head`: how many of the first rows of a table are its headings. A cell may be empty. */
export type ImportedBlock =
  | { readonly kind: 'paragraph'; readonly sentences: readonly ImportedSentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ImportedItem[] }
  | {
      readonly kind: 'table';
      readonly head: number;
      readonly rows: readonly { readonly cells: readonly (readonly ImportedSentence[])[] }[];
    };

/** A section under its heading. `id` is a slug of the heading, unique in the document and the same each time the same file is read. */
export type ImportedSection = {
  readonly id: string;
  readonly number: string | null;
  readonly heading: ImportedSentence;
  readonly blocks: readonly ImportedBlock[];
  readonly sections: readonly ImportedSection[];
};

/** What belongs to the page and not to the text. `mark`: a rule, the lines of a table, and other signs of layout. */
export const FURNITURE_KINDS = ['header', 'footer', 'page-number', 'contents', 'metadata', 'navigation', 'mark'] as const;
export type FurnitureKind = (typeof FURNITURE_KINDS)[number];
export type Furniture = { readonly kind: FurnitureKind; readonly text: string; readonly place: Place };

/** How the text shows what is a heading: by its look alone, by the signs of Markdown, or by the styles and sizes of the file it was read from. */
export const NOTATIONS = ['plain', 'markdown', 'styled'] as const;
export type Notation = (typeof NOTATIONS)[number];

export type ImportedText = {
  readonly raw: string;
  readonly notation: Notation;
  /** Where each page begins in `raw`; one entry where the file has no pages. */
  readonly pages: readonly number[];
  readonly title: ImportedSentence | null;
  /** What stands before the first heading. */
  readonly opening: readonly ImportedBlock[];
  readonly sections: readonly ImportedSection[];
  readonly furniture: readonly Furniture[];
};
