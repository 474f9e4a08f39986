/** What was written, taken apart: the characters without sign, and the sign that stood before the last four. */
export type NumberText = { readonly characters: string; readonly sign: '-' | '+' | undefined };

/** Longer than any spelling of a number with spaces between every character. */
const LONGEST = 40;

const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * Reads the usual spellings: spaces anywhere, any dash, lower case letters, `+` or `-` before the last four characters. Undefined
 * when what is left is not 10 or 12 digits and letters A–Z.
 */
export function readNumberText(text: string): NumberText | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.replace(/\s/g, '').replace(DASHES, '-').toUpperCase();
  const parts = /^([0-9A-Z]{6}|[0-9A-Z]{8})([-+]?)([0-9A-Z]{4})$/.exec(plain);
  if (!parts) return undefined;
  const [, before = '', sign, after = ''] = parts;
  return { characters: before + after, sign: sign === '-' || sign === '+' ? sign : undefined };
}
