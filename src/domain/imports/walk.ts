import type { ImportedBlock, ImportedSection, ImportedSentence, ImportedText, Place } from './imported-text.ts';

/** The sentences of a block, in order. */
export function sentencesIn(block: ImportedBlock): readonly ImportedSentence[] {
  if (block.kind === 'paragraph') return block.sentences;
  if (block.kind === 'list') return block.items.flatMap(({ sentences }) => sentences);
  return block.rows.flatMap(({ cells }) => cells.flat());
}

/** Every section with how deep it lies (1 is the highest), each before those under it. */
export function everySection(text: ImportedText): { readonly section: ImportedSection; readonly depth: number }[] {
  const walk = (sections: readonly ImportedSection[], depth: number): { section: ImportedSection; depth: number }[] =>
    sections.flatMap((section) => [{ section, depth }, ...walk(section.sections, depth + 1)]);
  return walk(text.sections, 1);
}

/** Everything of a text that is read, in order: title, headings and sentences. */
export function everySentence(text: ImportedText): ImportedSentence[] {
  const parts = everySection(text).flatMap(({ section }) => [section.heading, ...section.blocks.flatMap(sentencesIn)]);
  return [...(text.title ? [text.title] : []), ...text.opening.flatMap(sentencesIn), ...parts];
}

/** What is said in a text: its sentences, without title and headings. */
export function everyStatement(text: ImportedText): ImportedSentence[] {
  return [...text.opening, ...everySection(text).flatMap(({ section }) => section.blocks)].flatMap(sentencesIn);
}

/** Where the markers of lists stand. */
export function everyMarker(text: ImportedText): Place[] {
  const blocks = [...text.opening, ...everySection(text).flatMap(({ section }) => section.blocks)];
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ marker }) => marker ?? []) : []));
}
