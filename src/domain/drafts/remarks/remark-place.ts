import { type Anchored, anchorAt, anchoredIn } from '../anchor.ts';
import type { DraftText } from '../draft-file.ts';
import { placesOf, writtenOut } from '../places.ts';

/** Where a remark was put: a place of the draft (`places.ts`; empty for the whole), in a section perhaps a sentence; and what stood there then. */
export type RemarkPlace = { readonly place: string; readonly sentence?: string | undefined; readonly words: string };

const SECTION = 'section:';

/** The section that a place is, or undefined for one that is none. */
export function sectionOf(place: string): string | undefined {
  return place.startsWith(SECTION) ? place.slice(SECTION.length) : undefined;
}

/** A place as it stands in a text; undefined when the text has no such place. Of a term or a row the words are all that it holds, written out. */
export function remarkPlaceIn(text: DraftText, place: string, sentence?: string): RemarkPlace | undefined {
  const section = sectionOf(place);
  if (section !== undefined) {
    const anchor = anchorAt(sentence === undefined ? section : `${section}.${sentence}`, text);
    return anchor?.section === undefined ? undefined : { place, sentence, words: anchor.words };
  }
  if (place === '') return { place, words: '' };
  const held = placesOf(text);
  return held.has(place) && sentence === undefined ? { place, words: writtenOut(held.get(place)) } : undefined;
}

/** What has become of the place of a remark in a later text. Terms and rows stay where they are, so they are never moved. */
export function remarkPlaceNow({ place, sentence, words }: RemarkPlace, text: DraftText): Anchored {
  const section = sectionOf(place);
  if (section !== undefined) return anchoredIn({ section, words, ...(sentence === undefined ? {} : { sentence }) }, text);
  const now = remarkPlaceIn(text, place);
  if (!now) return { is: 'gone' };
  return { is: now.words === words ? 'same' : 'changed', at: place, words: now.words };
}
