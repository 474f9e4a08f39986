import type { LawFile } from '../../domain/counties/national-files.ts';
import { type Citation, provisionOf } from '../../domain/law/citation.ts';
import { citedOf, formatCitationShort } from '../../domain/law/format-citation.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';
import { provisionLexeme, soughtLexemes } from '../../domain/search/law-lexemes.ts';
import { planQuery, wordsToLookUp } from '../../domain/search/plan-query.ts';
import type { CitedInQuery, QueryPlan, WordFacts } from '../../domain/search/query-plan.ts';
import { slips, slipsAllowed } from '../../domain/search/spelling.ts';
import { foldWord } from '../../domain/search/words.ts';
import type { Tx } from '../../platform/index.ts';
import { listResemblances, type Resemblance } from './language.sql.ts';
import type { SearchLanguage } from './language.ts';
import { stemsOf } from './stems.sql.ts';

/** Words longer than this are not looked up among misspellings. */
const LONGEST_WORD = 40;

/** Reads a cleaned query on a day: what to search for, and what was done with the words. */
export async function readQuery(
  tx: Tx,
  query: string,
  today: Temporal.PlainDate,
  language: SearchLanguage,
  law: LawFile,
): Promise<QueryPlan> {
  const facts = await factsOf(tx, wordsToLookUp(query, language.compounds), language);
  return planQuery(query, citedInQuery(query, law, today), facts, language);
}

async function factsOf(tx: Tx, words: readonly string[], language: SearchLanguage): Promise<Map<string, WordFacts>> {
  const unheard = words.filter((word) => !language.words.has(word));
  const stems = await stemsOf(tx, unheard);
  const isKnown = (stem: string) => language.entriesWith.has(stem) || language.inSynonyms.has(stem);
  const unknown = unheard.filter((word) => word.length <= LONGEST_WORD && stems.has(word) && !isKnown(stems.get(word) ?? ''));
  const resembling = unknown.length > 0 ? await listResemblances(tx, unknown.map(foldWord)) : new Map<string, Resemblance[]>();
  return new Map(
    words.map((word): [string, WordFacts] => {
      const stem = language.words.get(word)?.[0] ?? stems.get(word);
      if (stem === undefined) return [word, { known: true, instead: [] }];
      const instead = nearest(foldWord(word), resembling.get(foldWord(word)) ?? [], language);
      return [word, { stem, known: language.words.has(word) || isKnown(stem), instead }];
    }),
  );
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

/** The law citations of the query, also in the short form that only stands alone (`SoL 14:1`). */
function citedInQuery(query: string, law: LawFile, today: Temporal.PlainDate): CitedInQuery[] {
  const whole = parseLawReference(query, law);
  return (whole ? [whole] : parseCitations(query, knownStatutes(law))).map((citation) => ({
    start: citation.start,
    end: citation.end,
    text: citation.text,
    lexemes: soughtLexemes(citation),
    counterparts: counterpartsOf(citation, law, today),
    acts: citation.provisions.length === 0 ? [] : soughtLexemes({ ...citation, provisions: [] }),
  }));
}

/** What provisions that no longer apply are called today, in every act the citation may mean. */
function counterpartsOf(citation: Citation, law: LawFile, today: Temporal.PlainDate): CitedInQuery['counterparts'] {
  if (citation.provisions.length === 0) return [];
  const { source } = citation;
  const ids = source.kind === 'name' ? source.candidates : [source.number];
  const found = ids
    .flatMap((id) => resolveCitation({ ...citation, source: citedOf(id, []).source }, law, today).counterparts)
    .flatMap(({ sfs, provisions }) => provisions.map((key) => ({ sfs, key })));
  const sought = new Set(soughtLexemes(citation));
  return found
    .map(({ sfs, key }) => ({
      lexeme: provisionLexeme(sfs, key),
      text: formatCitationShort(citedOf(sfs, [provisionOf(key)]), knownStatutes(law)),
    }))
    .filter(({ lexeme }, index, all) => !sought.has(lexeme) && all.findIndex((other) => other.lexeme === lexeme) === index);
}
