import type { LawFile } from '../../domain/counties/national-files.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { soughtLexemes } from '../../domain/search/law-lexemes.ts';
import type { Group } from '../../domain/search/query-plan.ts';
import { bestText, type Hit, hitsIn, type SnippetPiece, snippetOf } from '../../domain/search/snippet.ts';
import type { EntryDetails } from './search.sql.ts';

/** Finds what to mark in a text. `words`: every word, as it is written, that satisfies some part of the query. */
export type Marker = { readonly words: ReadonlySet<string>; readonly rarities: readonly number[]; hits(text: string): Hit[] };

/** What marks the hits of a query. `surfaces`: the words that its lexemes are written as. */
export function markerOf(
  groups: readonly Group[],
  surfaces: readonly { word: string; lexemes: readonly string[] }[],
  law: LawFile,
): Marker {
  const groupsOf = new Map<string, number[]>();
  for (const [index, { alternatives }] of groups.entries()) {
    for (const lexeme of alternatives.flatMap(({ lexemes }) => lexemes)) groupsOf.set(lexeme, [...(groupsOf.get(lexeme) ?? []), index]);
  }
  const words = new Map(surfaces.map(({ word, lexemes }) => [word, lexemes.flatMap((lexeme) => groupsOf.get(lexeme) ?? [])]));
  const seeksLaw = [...groupsOf.keys()].some((lexeme) => lexeme.startsWith('law:'));
  return {
    words: new Set(words.keys()),
    rarities: groups.map(({ rarity }) => rarity),
    hits: (text) => (seeksLaw ? merge(citationsIn(text, law, groupsOf), hitsIn(text, words)) : hitsIn(text, words)),
  };
}

function citationsIn(text: string, law: LawFile, groupsOf: ReadonlyMap<string, readonly number[]>): Hit[] {
  return parseCitations(text, knownStatutes(law)).flatMap((citation) => {
    const groups = soughtLexemes(citation).flatMap((lexeme) => groupsOf.get(lexeme) ?? []);
    return groups.length > 0 ? [{ start: citation.start, end: citation.end, groups }] : [];
  });
}

/** Words inside a marked citation are not marked once more. */
function merge(citations: readonly Hit[], words: readonly Hit[]): Hit[] {
  const outside = words.filter(({ start, end }) => !citations.some((citation) => citation.start < end && start < citation.end));
  return [...citations, ...outside].sort((a, b) => a.start - b.start);
}

/** The sentence of an entry that answers the query best: its address, and a piece of it with the hits. */
export function showEntry({ address, parts }: EntryDetails, marker: Marker): { address: string; snippet: SnippetPiece[] } {
  const hits = parts.map(({ text }) => marker.hits(text));
  const best = bestText(hits, marker.rarities);
  const part = parts[best];
  if (!part) return { address, snippet: [] };
  const anchored = part.anchor && (hits[best]?.length ?? 0) > 0 ? `${address.replace(/#.*$/, '')}#${part.anchor}` : address;
  return { address: anchored, snippet: snippetOf(part.text, hits[best] ?? []) };
}
