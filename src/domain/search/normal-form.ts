/** Endings that PostgreSQL's Swedish stemmer leaves, with what is left of the word without them. The first that fits is taken. */
const ENDINGS: readonly { readonly ending: RegExp; readonly length: number }[] = [
  // Neuter with its article: missbruket, ansvarets. Not -het (delaktighet) and -andet (erbjudandet), which the stemmer takes care of.
  { ending: /(?<!h|and)ets?$/u, length: 3 },
  // Adjectives in neuter: lokalt, psykiskt, individuellt, förebyggande is untouched.
  { ending: /(?<=al|sk|ell|iv|är)t$/u, length: 4 },
];

/** A word in the form that the stemmer is given: `missbruket` as `missbruk`, `lokalt` as `lokal`. Lower case in and out. */
export function normalForm(word: string): string {
  for (const { ending, length } of ENDINGS) {
    const bare = word.replace(ending, '');
    if (bare !== word && bare.length >= length) return bare;
  }
  return word;
}
