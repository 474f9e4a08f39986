import { compoundParts } from './compounds.ts';
import { findPhrases } from './phrase-book.ts';
import type { Alternative, CitedInQuery, Group, Language, Note, Phrase, QueryPlan, WordFacts } from './query-plan.ts';
import { type Word, wordsOf } from './words.ts';

/** How much each way counts beside the very words. */
const FACTOR = {
  exact: 1,
  apart: 0.5,
  parts: 0.6,
  partsApart: 0.2,
  synonym: 0.3,
  counterpart: 0.5,
  act: 0.2,
  one: 0.12,
  place: 0.01,
} as const;

/** Later words of a very long query are not read. */
const MOST_WORDS = 24;

type Token = Word & { readonly facts: WordFacts };
type Span = { readonly first: number; readonly length: number };

/** The words of a query that facts are needed for: as typed, and the parts of those that are compounds. */
export function wordsToLookUp(query: string, compounds: ReadonlySet<string>): string[] {
  const words = wordsOf(query)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
  return [...new Set(words.flatMap((word) => [word, ...compoundParts(word, compounds)]))];
}

/**
 * Reads a query: law citations first, then places, then words for the same thing, then the other words one by one.
 * All groups should be satisfied; a group is satisfied by any of its alternatives. A part that nothing can satisfy is left out and noted.
 */
export function planQuery(
  query: string,
  cited: readonly CitedInQuery[],
  facts: ReadonlyMap<string, WordFacts>,
  language: Language,
): QueryPlan {
  const notes: Note[] = [];
  const tokens = wordsOf(query)
    .slice(0, MOST_WORDS)
    .map((word) => correct({ ...word, facts: facts.get(word.word) ?? { known: false, instead: [] } }, facts, language, notes));
  const free: (string | undefined)[] = tokens.map(({ word, facts: { stem } }) => stem ?? word);
  const groups: Group[] = [];
  const take = (span: Span, group: Group | undefined) => {
    free.fill(undefined, span.first, span.first + span.length);
    if (group) groups.push(group);
  };
  const reader = { tokens, facts, language, notes };
  for (const citation of cited) take(spanOf(citation, tokens), lawGroup(citation, reader));
  for (const { value, ...span } of findPhrases(free, language.places)) {
    const alone = span.length === tokens.length;
    if (!alone) notes.push({ kind: 'place', typed: typedOf(tokens, span), counties: value });
    const inside = alone ? [] : value.map((code) => ({ lexemes: [`place:${code}`], factor: FACTOR.place }));
    take(span, wordGroup(span, reader, [], inside));
  }
  for (const { value, ...span } of findPhrases(free, language.synonyms)) take(span, wordGroup(span, reader, value, []));
  for (const [first, key] of free.entries())
    if (key !== undefined) take({ first, length: 1 }, wordGroup({ first, length: 1 }, reader, [], []));
  if (groups.length === 0 && notes.length === 0) notes.push({ kind: 'only-common-words' });
  return { groups, notes };
}

/** A word that does not occur is read as the nearest known one, unless its parts are known. */
function correct(token: Token, facts: ReadonlyMap<string, WordFacts>, language: Language, notes: Note[]): Token {
  const { known, stem, instead } = token.facts;
  const parts = compoundParts(token.word, language.compounds);
  if (known || stem === undefined || parts.some((part) => facts.get(part)?.known)) return token;
  const [nearest, ...others] = instead;
  if (!nearest) return token;
  notes.push({ kind: 'corrected', typed: token.word, to: nearest.word, others: others.map(({ word }) => word) });
  return { ...token, word: nearest.word, facts: { stem: nearest.stem, known: true, instead: [] } };
}

type Reader = {
  readonly tokens: readonly Token[];
  readonly facts: ReadonlyMap<string, WordFacts>;
  readonly language: Language;
  readonly notes: Note[];
};

function typedOf(tokens: readonly Token[], { first, length }: Span): string {
  return tokens
    .slice(first, first + length)
    .map(({ word }) => word)
    .join(' ');
}

