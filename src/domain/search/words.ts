/** A word in a text: lower case, composed, with the place it was found (`text.slice(start, end)`). */
export type Word = { readonly word: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}])*/gu;

/** The words of a text in order: runs of letters and digits. `LVM-rutin` is two words, `16:4` is two. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    found.push({ word: word.normalize('NFC').toLowerCase(), start: index, end: index + word.length });
  }
  return found;
}

/** The words of a text in order, lower case and composed, without their places: the quick way through much text. */
export function wordList(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

const STROKES: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', ß: 'ss', ð: 'd', þ: 'th', ł: 'l' };

/** A word without marks over its letters, so that `vard` and `vård` can be told to be the same keys on another keyboard. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßðþł]/g, (letter) => STROKES[letter] ?? letter);
}
