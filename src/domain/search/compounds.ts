/** One piece of a compound: the word it stands for, and its letters in the compound with linking letters and endings. */
export type Piece = { readonly part: string; readonly text: string };

const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 6;

/** Endings of the last piece: missbruksvård-en, insats-erna. */
const ENDINGS = new Set(
  'a an ans ar ars arna arnas ares e en ens er ers erna ernas es et ets n na nas ns or orna ornas r rna rnas s t ts'.split(' '),
);

/** How `part` may be written inside a compound: as it is, with a linking letter, or with its last a changed (hälsa → hälso). */
function formsInside(part: string): string[] {
  const linked = [`${part}s`, part];
  return part.endsWith('a') ? [...linked, ...['o', 'u', 'e', ''].map((link) => part.slice(0, -1) + link)] : [...linked, `${part}e`];
}

/** What was worked out of a lexicon: how its parts are written, and the parts of the words that were last asked about. */
type Known = { readonly inside: ReadonlyMap<string, string>; readonly longest: number; readonly parts: Map<string, readonly string[]> };
const known = new WeakMap<ReadonlySet<string>, Known>();

/** Words whose parts are remembered, and the longest of them. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 40;

function knownOf(lexicon: ReadonlySet<string>): Known {
  let found = known.get(lexicon);
  if (!found) {
    const inside = new Map<string, string>();
    for (const part of lexicon) for (const form of formsInside(part)) if (!inside.has(form) || lexicon.has(form)) inside.set(form, part);
    found = { inside, longest: Math.max(0, ...[...inside.keys()].map((form) => form.length)), parts: new Map() };
    known.set(lexicon, found);
  }
  return found;
}

/** The last piece: a part of the lexicon with or without an ending. */
function lastPiece(text: string, lexicon: ReadonlySet<string>): Piece | undefined {
  if (lexicon.has(text)) return { part: text, text };
  for (let cut = text.length - 1; cut >= Math.max(SHORTEST_PART, text.length - 5); cut--) {
    if (lexicon.has(text.slice(0, cut)) && ENDINGS.has(text.slice(cut))) return { part: text.slice(0, cut), text };
  }
  return undefined;
}

/**
 * The pieces of a Swedish compound whose every piece is in the lexicon (lower case), as few as possible; their texts put
 * together are the word. Empty when the word is not such a compound. Linking s, e, o and u belong to the piece before.
 */
export function splitCompound(word: string, lexicon: ReadonlySet<string>): Piece[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  const { inside, longest } = knownOf(lexicon);
  // best[i]: the fewest pieces that make up word.slice(i); a word of its own does not count as a compound.
  const best: (Piece[] | undefined)[] = [];
  for (let start = word.length - SHORTEST_PART; start >= 0; start--) {
    const whole = start > 0 ? lastPiece(word.slice(start), lexicon) : undefined;
    let found = whole && [whole];
    for (let end = Math.min(word.length - SHORTEST_PART, start + longest); end >= start + SHORTEST_PART; end--) {
      const part = inside.get(word.slice(start, end));
      const rest = best[end];
      if (part !== undefined && rest && (!found || rest.length + 1 < found.length))
        found = [{ part, text: word.slice(start, end) }, ...rest];
    }
    best[start] = found;
  }
  return best[0] ?? [];
}

/** Every part a word is made of, and what those are made of in turn: hemsjukvård → hem, sjukvård, sjuk, vård. */
export function compoundParts(word: string, lexicon: ReadonlySet<string>): readonly string[] {
  const remembered = knownOf(lexicon).parts;
  const found = remembered.get(word);
  if (found) return found;
  const pieces = splitCompound(word, lexicon).map(({ part }) => part);
  const parts = [...new Set(pieces.flatMap((part) => [part, ...compoundParts(part, lexicon)]))];
  if (word.length > LONGEST_REMEMBERED) return parts;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, parts);
  return parts;
}
