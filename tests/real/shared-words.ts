/** A text as its words, lower case, joined again where a line break split one; signs and layout do not count. */
export function wordsOf(text: string): string[] {
  const joined = text.normalize('NFC').replace(/(\p{L})-[ \t]*\r?\n[ \t]*(\p{Ll})/gu, '$1$2');
  return joined.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Where a run of so many words begins, for every run of a text. */
export type Runs = {
  readonly length: number;
  readonly words: readonly (readonly string[])[];
  readonly at: ReadonlyMap<string, readonly [number, number]>;
};

/** The runs of `length` words of some texts, to be looked for in others. */
export function runsOf(texts: readonly string[], length: number): Runs {
  const words = texts.map(wordsOf);
  const at = new Map<string, readonly [number, number]>();
  for (const [text, all] of words.entries())
    for (let start = 0; start + length <= all.length; start++) at.set(all.slice(start, start + length).join(' '), [text, start]);
  return { length, words, at };
}

/** Every longest run of at least `runs.length` words that a text shares with the others, as words. */
export function sharedRuns(text: string, runs: Runs): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let start = 0; start + runs.length <= words.length; start++) {
    const place = runs.at.get(words.slice(start, start + runs.length).join(' '));
    if (!place) continue;
    const [other, from] = place;
    let length = runs.length;
    while (words[start + length] !== undefined && words[start + length] === runs.words[other]?.[from + length]) length += 1;
    found.push(words.slice(start, start + length).join(' '));
    start += length - 1;
  }
  return found;
}

/** A text without the phrases that may be as they are in the source; what stands on either side of one is not joined. */
export function withoutPhrases(text: string, phrases: readonly string[]): string[] {
  let parts = [` ${wordsOf(text).join(' ')} `];
  for (const phrase of phrases) parts = parts.flatMap((part) => part.split(` ${wordsOf(phrase).join(' ')} `).map((piece) => ` ${piece} `));
  return parts;
}
