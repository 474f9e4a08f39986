/** What a letter counts as where a reserve number has one: `{ K: 5 }`. */
export type LetterValues = Readonly<Record<string, number>>;

/**
 * The check digit 0–9 that follows `text` by the Luhn method (modulus 10, weights 2 and 1 from the right), or undefined when a
 * character has no value. Source: Skatteverket, SKV 704 Personnummer.
 */
export function luhnDigit(text: string, letters: LetterValues = {}): number | undefined {
  let sum = 0;
  for (const [place, character] of [...text].reverse().entries()) {
    const value = /^[0-9]$/.test(character) ? Number(character) : letters[character];
    if (value === undefined) return undefined;
    const weighted = place % 2 === 0 ? value * 2 : value;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

/** Does `text` end with the check digit of what stands before it? */
export function endsWithLuhn(text: string, letters: LetterValues = {}): boolean {
  return text.length > 1 && luhnDigit(text.slice(0, -1), letters) === Number(text.at(-1));
}
