import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { RoundView } from './load-round.ts';
import { placeOfComment } from './shown.ts';

/** A round in a list. */
export function roundItem({ row, round }: RoundView) {
  const { id, slug: agreement, label, county, openedOn: opened, lastDay, isPublic, level, content } = row;
  const closed = round.closedOn ?? null;
  return { id, agreement, title: content.short, label, county, state: round.state, opened, lastDay, closed, public: isPublic, level };
}

/** A round with what was sent out. */
export function roundBody(view: RoundView) {
  const { row, receivers, own, round, readsViews } = view;
  const theirs = new Set(own.map(({ receiver }) => receiver));
  return {
    ...roundItem(view),
    asks: row.asks || null,
    hash: row.hash,
    receivers: receivers.map(({ receiver, kind, name }) => ({
      receiver,
      kind,
      name,
      own: theirs.has(receiver),
      stance: readsViews || theirs.has(receiver) ? (round.receivers.get(receiver)?.stance ?? null) : null,
    })),
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
