import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Practice } from '../../domain/counties/local-practice.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { formatDate } from '../../ui/formats.ts';
import { practiceLabels, practiceTexts } from '../agreements/index.ts';
import { localDocumentTexts as texts } from './document-texts.ts';

/** How, by whom and when of a local agreement, in tables: the responsibilities of its parent, then the questions. Nothing where nothing is written. */
export function localBlocks({ local }: AgreementFile): DocumentBlock[] {
  const rows = Object.entries(local?.rows ?? {}).map(([id, practice]) => lineOf(`${id} ${practice.activity}`, practice));
  const answers = Object.values(local?.answers ?? {}).map((practice) => lineOf(practice.question, practice));
  if (rows.length + answers.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: texts.heading, onNewPage: true },
    ...tableOf(texts.rows, texts.rowColumns, rows),
    ...tableOf(texts.answers, texts.answerColumns, answers),
  ];
}

function tableOf(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): DocumentBlock[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: heading, onNewPage: false },
    { kind: 'table', columns, widths: [3, 4, 3, 2], rows },
  ];
}

function lineOf(what: string, { how, by, when, until, evidence, status, reason }: Practice): string[] {
  const time = [when, until && `${practiceTexts.until} ${formatDate(until)}.`].filter(Boolean).join('. ');
  const shown = evidence && `${practiceTexts.evidence} ${[evidence.title, evidence.url].filter(Boolean).join(', ')}.`;
  return [
    what,
    [how, reason, shown].filter(Boolean).join(' '),
    [by.map(({ name }) => name).join(', '), time].filter(Boolean).join('. '),
    practiceLabels[status],
  ];
}
