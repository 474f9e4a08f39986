import type { LawFile } from '../../domain/counties/national-files.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { bestPlaces } from '../../domain/search/best-text.ts';
import { findableLexemes } from '../../domain/search/law-lexemes.ts';
import { type Mark, markText, type Span, worthMost } from '../../domain/search/marks.ts';
import { placesIn } from '../../domain/search/postings.ts';
import { placeOf } from '../../domain/search/presence.ts';
import type { Group } from '../../domain/search/query-plan.ts';
import { type SnippetPiece, snippetOf } from '../../domain/search/snippet.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { Found } from './find-entries.ts';
import type { EntryDetails } from './search.sql.ts';

/** The sentence of an entry that answers the query best: its address, and a piece of it with the hits. */
export type Presenter = (entry: Pick<EntryDetails, 'id' | 'address' | 'parts'>) => { address: string; snippet: SnippetPiece[] };

/** How entries that were found are shown. `words`: what each word is found by. */
export function presenterOf(
  groups: readonly Group[],
  { postings, widened }: Found,
  words: ReadonlyMap<string, readonly string[]>,
  law: LawFile,
): Presenter {
  const sought = new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes)));
  const seeksLaw = [...sought].some((lexeme) => lexeme.startsWith('law:'));
  const mark = (text: string) => {
    const spans: Span[] = seeksLaw ? citationsIn(text, law) : [];
    for (const { word, start, end } of wordsOf(text)) {
      const lexemes = words.get(word);
      if (lexemes?.some((lexeme) => sought.has(lexeme))) spans.push({ start, end, lexemes });
    }
    return markText(spans, groups, widened);
  };
  return ({ id, address, parts }) => {
    // The index does not say which sentence cites a law; then every sentence is looked at, else only those it points out.
    const places = seeksLaw ? -1 : bestPlaces(groups, (lexeme) => placesIn(postings(lexeme), id), widened);
    const first = places === -1 ? places : places & -places;
    const looked = parts.flatMap((part, index) => ((first & placeOf(index)) === 0 ? [] : [{ part, marked: mark(part.text) }]));
    const best = looked[worthMost(looked.map(({ marked }) => marked))];
    if (!best || best.marked.worth === 0) return { address, snippet: snippetOf(parts[0]?.text ?? '', []) };
    const { part, marked } = best;
    const page = address.replace(/#.*$/, '');
    return { address: part.anchor ? `${page}#${part.anchor}` : address, snippet: snippetOf(part.text, withoutOverlap(marked.marks)) };
  };
}

function citationsIn(text: string, law: LawFile): Span[] {
  return parseCitations(text, knownStatutes(law)).map((citation) => ({
    start: citation.start,
    end: citation.end,
    lexemes: findableLexemes(citation),
  }));
}

/** In order; words inside a marked citation are not marked once more. */
function withoutOverlap(marks: readonly Mark[]): Mark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}
