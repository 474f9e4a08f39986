import { sectionsOf } from '../../domain/agreements/sections.ts';
import { blocksIn } from '../../domain/agreements/table-text.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { documentTexts as texts } from './document-texts.ts';

/** The text itself: sections as headings, sentences that follow each other as paragraphs, items as lists, rows as tables, then notes and links onward. */
export function textBlocks(agreement: Pick<AgreementFile, 'sections'>): DocumentBlock[] {
  return sectionsOf(agreement.sections).flatMap(({ section, depth }, index): DocumentBlock[] => [
    { kind: 'heading', level: levelAt(depth), text: headingOf(section), onNewPage: index === 0 },
    ...sentenceBlocks(section),
    ...(section.note ? [{ kind: 'note' as const, text: section.note }] : []),
    ...(section.deepening.length > 0
      ? [{ kind: 'note' as const, text: texts.deepening(section.deepening.map(({ title }) => title).join('; ')) }]
      : []),
  ]);
}

/** As the source numbers it, where it does. */
export function headingOf({ number, heading }: Pick<Section, 'number' | 'heading'>): string {
  return number ? `${number} ${heading}` : heading;
}

function levelAt(depth: number): 1 | 2 | 3 | 4 {
  return depth === 1 ? 1 : depth === 2 ? 2 : depth === 3 ? 3 : 4;
}

function sentenceBlocks(section: Section): DocumentBlock[] {
  return blocksIn(section).map((block): DocumentBlock => {
    if (block.kind === 'items') return { kind: 'list', items: block.sentences.map(({ text }) => text) };
    if (block.kind === 'sentences') return { kind: 'paragraph', text: block.sentences.map(({ text }) => text).join(' ') };
    const [columns = [], ...rows] = block.rows.map(({ cells }) => cells);
    return { kind: 'table', columns, widths: columns.map(() => 1 / columns.length), rows };
  });
}
