import { sectionsOf } from '../../domain/agreements/sections.ts';
import type { AgreementDocument, DocumentBlock } from '../../formats/agreement-document.ts';
import { formatDate } from '../../ui/formats.ts';
import { formatVersion } from '../../ui/index.ts';
import type { RoundView } from './load-round.ts';
import { nameOfPlace } from './shown.ts';
import { answerFormTexts as texts } from './texts-answer-form.ts';

const LINES = 3;

/** A form to answer a round on paper: a place to write for the whole and for every section that was sent out, and none for who somebody is. */
export function answerForm({ row }: Pick<RoundView, 'row'>, madeAt: Temporal.Instant): AgreementDocument {
  const title = texts.title(formatVersion(row.content.short, row.label));
  return {
    title,
    kind: texts.kind,
    notice: undefined,
    facts: [
      { label: texts.facts.sent, values: [formatDate(row.openedOn)] },
      { label: texts.facts.lastDay, values: [formatDate(row.lastDay)] },
      { label: texts.facts.round, values: [row.id] },
    ],
    contents: texts.contents,
    running: title,
    page: texts.page,
    madeAt,
    blocks: [
      heading(texts.how),
      { kind: 'list', items: texts.steps },
      heading(texts.from),
      { kind: 'note', text: texts.fromHint },
      paragraph(texts.line),
      ...(row.asks ? [heading(texts.asks), ...row.asks.split(/\n+/).map(paragraph), ...room] : []),
      heading(texts.whole),
      ...room,
      ...sectionsOf(row.content.sections).flatMap(({ section }) => [heading(nameOfPlace({ row }, section.id)), ...room]),
    ],
  };
}

const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, text, onNewPage: false });
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
/** Where to write. */
const room: readonly DocumentBlock[] = [paragraph(texts.view), ...Array.from({ length: LINES }, () => paragraph(texts.line))];