/** The words typed, the words for the same thing, and what else may satisfy them; undefined when there is nothing to search for. */
function wordGroup(span: Span, reader: Reader, synonyms: readonly Phrase[], inside: readonly Alternative[]): Group | undefined {
  const { tokens, language, notes } = reader;
  const typed = typedOf(tokens, span);
  const direct = directAlternatives(span, reader);
  const shown = direct.flatMap(({ lexemes }) => (lexemes.length === 1 ? lexemes : []));
  const also = synonyms.filter(
    ({ lexemes, text }) => text.toLowerCase() !== typed && exists(lexemes, language) && !isOneOf(lexemes, shown),
  );
  const alternatives = [...direct, ...also.map(({ lexemes }) => ({ lexemes, factor: FACTOR.synonym })), ...inside];
  if (direct.length === 0 && also.length === 0) return undefined;
  if (!alternatives.some(({ lexemes }) => exists(lexemes, language) || lexemes[0]?.startsWith('place:'))) {
    notes.push({ kind: 'unknown', typed });
    return undefined;
  }
  if (also.length > 0) notes.push({ kind: 'synonyms', typed, also: also.map(({ text }) => text) });
  return { typed, alternatives, rarity: rarityOf(direct, also, language) };
}

function directAlternatives({ first, length }: Span, { tokens, facts, language }: Reader): Alternative[] {
  const run = tokens.slice(first, first + length);
  const words = run.flatMap(({ facts: { stem } }, index) => (stem === undefined ? [] : [{ stem, index }]));
  const [only] = words;
  if (!only) return [];
  const lexemes = words.map(({ stem }) => stem);
  if (words.length === 1) return [{ lexemes, factor: FACTOR.exact }, ...partsAlternative(run[only.index], facts, language)];
  return [
    { lexemes, factor: FACTOR.exact, apart: FACTOR.apart },
    ...lexemes.map((lexeme) => ({ lexemes: [lexeme], factor: FACTOR.one, wide: true })),
  ];
}

/** `missbruksvård` is also found where both missbruk and vård stand. The outermost parts are enough: they are indexed with their own. */
function partsAlternative(token: Token | undefined, facts: ReadonlyMap<string, WordFacts>, { compounds }: Language): Alternative[] {
  const lexemes = compoundParts(token?.word ?? '', compounds).flatMap((part) => facts.get(part)?.stem ?? []);
  return lexemes.length > 1 ? [{ lexemes: [...new Set(lexemes)], factor: FACTOR.parts, apart: FACTOR.partsApart }] : [];
}

function lawGroup(citation: CitedInQuery, reader: Reader): Group | undefined {
  const { counterparts, acts, lexemes, text } = citation;
  const law: Alternative[] = [
    ...lexemes.map((one) => ({ lexemes: [one], factor: FACTOR.exact })),
    ...counterparts.map(({ lexeme }) => ({ lexemes: [lexeme], factor: FACTOR.counterpart })),
    ...acts.map((act) => ({ lexemes: [act], factor: FACTOR.act, wide: true })),
  ];
  const words = acts.length === 0 ? directAlternatives(spanOf(citation, reader.tokens), reader) : [];
  const alternatives = [...law, ...words];
  if (!alternatives.some((alternative) => exists(alternative.lexemes, reader.language))) {
    reader.notes.push({ kind: 'unknown', typed: text });
    return undefined;
  }
  const also = counterparts.filter(({ lexeme }) => exists([lexeme], reader.language));
  if (also.length > 0) reader.notes.push({ kind: 'law', typed: text, also: also.map((one) => one.text) });
  return { typed: text, alternatives, rarity: rarityOf(alternatives, [], reader.language) };
}

function spanOf({ start, end }: { start: number; end: number }, tokens: readonly Token[]): Span {
  const first = tokens.findIndex((token) => token.start >= start);
  const length = tokens.filter((token) => token.start >= start && token.end <= end).length;
  return { first: Math.max(0, first), length };
}

function exists(lexemes: readonly string[], { entriesWith }: Language): boolean {
  return lexemes.every((lexeme) => (entriesWith.get(lexeme) ?? 0) > 0);
}

function isOneOf(lexemes: readonly string[], single: readonly string[]): boolean {
  return lexemes.length === 1 && single.includes(lexemes[0] ?? '');
}

/** How telling a group is: the fewer entries its most common word or synonym stands in, the more. */
function rarityOf(direct: readonly Alternative[], also: readonly Phrase[], { entries, entriesWith }: Language): number {
  const inEntries = ({ lexemes }: { lexemes: readonly string[] }) => Math.min(...lexemes.map((lexeme) => entriesWith.get(lexeme) ?? 0));
  const most = Math.max(1, ...direct.filter(({ wide }) => !wide).map(inEntries), ...also.map(inEntries));
  return Math.log(1 + entries / most);
}
