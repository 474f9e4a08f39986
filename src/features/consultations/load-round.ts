import type { Actor } from '../../domain/access/actor.ts';
import { mayDoToRound, mayReadRound, mayReadViews, oversees, roundAbilities, spokenFor } from '../../domain/consultations/policies.ts';
import { type Receiver, type Round, type RoundAct, type RoundEvent, roundFault, roundOf } from '../../domain/consultations/round.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { type CommentRow, type DispositionRow, listComments, listDispositions, listReplies, type ReplyRow } from './comments.sql.ts';
import { type EndRow, findRound, listEnds, listReceivers, listRounds, type RoundRow } from './consultations.sql.ts';

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
  readonly abilities: ReadonlySet<RoundAct>;
};

type NotFound = Refusal<'round-not-found'>;

/** A round by id. Refuses `round-not-found`, also to those who may not read it: that it exists is not theirs to know. */
export async function loadRound(tx: Tx, actor: Actor, id: string, today: Temporal.PlainDate): Promise<RoundView | NotFound> {
  const row = await findRound(tx, id);
  const [view] = row ? await viewsOf(tx, actor, [row], today) : [];
  return view ?? refuse('round-not-found', { id });
}

/** Every round that whoever asks may read, or those that are neither closed nor recalled, the latest opened first; their texts without the sections. */
export async function loadRounds(tx: Tx, actor: Actor, today: Temporal.PlainDate, which: 'all' | 'running' = 'all'): Promise<RoundView[]> {
  return viewsOf(tx, actor, await listRounds(tx, which), today);
}

async function viewsOf(tx: Tx, actor: Actor, rows: readonly RoundRow[], today: Temporal.PlainDate): Promise<RoundView[]> {
  const ids = rows.map(({ id }) => id);
  const [receivers, ends, comments, dispositions, replies] = await Promise.all([
    listReceivers(tx, ids),
    listEnds(tx, ids),
    listComments(tx, ids),
    listDispositions(tx, ids),
    listReplies(tx, ids),
  ]);
  return rows.flatMap((row) => {
    const asked = receivers.get(row.id) ?? [];
    const owner = { ...row, receivers: asked };
    if (!mayReadRound(actor, owner)) return [];
    const of = <T extends { readonly round: string }>(all: readonly T[]) => all.filter(({ round }) => round === row.id);
    const events = eventsOf(of(ends), of(comments), of(dispositions), of(replies));
    const round = roundOf(events, { lastDay: row.lastDay, receivers: asked.map(({ receiver }) => receiver) }, today);
    const own = spokenFor(actor, owner);
    const readsViews = mayReadViews(actor, owner, round);
    const theirs = new Set<string>(own.map(({ receiver }) => receiver));
    return {
      row,
      receivers: asked,
      own,
      oversees: oversees(actor, owner),
      readsViews,
      round,
      comments: of(comments).filter((one) => readsViews || (one.receiver !== null && theirs.has(one.receiver))),
      abilities: roundAbilities(actor, owner, round),
    };
  });
}

/** What has been done in a round, as its fold reads it. */
function eventsOf(
  ends: readonly EndRow[],
  comments: readonly CommentRow[],
  dispositions: readonly DispositionRow[],
  replies: readonly ReplyRow[],
): RoundEvent[] {
  return [
    ...ends.map(({ kind, on }): RoundEvent => ({ kind, on })),
    ...comments.map(({ id, source, receiver, cameOn: on }): RoundEvent => {
      const kind = source === 'letter' ? 'consultations.enter' : 'consultations.comment';
      return { kind, comment: id, receiver: receiver ?? undefined, on };
    }),
    ...dispositions.map(({ round: _, ...one }): RoundEvent => ({ kind: 'consultations.dispose', ...one })),
    ...replies.map(({ round: _, ...one }): RoundEvent => ({ kind: 'consultations.reply', ...one })),
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
