import type { ImportedSentence } from '../imported-text.ts';

/** Where each character of a sentence's text stands in `raw`; -1 for a space that joins two lines. */
function positionsOf(sentence: ImportedSentence, raw: string): number[] {
  const held: number[] = [];
  for (const { from, to } of sentence.places) for (let at = from; at < to; at++) if (/\S/.test(raw.charAt(at))) held.push(at);
  let next = 0;
  return [...sentence.text].flatMap((letter) => {
    const units = Array.from({ length: letter.length }, () => -1);
    if (/\s/.test(letter)) return units;
    // Marks and hyphens at broken lines are in `raw` alone: pass them by.
    let at = next;
    while (at < held.length && raw.charAt(held[at] ?? 0) !== letter.charAt(0)) at += 1;
    if (at >= held.length) return units;
    next = at + letter.length;
    return units.map((_, unit) => held[at + unit] ?? -1);
  });
}

/**
 * The ranges of `raw` that hold `text.slice(from, to)` of a sentence, in order: one for each of its places that it touches.
 * Empty when the range holds nothing but white space.
 */
export function locateSpan(sentence: ImportedSentence, raw: string, from: number, to: number): { from: number; to: number }[] {
  const at = positionsOf(sentence, raw)
    .slice(from, to)
    .filter((position) => position >= 0);
  const first = at[0];
  const last = at.at(-1);
  if (first === undefined || last === undefined) return [];
  return sentence.places.flatMap((place) => {
    const start = Math.max(first, place.from);
    const end = Math.min(last + 1, place.to);
    return start < end ? [{ from: start, to: end }] : [];
  });
}
