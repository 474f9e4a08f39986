/** The columns of a file of units, as the file has them. */
export const importColumns = [
  'enhet',
  'hsa-id',
  'namn',
  'sort',
  'kommuner',
  'från ålder',
  'till ålder',
  'telefon',
  'e-post',
  'webb',
  'adress',
  'öppet',
  'gäller från',
  'sista dag',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** A row of the file, by the number that a spreadsheet gives it. */
export type ImportRow = { readonly row: number; readonly cells: Readonly<Record<ImportColumn, string>> };

/** Something wrong, with its place. `column` is empty for a fault of the whole row. */
export type ImportFault = {
  readonly row: number;
  readonly column: string;
  readonly code:
    | 'csv-broken'
    | 'column-missing'
    | 'column-unknown'
    | 'column-twice'
    | 'no-rows'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'row-too-long'
    | 'wrong-number-of-columns'
    | 'value-missing'
    | 'value-too-long'
    | 'not-a-day'
    | 'not-an-age'
    | 'not-a-contact'
    | 'not-an-hsa-id'
    | 'unknown-kind'
    | 'unknown-municipality'
    | 'unknown-unit'
    | 'unit-of-other-organisation'
    | 'unit-twice'
    | 'hsa-id-never-changes'
    | 'ages-backwards'
    | 'closed-already'
    | 'not-after-last-change'
    | 'day-has-passed';
};
