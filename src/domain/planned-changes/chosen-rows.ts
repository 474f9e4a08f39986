/** A row of an agreement's matrix: the agreement and the id of the row. As one word `slug#row`. */
export type ChosenRow = { readonly agreement: string; readonly row: string };

const ROW = /^([a-z][a-z0-9-]*)#([A-Z][A-Z0-9-]*)$/;

/** The row that a word names, or undefined when it is no such word. */
export function readChosenRow(word: string): ChosenRow | undefined {
  const [, agreement, row] = ROW.exec(word) ?? [];
  return agreement !== undefined && row !== undefined ? { agreement, row } : undefined;
}
