import { sectionsOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { marginTerms } from '../agreements/index.ts';
import { documentTexts as texts } from './document-texts.ts';
import { headingOf } from './text-blocks.ts';

/** Every term that is reckoned with, beside the sections it rests on, in the order of the terms. Rows of the matrix stand in the matrix. */
export function termBlocks(agreement: AgreementFile): DocumentBlock[] {
  const headings = new Map(sectionsOf(agreement.sections).map(({ section }) => [section.id, headingOf(section)]));
  const sections = new Map<string, Set<string>>();
  const terms = new Map<string, { readonly label: string; readonly value: string }>();
  for (const [cite, beside] of marginTerms(agreement)) {
    const [section = ''] = cite.split('.');
    for (const { label, value, href } of beside) {
      if (href || typeof value !== 'string') continue;
      const key = `${label}\n${value}`;
      terms.set(key, { label, value });
      sections.set(key, (sections.get(key) ?? new Set()).add(headings.get(section) ?? section));
    }
  }
  return [
    { kind: 'heading', level: 1, text: texts.terms.heading, onNewPage: true },
    { kind: 'paragraph', text: texts.terms.lead },
    {
      kind: 'table',
      columns: texts.terms.columns,
      widths: [2, 4, 3],
      rows: [...terms].map(([key, { label, value }]) => [label, value, [...(sections.get(key) ?? [])].join('; ')]),
    },
  ];
}
