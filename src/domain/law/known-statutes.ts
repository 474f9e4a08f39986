import type { LawFile } from '../counties/national-files.ts';
import { addName, emptyTrie, type NameNode } from './name-trie.ts';
import { tokenize } from './tokens.ts';

/** An act or other source as the parser and the formatter need it. */
export type KnownSource = {
  id: string;
  /** In the definite form, as running text has it: `socialtjänstlagen`, `lagen … om psykiatrisk tvångsvård`. */
  definite: { before: string; after: string };
  /** What follows the number in a title of the form `Lag (n) om …`, as lower case tokens. */
  tail: readonly string[];
  abbreviation?: string;
};

/** Everything that can be recognised by number or by name. `candidates` of a name are ids, oldest first. */
export type KnownStatutes = {
  sources: ReadonlyMap<string, KnownSource>;
  candidates: ReadonlyMap<string, readonly string[]>;
  names: NameNode;
  abbreviations: NameNode;
};

const NUMBERED_TITLE = /^(.*?) \(\d{4}:\d+\)(.*)$/;
const DEFINITE = /(lag|förordning|balk)$/i;

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function keysOf(name: string): string[] {
  return tokenize(name).map((token) => token.lower);
}

function exactKeysOf(abbreviation: string): string[] {
  return tokenize(abbreviation).map((token) => token.key);
}

function withoutEtcetera(tail: string): string {
  return tail.replace(/ m\.\s?m\.$/, '');
}

function sourceOf(id: string, title: string, abbreviation: string | undefined): KnownSource {
  const [, before = lowerFirst(title), after = ''] = NUMBERED_TITLE.exec(lowerFirst(title)) ?? [];
  const definite = { before: DEFINITE.test(before) ? `${before}en` : before, after };
  const base = { id, definite, tail: keysOf(withoutEtcetera(after)) };
  return abbreviation === undefined ? base : { ...base, abbreviation };
}

/** The names a title gives rise to: indefinite, definite and their genitives. */
function titleNames(title: string): string[] {
  const match = NUMBERED_TITLE.exec(lowerFirst(title));
  if (!match?.[1] || !DEFINITE.test(match[1])) return [];
  const tail = withoutEtcetera(match[2] ?? '');
  if (tail === '') return ['', 's', 'en', 'ens'].map((ending) => `${match[1]}${ending}`);
  return ['', 'en'].map((ending) => `${match[1]}${ending}${tail}`);
}

type Named = { id: string; title: string; abbreviation?: string | undefined; names: readonly string[] };

/** Acts first, other sources after; both in the order of their numbers, so that candidates come oldest first. */
function namedSources(law: LawFile): Named[] {
  const yearOf = (id: string) => Number(/\d{4}/.exec(id)?.[0] ?? 0);
  const statutes = law.statutes.map((statute) => ({ ...statute, id: statute.sfs }));
  return [...statutes, ...law.other].toSorted((a, b) => yearOf(a.id) - yearOf(b.id));
}

function build(law: LawFile): KnownStatutes {
  const sources = new Map<string, KnownSource>();
  const candidates = new Map<string, string[]>();
  const names = emptyTrie();
  const abbreviations = emptyTrie();
  for (const { id, title, abbreviation, names: aliases } of namedSources(law)) {
    sources.set(id, sourceOf(id, title, abbreviation));
    const spoken = [...titleNames(title), ...aliases];
    // One name for all spellings: SoL and socialtjänstlagen are both found as SoL.
    const name = abbreviation ?? spoken[0];
    if (name === undefined) continue;
    candidates.set(name, [...(candidates.get(name) ?? []), id]);
    if (abbreviation !== undefined) addName(abbreviations, exactKeysOf(abbreviation), name);
    for (const alias of spoken) addName(names, keysOf(alias), name);
  }
  return { sources, candidates, names, abbreviations };
}

const built = new WeakMap<LawFile, KnownStatutes>();

/** What the parser can recognise by number or name in a law file. Built once for each file. */
export function knownStatutes(law: LawFile): KnownStatutes {
  let known = built.get(law);
  if (!known) {
    known = build(law);
    built.set(law, known);
  }
  return known;
}
