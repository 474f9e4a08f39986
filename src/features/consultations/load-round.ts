import type { Actor } from '../../domain/access/actor.ts';
import { mayDoToRound, mayReadRound, mayReadViews, oversees, roundAbilities, spokenFor } from '../../domain/consultations/policies.ts';
import { type Receiver, type Round, type RoundAct, type RoundEvent, roundFault, roundOf } from '../../domain/consultations/round.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { type CommentRow, type DispositionRow, listComments, listDispositions, listReplies, type ReplyRow } from './comments.sql.ts';
import { type EndRow, type ExtensionRow, findRound, listEnds, listExtensions, listReceivers, type RoundRow } from './consultations.sql.ts';

/** A round as whoever asks sees it: what was sent out, who is asked, where it is, the views that they may read, and what they may do. */
export type RoundView = {
  readonly row: RoundRow;
  readonly receivers: readonly Receiver[];
  /** Those asked for whom they speak. */
  readonly own: readonly Receiver[];
  /** They write the text, or keep the records of a party. */
  readonly oversees: boolean;
  /** They may read what everyone has said. */
  readonly readsViews: boolean;
  /** Where it is, of what they may read: for those who are asked, their own views. */
  readonly round: Round;
  readonly comments: readonly CommentRow[];
  /** The more time that was given, the first first. */
  readonly extensions: readonly ExtensionRow[];
  readonly abilities: ReadonlySet<RoundAct>;
};

type NotFound = Refusal<'round-not-found'>;

/** A round by id. Refuses `round-not-found`, also to those who may not read it: that it exists is not theirs to know. */
export async function loadRound(tx: Tx, actor: Actor, id: string, today: Temporal.PlainDate): Promise<RoundView | NotFound> {
  const row = await findRound(tx, id);
  if (!row) return refuse('round-not-found', { id });
  const [receivers, ends, comments, dispositions, replies, extensions] = await Promise.all([
    listReceivers(tx, id),
    listEnds(tx, id),
    listComments(tx, id),
    listDispositions(tx, id),
    listReplies(tx, id),
    listExtensions(tx, id),
  ]);
  const asked = { lastDay: row.lastDay, receivers };
  const round = roundOf(eventsOf(ends, comments, dispositions, replies), asked, today);
  const owner = { ...row, receivers, isRecalled: round.state === 'recalled' };
  if (!mayReadRound(actor, owner)) return refuse('round-not-found', { id });
  const own = spokenFor(actor, owner);
  const readsViews = mayReadViews(actor, owner, round);
  const theirs = new Set<string>(own.map(({ receiver }) => receiver));
  return {
    row,
    receivers,
    own,
    oversees: oversees(actor, owner),
    readsViews,
    round,
    comments: comments.filter((one) => readsViews || (one.receiver !== null && theirs.has(one.receiver))),
    extensions,
    abilities: roundAbilities(actor, owner, round),
  };
}

/** What has been done in a round, as its fold reads it. */
function eventsOf(
  ends: readonly EndRow[],
  comments: readonly CommentRow[],
  dispositions: readonly DispositionRow[],
  replies: readonly ReplyRow[],
): RoundEvent[] {
  return [
    ...ends,
    ...comments.map(({ id, source, receiver, cameOn: on }): RoundEvent => {
      const kind = source === 'letter' ? 'consultations.enter' : 'consultations.comment';
      return { kind, comment: id, receiver: receiver ?? undefined, on };
    }),
    ...dispositions.map((one): RoundEvent => ({ kind: 'consultations.dispose', ...one })),
    ...replies.map((one): RoundEvent => ({ kind: 'consultations.reply', ...one })),
  ];
}

/**
 * As `loadRound`, for somebody who wants to do this in it. Refuses also `forbidden` (`not-asked` where a view is to be given), and what `roundFault` says.
 * The round should be locked first.
 */
export async function loadRoundFor(
  { tx, actor, today }: { readonly tx: Tx; readonly actor: Actor; readonly today: Temporal.PlainDate },
  id: string,
  act: RoundAct,
) {
  const view = await loadRound(tx, actor, id, today);
  if (isRefusal(view)) return view;
  const { row, receivers, round } = view;
  if (!mayDoToRound(actor, act, { ...row, receivers })) {
    return act === 'consultations.comment' || act === 'consultations.reply'
      ? refuse('not-asked', {})
      : refuse('forbidden', { permission: act });
  }
  return roundFault(round, act, row) ?? view;
}
