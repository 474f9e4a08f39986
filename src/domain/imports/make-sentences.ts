import type { Furniture, ImportedSentence, Notation, Place } from './imported-text.ts';
import { type Joined, joinLines } from './join-lines.ts';
import { trimmed } from './read-cells.ts';
import { sentenceStarts } from './split-sentences.ts';

/** What sentences are made of: the characters, how they show emphasis, and which words the text has elsewhere. */
export type Making = { readonly raw: string; readonly notation: Notation; readonly known: (word: string) => boolean };

/** The words of a text in lower case, compounds with a hyphen also whole: what tells a broken word from a meant hyphen. Those at a break tell nothing. */
export function wordsIn(raw: string): (word: string) => boolean {
  const whole = raw.replaceAll(/[\p{L}\p{N}]+-[ \t\r\v]*[\n\v]\s*[\p{L}\p{N}]+/gu, ' ');
  const words = new Set((whole.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map((word) => word.toLowerCase()));
  return (word) => words.has(word);
}

/** The sentences of some places. What holds signs but no words (`<p></p>`) becomes furniture. `idOf` is asked for each sentence in order. */
export function makeSentences(
  places: readonly Place[],
  { raw, notation, known }: Making,
  idOf: () => string,
  furniture: Furniture[],
): ImportedSentence[] {
  const joined = joinLines(raw, places, notation, known);
  const { text, breaks } = joined;
  if (text.trim() === '') {
    for (const place of clipped(raw, places, 0, raw.length)) furniture.push({ kind: 'mark', text: raw.slice(place.from, place.to), place });
    return [];
  }
  const starts = sentenceStarts(text, breaks);
  const bounds = starts.map((start) => (start === 0 ? 0 : boundary(raw, joined, start)));
  return starts.map((start, index) => ({
    id: idOf(),
    text: text.slice(start, starts[index + 1]).trim(),
    places: clipped(raw, places, bounds[index] ?? 0, bounds[index + 1] ?? raw.length),
  }));
}

/** One sentence of some places, whatever they hold: a heading. */
export function makeHeading(places: readonly Place[], lead: Place | null, { raw, notation, known }: Making, id: string): ImportedSentence {
  const { text } = joinLines(raw, places, notation, known);
  const first = places[0];
  const line = first ? [{ from: lead?.from ?? first.from, to: lineEnd(raw, first.to) }, ...places.slice(1)] : [];
  return { id, text: text.trim(), places: clipped(raw, line, 0, raw.length) };
}

/** The closing signs of a Markdown heading stand after its words on the line. */
function lineEnd(raw: string, to: number): number {
  return to + (/^[ \t]+#+(?=[ \t]*(?:\r|\n|$))/.exec(raw.slice(to, to + 200))?.[0].length ?? 0);
}

/** Where in `raw` the sentence that begins at `start` of the joined text begins, with the marks right before it. */
function boundary(raw: string, { text, at, isMark }: Joined, start: number): number {
  let before = start - 1;
  while (before > 0 && text[before] === ' ') before -= 1;
  const least = (at[before] ?? 0) + 1;
  let place = at[start] ?? 0;
  while (place > least && (isMark(place - 1) || !/\s/.test(raw[place - 1] ?? ''))) place -= 1;
  return place;
}

/** Places within bounds, without white space around them; those that only white space parts become one. */
function clipped(raw: string, places: readonly Place[], from: number, to: number): Place[] {
  const found: Place[] = [];
  for (const place of places) {
    const part = trimmed(raw, { from: Math.max(place.from, from), to: Math.max(Math.max(place.from, from), Math.min(place.to, to)) });
    const last = found.at(-1);
    if (part.to <= part.from) continue;
    if (last && raw.slice(last.to, part.from).trim() === '') found[found.length - 1] = { from: last.from, to: part.to };
    else found.push(part);
  }
  return found;
}
