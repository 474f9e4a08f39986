import type { CountyFile } from '../../counties/county-file.ts';
import { slips } from '../../search/spelling.ts';

type Body = CountyFile['bodies'][number];

/** A way a body is written, as stems. `short`: only the head of its name, which several bodies may share. */
export type BodyName = { readonly id: string; readonly words: readonly string[]; readonly short: boolean };

/** One word that by itself may stand for a body: `Strategigrupp`, `RSS`. */
const GROUP = /\p{L}{4}(?:grupp|råd|nätverk|nämnd|forum|utskott)(?:en|et|t)?$/u;
const ABBREVIATION = /^\p{Lu}{3,}$/u;

const TAIL = /^(?:för|i|på|inom|hos|av)$/;

/** A word without case, genitive and definite ending, so that `Tjänsteledningen` and `tjänsteledning` are one. */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (lower.length < 5) return lower;
  return lower.replace(/(?<=\p{L}{4})(?:ens|ets|ns|en|et|erna|n|s)$/u, '');
}

const wordsOf = (text: string) => text.split(/[\s/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The ways one body is written: its names in full, the head before `för`, `i` …, and its abbreviation. */
function namesOf(body: Body): BodyName[] {
  const full = [body.name, ...(body['also-called'] ?? [])].map((name) => wordsOf(name));
  const heads = full.map((words) => words.slice(0, words.findIndex((word) => TAIL.test(word.toLowerCase())) >>> 0));
  const firsts = full.map((words) => words.slice(0, 1)).filter(([word = '']) => GROUP.test(word) || ABBREVIATION.test(word));
  const shorts = [...heads.filter((words) => words.join('').length >= 8), ...firsts];
  const all: BodyName[] = [
    ...full.map((words) => ({ id: body.id, words: words.map(stem), short: false })),
    ...shorts.map((words) => ({ id: body.id, words: words.map(stem), short: true })),
  ];
  const keys = all.map(({ words }) => words.join(' '));
  return all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** Every way the bodies of a county are written. */
export function bodyNames(bodies: readonly Body[]): BodyName[] {
  return bodies.flatMap(namesOf);
}

type Word = { readonly stem: string; readonly from: number; readonly to: number };
/** A body found: `ids` has several when the short form fits more than one. */
export type FoundBody = { readonly ids: readonly string[]; readonly from: number; readonly to: number; readonly short: boolean };

function near(a: string, b: string): boolean {
  if (a === b) return true;
  // A slip in the first letter is rare, and this is asked of every word.
  if (a.length < 9 || b.length < 9 || a[0] !== b[0]) return false;
  return slips(a, b, 2) <= (Math.min(a.length, b.length) < 10 ? 1 : 2);
}

function fits(words: readonly Word[], at: number, name: readonly string[]): number {
  const isThere = name.every((part, offset) => near(words[at + offset]?.stem ?? '', part));
  if (isThere) return name.length;
  // A single long word may have been torn in two: `Länschefs nätverket`.
  const [only] = name;
  const parts = [words[at]?.stem ?? '', words[at + 1]?.stem ?? ''];
  const torn = parts.every((part) => part.length > 3) ? parts.join('') : '';
  return name.length === 1 && only !== undefined && only.length > 11 && near(torn, only) ? 2 : 0;
}

/** The bodies named in a text, in order and without overlap; names in full before short forms, long before short, slips of the pen allowed. */
export function findBodies(text: string, names: readonly BodyName[]): FoundBody[] {
  const words = [...text.matchAll(/[\p{L}\p{N}-]+/gu)].map((match) => ({
    stem: stem(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const all = words.flatMap((word, at) =>
    names.flatMap(({ id, words: name, short }) => {
      const length = fits(words, at, name);
      return length === 0 ? [] : [{ id, from: word.from, to: words[at + length - 1]?.to ?? word.to, short }];
    }),
  );
  all.sort((a, b) => b.to - b.from - (a.to - a.from) || Number(a.short) - Number(b.short) || a.from - b.from);
  const kept: { ids: string[]; from: number; to: number; short: boolean }[] = [];
  for (const one of all) {
    const over = kept.find((other) => one.from < other.to && other.from < one.to);
    if (!over) kept.push({ ids: [one.id], from: one.from, to: one.to, short: one.short });
    else if (over.from === one.from && over.to === one.to && over.short === one.short && !over.ids.includes(one.id)) over.ids.push(one.id);
  }
  return kept.sort((a, b) => a.from - b.from);
}
