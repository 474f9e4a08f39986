/** A document as text: what is in it, in reading order. How it looks is the template's. */
export type PdfDocument = {
  /** Also the title of the file; no personal data. */
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly PdfBlock[];
  /** The words around the number of a page: `Sida` 2 `av` 3. */
  readonly page: { readonly label: string; readonly of: string };
  readonly madeAt: Temporal.Instant;
};

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines to write on by pen, under what is asked; an empty label leaves the lines alone. */
  | { readonly kind: 'blank'; readonly label: string; readonly lines: number }
  /** `widths`: share of the line, one for each column. The first cell of a row is its heading. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** Rows that there is room to write in by pen. */
      readonly tall?: boolean;
    };
