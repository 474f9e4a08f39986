import type { ImportedText, Place } from './imported-text.ts';
import { everyMarker, everySentence } from './walk.ts';

/** What is wrong with a tree: signs that stand nowhere in it, or twice; an address given twice; words that are not those of their place. */
export type CoverageFault = {
  readonly kind: 'lost' | 'twice' | 'address-twice' | 'invented';
  readonly place: Place;
  readonly text: string;
};

/** Compares a tree with its characters. Empty when nothing is lost, nothing stands twice and nothing is invented. */
export function coverageFaults(text: ImportedText): CoverageFault[] {
  const sentences = everySentence(text);
  const places = [...sentences.flatMap((one) => one.places), ...everyMarker(text), ...text.furniture.map(({ place }) => place)];
  const faults: CoverageFault[] = [];
  const tell = (kind: CoverageFault['kind'], place: Place) => faults.push({ kind, place, text: text.raw.slice(place.from, place.to) });
  let reached = 0;
  for (const place of places.sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (place.from < reached) tell('twice', place);
    else if (text.raw.slice(reached, place.from).trim() !== '') tell('lost', { from: reached, to: place.from });
    reached = Math.max(reached, place.to);
  }
  if (text.raw.slice(reached).trim() !== '') tell('lost', { from: reached, to: text.raw.length });
  const ids = new Set<string>();
  for (const { id, places: own } of sentences) {
    if (ids.has(id)) tell('address-twice', own[0] ?? { from: 0, to: 0 });
    ids.add(id);
  }
  for (const one of sentences) if (!placesOfWords(text, one)) tell('invented', one.places[0] ?? { from: 0, to: 0 });
  return faults;
}

/** What may stand in the places of a sentence and not in its text: marks of emphasis and links, tags, and hyphens that broke a word. */
const UNSAID = /\*+|\]\([^()]*\)|!?\[|<\/?[a-z][^<>]*>|-|#+/iy;

/**
 * Where each sign of a sentence's text stands in `raw` (a space: where the white space began). Undefined when the text is not that of its places:
 * nothing may be left out but marks, hyphens that broke a word, the number and signs of a heading, and white space.
 */
export function placesOfWords(
  text: ImportedText,
  sentence: { readonly text: string; readonly places: readonly Place[] },
): number[] | undefined {
  const all = sentence.places.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
  const at = all.filter((place) => !/[\s\u00ad]/.test(text.raw[place] ?? ''));
  const signs = at.map((place) => text.raw[place]).join('');
  const found: number[] = [];
  let next = leadOf(signs, sentence.text);
  for (const sign of sentence.text.split('')) {
    if (/\s/.test(sign)) {
      found.push((found.at(-1) ?? -1) + 1);
      continue;
    }
    while (next < signs.length && signs[next] !== sign) {
      const length = unsaidAt(signs, next);
      if (length === 0) return undefined;
      next += length;
    }
    const place = at[next];
    if (place === undefined) return undefined;
    found.push(place);
    next += 1;
  }
  for (; next < signs.length; next += unsaidAt(signs, next)) if (unsaidAt(signs, next) === 0) return undefined;
  return found;
}

function unsaidAt(signs: string, at: number): number {
  UNSAID.lastIndex = at;
  return UNSAID.exec(signs)?.[0].length ?? 0;
}

/** How many signs stand before the words of a heading: number signs and its number. */
function leadOf(signs: string, words: string): number {
  const lead = /^#*(\d{1,2}(\.\d{1,2})*\.?)?/.exec(signs)?.[0] ?? '';
  const start = words.replaceAll(/\s/g, '').slice(0, lead.length);
  return lead !== '' && !signs.startsWith(start) ? lead.length : 0;
}
