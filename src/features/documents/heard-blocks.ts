import type { Heard, HeardRound } from '../../domain/consultations/heard.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { heardTexts as texts } from '../agreements/index.ts';

/** After the decisions: on which level those concerned took part, who was asked and who answered, and what was done with the views. */
export function heardBlocks(heard: Heard | undefined): DocumentBlock[] {
  if (!heard) return [];
  return [
    { kind: 'heading', level: 2, text: texts.heading, onNewPage: false },
    { kind: 'paragraph', text: texts.level(heard.level) },
    ...(heard.rounds.length === 0 ? [{ kind: 'paragraph' as const, text: texts.none }] : heard.rounds.flatMap(roundBlocks)),
    ...(heard.rounds.length === 0 ? [] : [{ kind: 'note' as const, text: texts.view }]),
  ];
}

function roundBlocks(round: HeardRound): DocumentBlock[] {
  const said: DocumentBlock[] = [
    { kind: 'heading', level: 3, text: texts.round(round), onNewPage: false },
    { kind: 'paragraph', text: texts.about(round) },
    { kind: 'paragraph', text: `${texts.asked(round)} ${texts.views(round)}` },
  ];
  if (round.asked.length === 0) return said;
  return [
    ...said,
    { kind: 'table', columns: texts.columns, widths: [3, 2], rows: round.asked.map((one) => [one.name, texts.answer(one)]) },
  ];
}
