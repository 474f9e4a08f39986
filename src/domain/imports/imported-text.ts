/**
 * What was read from a file: its text as characters, and the tree laid over them. Every place is a half-open range of `raw` in UTF-16 units,
 * so that a reader can be shown the very words. Each character of `raw` that is not white space stands in exactly one heading, marker, sentence
 * or piece of page furniture: nothing is lost and nothing is invented.
 */
export type Place = { readonly from: number; readonly to: number };

/** A sentence, or what stands for one (an item, a cell without full stop). `text` is its words with broken lines joined; `places` where they stand. */
export type ImportedSentence = { readonly id: string; readonly text: string; readonly places: readonly Place[] };

export type ImportedItem = { readonly marker: Place | null; readonly sentences: readonly ImportedSentence[] };

export type ImportedBlock =
  | { readonly kind: 'paragraph'; readonly sentences: readonly ImportedSentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ImportedItem[] }
  | { readonly kind: 'table'; readonly head: number; readonly rows: readonly { readonly cells: readonly (readonly ImportedSentence[])[] }[] };

/** A section under its heading. `id` is a slug of the heading, unique in the document and the same each time the same file is read. */
export type ImportedSection = {
  readonly id: string;
  readonly number: string | null;
  readonly heading: ImportedSentence;
  readonly blocks: readonly ImportedBlock[];
  readonly sections: readonly ImportedSection[];
};

/** What belongs to the page and not to the text: running headers, approver lines, page numbers, contents. */
export type Furniture = { readonly kind: 'header' | 'footer' | 'page-number' | 'contents' | 'metadata'; readonly text: string; readonly place: Place };

export type ImportedText = {
  readonly raw: string;
  /** Where each page begins in `raw`; one entry where the file has no pages. */
  readonly pages: readonly number[];
  readonly title: ImportedSentence | null;
  /** What stands before the first heading. */
  readonly opening: readonly ImportedBlock[];
  readonly sections: readonly ImportedSection[];
  readonly furniture: readonly Furniture[];
};
