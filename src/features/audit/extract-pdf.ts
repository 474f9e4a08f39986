import type { PdfBlock, PdfDocument } from '../../formats/pdf/pdf-document.ts';
import { assignmentRoleTexts, formatDate } from '../../ui/index.ts';
import type { ExtractGroup, ExtractRow } from './read-own-extract.ts';
import { saidAboutYou, saidPurpose, saidWhen } from './say-look.ts';
import { lookTexts, extractTexts as texts } from './texts.ts';

/** The individual's extract as a document. `note`: said when not all rows fit. */
export function extractDocument(
  groups: readonly ExtractGroup[],
  { own, note, madeAt }: { own: number; note: string | undefined; madeAt: Temporal.Instant },
): PdfDocument {
  const text = (said: string): PdfBlock => ({ kind: 'paragraph', text: said });
  const heading = (said: string): PdfBlock => ({ kind: 'heading', text: said });
  const day = madeAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  return {
    title: texts.title,
    lead: texts.lead,
    madeAt,
    page: { label: 'Sida', of: 'av' },
    blocks: [
      text(texts.made(formatDate(day))),
      ...(note ? [text(note)] : []),
      ...(groups.length === 0 ? [text(texts.nothing.text)] : []),
      ...groups.flatMap(({ owner, rows }) => [
        heading(owner.name),
        text(texts.answers(owner.name)),
        rows.length === 0 ? text(texts.none) : tableOf(rows),
      ]),
      heading(texts.hidden),
      ...texts.hiddenText.map(text),
      text(texts.own(own)),
      heading(texts.wrong),
      text(texts.wrongText),
    ],
  };
}

function tableOf(rows: readonly ExtractRow[]): PdfBlock {
  const { when, where, role, what, purpose } = texts.columns;
  return {
    kind: 'table',
    columns: [when, where, role, what, purpose],
    widths: [3, 4, 3, 4, 3],
    rows: rows.map((row) => [saidWhen(row), saidWhere(row), saidRole(row), saidAboutYou(row), saidPurpose(row)]),
  };
}

/** Where the one who looked works. */
export function saidWhere({ unit_name, organisation_name }: ExtractRow): string {
  return [unit_name, organisation_name].filter(Boolean).join(', ') || texts.other;
}

/** In what role they looked. */
export function saidRole({ role, actorKind }: ExtractRow): string {
  return role ? assignmentRoleTexts[role] : lookTexts.actors[actorKind];
}
