/** An agreement as a document to print or to work on: everything that is said, in reading order. How it looks is the writers'. */
export type AgreementDocument = {
  /** Also the title of the file; no personal data. */
  readonly title: string;
  /** Above the title: what sort of document it is. */
  readonly kind: string;
  /** What the reader must know first, such as that nobody has signed it; undefined for a document that is what it looks like. */
  readonly notice: { readonly heading: string; readonly text: string } | undefined;
  /** The facts of the title page: parties, validity, version, diary numbers. */
  readonly facts: readonly DocumentFact[];
  readonly contents: string;
  readonly blocks: readonly DocumentBlock[];
  /** At the head of every page but the first. */
  readonly running: string;
  /** The words around the number of a page: `Sida` 2 `av` 3. */
  readonly page: { readonly label: string; readonly of: string };
  readonly madeAt: Temporal.Instant;
};

export type DocumentFact = { readonly label: string; readonly values: readonly string[] };

export type DocumentBlock =
  /** `level` 1 is a chapter. `onNewPage`: it begins a page. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly onNewPage: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Beside the text itself: small and grey. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly DocumentFact[] }
  /** `widths`: share of the line, one for each column. The first cell of a row is its heading. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };
