import type { WordFacts } from '../../domain/search/query-plan.ts';
import { slips, slipsAllowed } from '../../domain/search/spelling.ts';
import { foldWord } from '../../domain/search/words.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { listResemblances, type Resemblance } from './language.sql.ts';
import type { SearchLanguage } from './language.ts';
import { stemsOf } from './stems.sql.ts';

/** Words longer than this are not looked up among misspellings. */
const LONGEST_WORD = 40;

/** Words that no entry holds, of which the facts are remembered. */
const MOST_WORDS = 2000;

const cacheOf = perRevision(async () => new Map<string, WordFacts>());

/** What the index knows of words. Those of its own cost nothing; of others the stem, and what they may be a slip for, are asked for once. */
export async function factsOf(tx: Tx, words: readonly string[], language: SearchLanguage): Promise<ReadonlyMap<string, WordFacts>> {
  const cache = await cacheOf(tx);
  const facts = new Map<string, WordFacts>();
  const unheard: string[] = [];
  for (const word of words) {
    const stem = language.words.get(word)?.[0];
    const known = stem === undefined ? cache.get(word) : { stem, known: true, instead: [] };
    if (known) facts.set(word, known);
    else unheard.push(word);
  }
  for (const [word, asked] of unheard.length > 0 ? await askFacts(tx, unheard, language) : []) {
    facts.set(word, asked);
    if (word.length > LONGEST_WORD) continue;
    if (cache.size >= MOST_WORDS) cache.delete(cache.keys().next().value ?? '');
    cache.set(word, asked);
  }
  return facts;
}

async function askFacts(tx: Tx, words: readonly string[], language: SearchLanguage): Promise<[string, WordFacts][]> {
  const stems = await stemsOf(tx, words);
  const isKnown = (stem: string) => language.entriesWith.has(stem) || language.inSynonyms.has(stem);
  const unknown = words.filter((word) => word.length <= LONGEST_WORD && stems.has(word) && !isKnown(stems.get(word) ?? ''));
  const resembling = unknown.length > 0 ? await listResemblances(tx, unknown.map(foldWord)) : new Map<string, Resemblance[]>();
  return words.map((word) => {
    const stem = stems.get(word);
    if (stem === undefined) return [word, { known: true, instead: [] }];
    const instead = nearest(foldWord(word), resembling.get(foldWord(word)) ?? [], language);
    return [word, { stem, known: isKnown(stem), instead }];
  });
}

/** The words that were most likely meant: fewest slips first (a beginning of a word counts between one and two), then the most common. */
function nearest(folded: string, resembling: readonly Resemblance[], { entriesWith }: SearchLanguage): Resemblance[] {
  const most = slipsAllowed(folded.length);
  const distanceTo = (other: string) => Math.min(slips(folded, other, most), other.startsWith(folded) ? 1.5 : Number.POSITIVE_INFINITY);
  const common = ({ stem }: Resemblance) => entriesWith.get(stem) ?? 0;
  return resembling
    .map((one) => ({ ...one, distance: distanceTo(one.folded) }))
    .filter(({ distance }) => distance <= Math.max(most, 1.5))
    .sort((a, b) => a.distance - b.distance || common(b) - common(a) || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .filter(({ stem }, index, all) => all.findIndex((other) => other.stem === stem) === index)
    .slice(0, 3);
}
