import type { LawFile } from '../../domain/counties/national-files.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { soughtLexemes } from '../../domain/search/law-lexemes.ts';
import { bestText, type Marked, markText, type Span } from '../../domain/search/marks.ts';
import type { Group } from '../../domain/search/query-plan.ts';
import { type SnippetPiece, snippetOf } from '../../domain/search/snippet.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { EntryDetails } from './search.sql.ts';

/** Finds what to mark in a text. */
export type Marker = (text: string) => Marked;

/** What marks the hits of a query. `words`: what each word is found by. `widened`: also what satisfies only part of the query. */
export function markerOf(groups: readonly Group[], words: ReadonlyMap<string, readonly string[]>, law: LawFile, widened: boolean): Marker {
  const sought = new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes)));
  const seeksLaw = [...sought].some((lexeme) => lexeme.startsWith('law:'));
  return (text) => {
    const spans: Span[] = seeksLaw ? citationsIn(text, law) : [];
    for (const { word, start, end } of wordsOf(text)) {
      const lexemes = words.get(word);
      if (lexemes?.some((lexeme) => sought.has(lexeme))) spans.push({ start, end, lexemes });
    }
    const { marks, worth } = markText(spans, groups, widened);
    return { marks: withoutOverlap(marks), worth };
  };
}

function citationsIn(text: string, law: LawFile): Span[] {
  return parseCitations(text, knownStatutes(law)).map((citation) => ({
    start: citation.start,
    end: citation.end,
    lexemes: soughtLexemes(citation),
  }));
}

/** In order; words inside a marked citation are not marked once more. */
function withoutOverlap(marks: Marked['marks']): Marked['marks'] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}

/** The sentence of an entry that answers the query best: its address, and a piece of it with the hits. */
export function showEntry(
  { address, parts }: Pick<EntryDetails, 'address' | 'parts'>,
  marker: Marker,
): { address: string; snippet: SnippetPiece[] } {
  const marked = parts.map(({ text }) => marker(text));
  const best = bestText(marked);
  const part = parts[best];
  if (!part) return { address, snippet: [] };
  const isHit = (marked[best]?.worth ?? 0) > 0;
  const page = address.replace(/#.*$/, '');
  return { address: part.anchor && isHit ? `${page}#${part.anchor}` : address, snippet: snippetOf(part.text, marked[best]?.marks ?? []) };
}
