import type { Section } from '../counties/agreement-file.ts';
import type { DraftFile } from './draft-file.ts';
import { findSection, mapSection } from './draft-file.ts';

/** A sentence as it is typed: one a line, and items of a list begin with a hyphen. */
type Line = { readonly text: string; readonly item: boolean };

/** How alike two sentences must be to be the same one, changed: this share of their words in common. */
const SAME = 0.4;

/** The sentences of a section as lines of a form; of those with these ids, when they are named. */
export function linesOf({ sentences }: Section, ids: readonly string[] = Object.keys(sentences)): string {
  return ids
    .flatMap((id) => sentences[id] ?? [])
    .map((sentence) => (typeof sentence === 'string' ? sentence : `- ${sentence.text}`))
    .join('\n');
}

function readLines(typed: string): Line[] {
  return typed.split(/\r?\n/).flatMap((line) => {
    const written = line.trim();
    const item = /^[-–•*]\s+/.test(written);
    const text = (item ? written.replace(/^[-–•*]\s+/, '') : written).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ text, item }];
  });
}

/** A section as it is typed. `rewritten`: a sentence that was written anew as this one, however unlike. */
export type TypedSection = {
  readonly heading: string;
  readonly lines: string;
  readonly rewritten?: { readonly id: string; readonly text: string } | undefined;
};

/**
 * A section with other text. A sentence that is unchanged, or changed but still recognisable in its place, keeps its id, since terms and comments point at
 * it; a new one gets a number that no sentence of the section has had before.
 */
export function writeSection(draft: DraftFile, id: string, typed: TypedSection): DraftFile {
  const section = findSection(draft.text.sections, id);
  if (!section) return draft;
  const old = Object.entries(section.sentences).map(([key, value]) => ({ key, text: typeof value === 'string' ? value : value.text }));
  const lines = readLines(typed.lines);
  const keys = keysFor(old, lines, typed.rewritten);
  let last = Math.max(draft.spent[id] ?? 0, ...old.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0)));
  const sentences = Object.fromEntries(
    lines.map(({ text, item }, index) => {
      const key = keys[index] ?? `a${++last}`;
      return [key, item ? { text, item: true as const } : text];
    }),
  );
  const changed = { ...section, heading: typed.heading.trim() || section.heading, sentences };
  return {
    ...draft,
    text: { ...draft.text, sections: mapSection(draft.text.sections, id, () => changed) },
    spent: { ...draft.spent, [id]: last },
  };
}

/** For each line the id it keeps, or undefined when it is new: the one that is said to be rewritten, then equal sentences, then those alike, each id once. */
function keysFor(
  all: readonly { key: string; text: string }[],
  lines: readonly Line[],
  rewritten: TypedSection['rewritten'],
): (string | undefined)[] {
  const own = all.find(({ key }) => key === rewritten?.id);
  const at = own ? lines.findIndex(({ text }) => text === rewritten?.text) : -1;
  const old = at < 0 ? all : all.filter((one) => one !== own);
  const free = new Set(old.map(({ key }) => key));
  const byText = Map.groupBy(old, ({ text }) => text);
  const keys = lines.map(({ text }, index) => {
    if (index === at) return own?.key;
    const same = byText.get(text)?.shift()?.key;
    if (same !== undefined) free.delete(same);
    return same;
  });
  const left = old.filter(({ key }) => free.has(key)).map(({ key, text }) => ({ key, words: wordsOf(text) }));
  const alike = lines.flatMap(({ text }, index) => {
    if (keys[index] !== undefined) return [];
    const words = wordsOf(text);
    return left.map((was) => ({ index, key: was.key, likeness: likeness(was.words, words) })).filter((pair) => pair.likeness >= SAME);
  });
  for (const { index, key } of alike.sort((a, b) => b.likeness - a.likeness)) {
    if (keys[index] !== undefined || !free.has(key)) continue;
    keys[index] = key;
    free.delete(key);
  }
  return keys;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
}
