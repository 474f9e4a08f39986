import { rowText } from '../agreements/table-text.ts';
import type { Section } from '../counties/agreement-file.ts';
import type { ImportedBlock, ImportedSection, ImportedSentence, ImportedText } from './imported-text.ts';
import { everySection } from './walk.ts';

type SectionSentence = Section['sentences'][string];

/**
 * An imported text as the sections of an agreement: paragraphs become sentences, items become items, rows of tables become rows with every cell, addresses stay as they are.
 * What stands before the first heading becomes a section of its own under `openingHeading`; a heading alone stays. Furniture is left out.
 */
export function sectionsOf(text: ImportedText, openingHeading: string): Section[] {
  const opening = sentencesOf(text.opening);
  const first: Section[] =
    Object.keys(opening).length > 0
      ? [{ id: 'opening', heading: text.title?.text ?? openingHeading, sentences: opening, deepening: [], sections: [] }]
      : [];
  return [...first, ...text.sections.map(sectionOf)];
}

function sectionOf({ id, number, heading, blocks, sections }: ImportedSection): Section {
  const own = { id, heading: heading.text || id, sentences: sentencesOf(blocks), deepening: [], sections: sections.map(sectionOf) };
  return number === null ? own : { ...own, number };
}

function sentencesOf(blocks: readonly ImportedBlock[]): Section['sentences'] {
  return Object.fromEntries(blocks.flatMap(entriesOf));
}

function entriesOf(block: ImportedBlock): [string, SectionSentence][] {
  if (block.kind === 'paragraph') return block.sentences.map((one) => [keyOf(one), one.text]);
  if (block.kind === 'list') return block.items.flatMap(({ sentences }) => sentences.map((one) => item(one, one.text)));
  return block.rows.flatMap(({ cells }) => {
    const first = cells.flat()[0];
    return first ? [[keyOf(first), rowText(cells.map((cell) => cell.map((one) => one.text).join(' ')))]] : [];
  });
}

function item(sentence: ImportedSentence, text: string): [string, SectionSentence] {
  return [keyOf(sentence), { text, item: true }];
}

/** The part of an address that names the sentence within its section. */
function keyOf({ id }: ImportedSentence): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/**
 * Where each sentence of an imported text stands among the sections made of it: a cell in its row, the title and what stands before the first
 * heading in the opening. An address that is not in the text stays as it is.
 */
export function newAddresses(text: ImportedText): (address: string) => string {
  const moved = new Map<string, string>();
  for (const block of [...text.opening, ...everySection(text).flatMap(({ section }) => section.blocks)]) {
    if (block.kind !== 'table') continue;
    for (const { cells } of block.rows) {
      const [first, ...others] = cells.flat();
      for (const { id } of others) if (first) moved.set(id, first.id);
    }
  }
  const [section] = text.sections;
  const hasOpening = text.opening.some((block) => entriesOf(block).length > 0);
  if (hasOpening || section) moved.set('title', hasOpening ? 'opening' : (section?.id ?? 'title'));
  return (address) => moved.get(address) ?? address;
}
