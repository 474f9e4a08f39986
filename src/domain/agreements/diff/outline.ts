import type { Section } from '../../counties/agreement-file.ts';
import { type PlacedSentence, sectionsOf, sentencesIn } from '../sections.ts';
import { once } from './once.ts';
import { type Bag, bagOf } from './similarity.ts';
import { folded, normal } from './words.ts';

/** A section as it is compared: where it stands, and its words and those of the headings beneath it. */
export type OutlineSection = {
  readonly id: string;
  readonly number: string | undefined;
  readonly heading: string;
  readonly depth: number;
  /** The place of the section that it stands in. */
  readonly parent: number | undefined;
  readonly normalHeading: string;
  readonly headingBag: () => Bag;
  readonly bag: () => Bag;
  /** The places of its own sentences. */
  readonly sentences: readonly number[];
};

export type OutlineSentence = PlacedSentence & {
  /** The place of its section. */
  readonly section: number;
  readonly shown: string;
  readonly bag: () => Bag;
};

/** The text of a version laid out flat, in reading order. */
export type Outline = { readonly sections: readonly OutlineSection[]; readonly sentences: readonly OutlineSentence[] };

/** Lays a text out for comparing. */
export function outlineOf(tree: readonly Section[]): Outline {
  const placed = sectionsOf(tree);
  const placeOf = new Map(placed.map(({ section }, index) => [section, index]));
  const parents = new Map(placed.flatMap(({ section }) => section.sections.map((child) => [child, placeOf.get(section)] as const)));
  const sentences: OutlineSentence[] = [];
  const sections = placed.map(({ section, depth }, index): OutlineSection => {
    const own = sentencesIn(section).map((sentence) => ({
      ...sentence,
      section: index,
      shown: folded(sentence.text),
      bag: once(() => bagOf(sentence.text)),
    }));
    const first = sentences.length;
    sentences.push(...own);
    return {
      id: section.id,
      number: section.number,
      heading: section.heading,
      depth,
      parent: parents.get(section),
      normalHeading: normal(section.heading),
      headingBag: once(() => bagOf(section.heading)),
      bag: once(() => bagOf([...own.map(({ text }) => text), ...section.sections.map(({ heading }) => heading)].join(' '))),
      sentences: own.map((_, nth) => first + nth),
    };
  });
  return { sections, sentences };
}
