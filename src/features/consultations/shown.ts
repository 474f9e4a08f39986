import { sectionsOf } from '../../domain/agreements/sections.ts';
import { placeOf } from '../../domain/drafts/anchor.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import type { CommentRow } from './comments.sql.ts';
import type { RoundView } from './load-round.ts';
import { placeTexts } from './texts.ts';

/** Where a round has its page. */
export const roundHref = (id: string): string => `/remisser/${id}`;

/** Which place of what was sent out a view is about: as cites are written, empty for the whole. */
export function placeOfComment({ section, sentence }: CommentRow): string {
  return placeOf({ section: section ?? undefined, sentence: sentence ?? undefined });
}

/** What a place is called: its heading, and that it is a sentence of it. */
export function nameOfPlace({ row }: Pick<RoundView, 'row'>, place: string): string {
  if (place === '') return placeTexts.whole;
  const [section = '', sentence] = place.split('.');
  const found = findSection(row.content.sections, section);
  const heading = [found?.number, found?.heading ?? section].filter(Boolean).join(' ');
  return sentence === undefined ? heading : placeTexts.sentence(heading);
}

export type Group = { readonly section: string; readonly heading: string; readonly comments: readonly CommentRow[] };

/** The views by section, in the order of the text; those on the whole first, and within a section those on the whole of it before those on its sentences. */
export function byClause({ row, comments }: Pick<RoundView, 'row' | 'comments'>): Group[] {
  const order = sectionsOf(row.content.sections).flatMap(({ section }) => [
    section.id,
    ...Object.keys(section.sentences).map((sentence) => `${section.id}.${sentence}`),
  ]);
  const place = new Map(['', ...order].map((one, index) => [one, index]));
  const sorted = comments.toSorted((a, b) => (place.get(placeOfComment(a)) ?? 0) - (place.get(placeOfComment(b)) ?? 0));
  return [...Map.groupBy(sorted, ({ section }) => section ?? '')].map(([section, own]) => ({
    section,
    heading: nameOfPlace({ row }, section),
    comments: own,
  }));
}
