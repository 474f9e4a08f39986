import type { AgreementDocument, DocumentBlock } from '../../formats/agreement-document.ts';
import { csvOf } from '../../formats/csv.ts';
import { formatDate } from '../../ui/formats.ts';
import { formatVersion } from '../../ui/index.ts';
import type { CommentRow } from './comments.sql.ts';
import type { RoundView } from './load-round.ts';
import { byClause, nameOfPlace, placeOfComment } from './shown.ts';
import { kindLabels, levelLabels, outcomeLabels, stanceLabels, stateLabels, compilationTexts as texts } from './texts.ts';

/** What one of those asked has answered, in words. */
export function answerOf({ round }: Pick<RoundView, 'round'>, receiver: string): string {
  const { comments, stance } = round.receivers.get(receiver) ?? { comments: 0, stance: undefined };
  const said = [comments > 0 && texts.counted(comments), stance === 'no-remarks' && stanceLabels[stance]].filter(Boolean);
  return said.length > 0 ? said.join(', ') : stance ? stanceLabels[stance] : texts.notAnswered;
}

/** What sort of author a view has, in words. */
export function sortOf({ receivers }: Pick<RoundView, 'receivers'>, comment: CommentRow): string {
  const asked = receivers.find(({ receiver }) => receiver === comment.receiver);
  return [asked && kindLabels[asked.kind], comment.source === 'letter' && texts.letter].filter(Boolean).join(', ');
}

/** Every view with what was done with it, in the order of the text, for a spreadsheet. */
export function compilationCsv(view: RoundView): string {
  const rows = byClause(view).flatMap(({ comments }) =>
    comments.map((comment) => {
      const held = view.round.dispositions.get(comment.id);
      return [
        nameOfPlace(view, placeOfComment(comment)),
        comment.words,
        comment.name,
        sortOf(view, comment),
        comment.cameOn,
        view.round.late.has(comment.id) ? texts.yes : texts.no,
        comment.text,
        held ? outcomeLabels[held.outcome] : '',
        held?.reason ?? '',
      ];
    }),
  );
  return csvOf([texts.csvColumns, ...rows]);
}

/** The compilation as a document to print or to work on. */
export function compilationDocument(view: RoundView, madeAt: Temporal.Instant): AgreementDocument {
  const { row, round, receivers, comments } = view;
  const facts = [
    { label: texts.facts.state, values: [round.closedOn ? texts.closedOn(round.closedOn) : stateLabels[round.state]] },
    { label: texts.facts.lastDay, values: [formatDate(row.lastDay)] },
    { label: texts.facts.level, values: [levelLabels[row.level]] },
    { label: texts.facts.fingerprint, values: [row.hash, texts.fingerprintMeans] },
  ];
  return {
    title: `${texts.title}: ${formatVersion(row.content.short, row.label)}`,
    kind: texts.title,
    notice: round.state === 'closed' || round.state === 'recalled' ? undefined : { heading: texts.notDone, text: '' },
    facts,
    contents: texts.contents,
    running: `${texts.title}, ${row.content.short}`,
    page: { label: texts.page, of: texts.of },
    madeAt,
    blocks: [
      ...(receivers.length > 0
        ? [
            heading(1, texts.receivers),
            {
              kind: 'table' as const,
              columns: texts.columns,
              widths: [3, 2],
              rows: receivers.map(({ receiver, name }) => [name, answerOf(view, receiver)]),
            },
          ]
        : []),
      ...(comments.length === 0 ? [{ kind: 'paragraph' as const, text: texts.lead(0) }] : []),
      ...byClause(view).flatMap(({ heading: name, comments: own }) => [heading(1, name), ...own.flatMap((one) => blocksOf(view, one))]),
    ],
  };
}

function heading(level: 1 | 2, text: string): DocumentBlock {
  return { kind: 'heading', level, text, onNewPage: false };
}

function blocksOf(view: RoundView, comment: CommentRow): DocumentBlock[] {
  const held = view.round.dispositions.get(comment.id);
  const late = view.round.late.has(comment.id) ? `, ${texts.late}` : '';
  return [
    heading(2, `${comment.name}, ${formatDate(comment.cameOn)}${late}`),
    ...(comment.sentence === null ? [] : [{ kind: 'note', text: comment.words } as const]),
    ...comment.text.split(/\n+/).map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: held ? `${texts.answer}: ${outcomeLabels[held.outcome]}. ${held.reason}`.trim() : texts.noAnswer },
  ];
}
