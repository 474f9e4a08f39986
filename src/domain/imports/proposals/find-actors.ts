import type { ActorPattern } from './actor-patterns.ts';
import { UNIT_ENDINGS } from './vocabulary/actors.ts';

/** An actor found in a text: `name` is exactly `slice(from, to)`. */
export type FoundActor = {
  readonly actor: string;
  readonly name: string;
  readonly authority: 'region' | 'municipality' | 'both' | 'external' | 'unknown';
  readonly performers: readonly string[];
  readonly from: number;
  readonly to: number;
};

/** Every actor of the vocabulary in a text, in order and without overlap; where two begin at the same place or overlap, the longer. */
export function findActors(text: string, patterns: readonly ActorPattern[]): FoundActor[] {
  const lower = text.toLowerCase();
  const all = patterns.flatMap(({ actor, authority, performers, pattern }) =>
    [...lower.matchAll(pattern)].map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      return { actor, authority, performers, name: text.slice(from, to), from, to };
    }),
  );
  all.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: FoundActor[] = [];
  for (const one of all) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

const UNIT = new RegExp(`(?<!\\p{L})\\p{L}*${UNIT_ENDINGS}(?:en|n|et|t|na|ns|er|erna|ar|arna|are|aren)?(?!\\p{L})`, 'giu');

/** The last word of a text that names a unit, a post or a group which no vocabulary knows; undefined when there is none. */
export function findUnit(text: string): FoundActor | undefined {
  const match = [...text.matchAll(UNIT)].at(-1);
  if (!match) return undefined;
  const from = match.index;
  const name = match[0];
  return { actor: 'named', name, authority: 'unknown', performers: [], from, to: from + name.length };
}
