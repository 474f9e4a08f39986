/**
 * Lines of cells as CSV for spreadsheets: semicolons, CRLF and a byte order mark, as Swedish Excel expects. A cell that begins
 * like a formula is kept as text.
 */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

/** Signs that begin a formula, also full-width, small and mathematical ones: some spreadsheets read those as the plain ones. */
const FORMULA = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212';
/** What is not seen before them: spaces of every width, controls, marks that join or direct, blank letters. */
const UNSEEN = '\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Mn}\u115F\u1160\u2800\u3164\uFFA0';
const FORMULA_LIKE = new RegExp(`^(?:[\\t\\r]|[${UNSEEN}]*[${FORMULA}])`, 'u');

/** Might a spreadsheet compute this cell instead of showing it? */
export function beginsLikeFormula(text: string): boolean {
  return FORMULA_LIKE.test(text);
}

function cellOf(text: string): string {
  const safe = beginsLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
