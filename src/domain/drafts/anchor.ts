import { z } from 'zod';
import { sectionsOf, sentencesIn } from '../agreements/sections.ts';
import type { Section } from '../counties/agreement-file.ts';
import type { DraftText } from './draft-file.ts';

/**
 * Where a remark on a text was put, and the words that stood there then: a sentence, a section (its heading and its sentences, one a line)
 * or, without a section, the whole.
 */
export const Anchor = z.strictObject({ section: z.string().optional(), sentence: z.string().optional(), words: z.string() });
export type Anchor = z.infer<typeof Anchor>;

/**
 * What has become of the place in a later text. `at` is where it is now (`section`, `section.sentence` or empty for the whole) and `words` what stands there.
 * `moved`: the place is gone, but its words stand somewhere else.
 */
export type Anchored = { readonly is: 'same' | 'changed' | 'moved'; readonly at: string; readonly words: string } | { readonly is: 'gone' };

type Sectioned = Pick<DraftText, 'sections'>;

/** The anchor of a place (`section`, `section.sentence`, or empty for the whole) as it reads now; undefined when there is no such place. */
export function anchorAt(place: string, text: Sectioned): Anchor | undefined {
  if (place === '') return { words: '' };
  const words = wordsByPlace(text).get(place);
  if (words === undefined) return undefined;
  const [section, sentence] = place.split('.');
  return sentence === undefined ? { section: place, words } : { section, sentence, words };
}

/** The place that an anchor names: as cites are written, empty for the whole. */
export function placeOf({ section, sentence }: Pick<Anchor, 'section' | 'sentence'>): string {
  return sentence === undefined ? (section ?? '') : `${section}.${sentence}`;
}

/**
 * What has become of an anchor. The id is asked first, since a sentence keeps its id when it is reworded or moved within its section; then the words,
 * in the section where they were before others: alone, or as part of a longer sentence. It is never said to be the same unless the words are.
 */
export function anchoredIn(anchor: Anchor, text: Sectioned): Anchored {
  const at = placeOf(anchor);
  if (at === '') return { is: 'same', at, words: anchor.words };
  const places = wordsByPlace(text);
  const words = places.get(at);
  if (words !== undefined) return { is: plain(words) === plain(anchor.words) ? 'same' : 'changed', at, words };
  const others = [...places].filter(([place]) => place.includes('.') === at.includes('.'));
  const near = [...others.filter(([place]) => place.startsWith(`${anchor.section}.`)), ...others];
  const found = near.find(([, now]) => plain(now) === plain(anchor.words)) ?? near.find(([, now]) => holds(now, anchor));
  return found ? { is: 'moved', at: found[0], words: found[1] } : { is: 'gone' };
}

/** Every section and sentence with its words, in reading order. */
function wordsByPlace({ sections }: Sectioned): Map<string, string> {
  return new Map(
    sectionsOf(sections).flatMap(({ section }): [string, string][] => [
      [section.id, wordsOf(section)],
      ...sentencesIn(section).map(({ cite, text }): [string, string] => [cite, text]),
    ]),
  );
}

function wordsOf(section: Section): string {
  return [section.heading, ...sentencesIn(section).map(({ text }) => text)].join('\n');
}

/** Whether a longer sentence has taken in the whole of an anchored one. A few words are no ground for that. */
function holds(now: string, { sentence, words }: Anchor): boolean {
  const whole = plain(words).replace(/[.,;:!?]+$/, '');
  return sentence !== undefined && whole.split(' ').length >= 4 && plain(now).includes(whole);
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase();
}
