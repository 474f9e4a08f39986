/** The longest query that is read, in characters. */
export const LONGEST_QUERY = 200;

/**
 * What a person typed, as it can be searched and shown again: composed letters (å is one character), no control or
 * invisible characters, no halves of characters, one space between words. Empty when nothing readable is left.
 */
export function cleanQuery(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\uFFFD\s]+/gu, ' ')
    .trim();
}
