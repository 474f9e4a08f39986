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
import { type ReadableEntry, type ReadablePart, wordsIn } from './entry-cache.ts';
import type { Found } from './find-entries.ts';

/** The sentence of an entry that answers the query best: its address, and a piece of it with the hits. */
export type Presenter = (entry: Pick<ReadableEntry, 'id' | 'address' | 'parts'>) => { address: string; snippet: SnippetPiece[] };

/** How entries that were found are shown. `words`: what each word is found by. */
export function presenterOf(
  groups: readonly Group[],
  { postings, widened }: Found,
  words: ReadonlyMap<string, readonly string[]>,
  law: LawFile,
): Presenter {
  const sought = new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes)));
  const seeksLaw = [...sought].some((lexeme) => lexeme.startsWith('law:'));
  const isSought = ({ lexemes }: Span) => lexemes.some((lexeme) => sought.has(lexeme));
  const mark = (part: ReadablePart) => {
    const inWords = wordsIn(part, words).filter(isSought);
    return markText(seeksLaw ? [...citationsIn(part, law), ...inWords] : inWords, groups, widened);
  };
  return ({ id, address, parts }) => {
    const places = bestPlaces(groups, (lexeme) => placesIn(postings(lexeme), id), widened);
    const first = places & -places;
    const looked = parts.filter((_, index) => (first & placeOf(index)) !== 0).map((part) => ({ part, marked: mark(part) }));
    const best = looked[worthMost(looked.map(({ marked }) => marked))];
    if (!best || best.marked.worth === 0) return { address, snippet: snippetOf(parts[0]?.text ?? '', []) };
    const { part, marked } = best;
    const page = address.replace(/#.*$/, '');
    return { address: part.anchor ? `${page}#${part.anchor}` : address, snippet: snippetOf(part.text, withoutOverlap(marked.marks)) };
  };
}

function citationsIn(part: ReadablePart, law: LawFile): readonly Span[] {
  part.citations ??= parseCitations(part.text, knownStatutes(law)).map((citation) => ({
    start: citation.start,
    end: citation.end,
    lexemes: findableLexemes(citation),
  }));
  return part.citations;
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
