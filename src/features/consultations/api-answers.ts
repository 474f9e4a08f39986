import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { ListedRound } from './list-rounds.ts';
import type { RoundView } from './load-round.ts';
import { placeOfComment } from './shown.ts';

/** A round in a list. */
export function roundItem({
  row,
  state,
}: Pick<ListedRound, 'state'> & { readonly row: Omit<ListedRound['row'], 'own' | 'unanswered' | 'recalledOn'> }) {
  const { id, slug: agreement, label, county, openedOn: opened, lastDay, isPublic, level, short: title, closedOn: closed } = row;
  return { id, agreement, title, label, county, state, opened, lastDay, closed, public: isPublic, level };
}

/** A round with what was sent out. */
export function roundBody(view: RoundView) {
  const { row, receivers, own, round, readsViews, extensions } = view;
  const theirs = new Set(own.map(({ receiver }) => receiver));
  return {
    ...roundItem({ row: { ...row, short: row.content.short, closedOn: round.closedOn ?? null }, state: round.state }),
    asks: row.asks || null,
    hash: row.hash,
    receivers: receivers.map(({ receiver, kind, name, partOf }) => ({
      receiver,
      kind,
      name,
      partOf: partOf ?? null,
      own: theirs.has(receiver),
      stance: readsViews || theirs.has(receiver) ? (round.receivers.get(receiver)?.stance ?? null) : null,
    })),
    extensions: extensions.map(({ from, lastDay, reason, on }) => ({ from, to: lastDay, reason, on })),
    part: row.content.isPart === true,
    sections: sectionsOf(row.content.sections).map(({ section, depth }) => ({
      id: section.id,
      depth,
      number: section.number ?? null,
      heading: section.heading,
      sentences: sentencesIn(section).map(({ sentenceId: id, text, item }) => ({ id, text, item })),
    })),
  };
}

/** The views that whoever asks may read. */
export function commentBodies({ comments, round }: RoundView) {
  return comments.map((comment) => {
    const { id, words, name: by, receiver, source, cameOn: on, text } = comment;
    const held = round.dispositions.get(id);
    const place = placeOfComment(comment);
    const answer = { outcome: held?.outcome ?? null, reason: held?.reason || null };
    return { id, place, words, by, receiver, source, on, late: round.late.has(id), text, ...answer };
  });
}
