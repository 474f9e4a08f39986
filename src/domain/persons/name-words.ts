/** How few letters of a name are looked for: fewer would list everybody. */
export const SHORTEST_NAME = 2;

/**
 * The words of a name as it is looked for: lower case, without signs that separate. Each must begin a word of the name that is found. Empty when
 * fewer than two letters are left.
 */
export function nameWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('').length >= SHORTEST_NAME ? words : [];
}
