import type { AgreementFile, Section } from '../counties/agreement-file.ts';

/** One sentence with its place. `cite` is how terms and permalinks name it: `section.sentence`. */
export type PlacedSentence = {
  readonly cite: string;
  readonly sectionId: string;
  readonly sentenceId: string;
  readonly text: string;
  readonly item: boolean;
};

/** A section with its depth (1 = chapter), in reading order. */
export type PlacedSection = { readonly section: Section; readonly depth: number };

/** Every section, parents before children, in reading order. */
export function sectionsOf(sections: readonly Section[], depth = 1): PlacedSection[] {
  return sections.flatMap((section) => [{ section, depth }, ...sectionsOf(section.sections, depth + 1)]);
}

/** The sentences of one section, not of its children. */
export function sentencesIn(section: Section): PlacedSentence[] {
  return Object.entries(section.sentences).map(([sentenceId, value]) => {
    const text = typeof value === 'string' ? value : value.text;
    return { cite: `${section.id}.${sentenceId}`, sectionId: section.id, sentenceId, text, item: typeof value !== 'string' };
  });
}

/** Every sentence of an agreement in reading order. */
export function sentencesOf(agreement: Pick<AgreementFile, 'sections'>): PlacedSentence[] {
  return sectionsOf(agreement.sections).flatMap(({ section }) => sentencesIn(section));
}
