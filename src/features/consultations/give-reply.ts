import { z } from 'zod';
import { stances } from '../../domain/consultations/round.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { insertReply, listReplies } from './comments.sql.ts';
import { insertOpening, lockRound } from './consultations.sql.ts';
import { loadRound, loadRoundFor } from './load-round.ts';

/**
 * Says on behalf of one asked that there is nothing to remark (`no-remarks`), or that all its views are given (`done`). It is a view and never an approval.
 * Said again it is the same. Refuses `not-asked`, `has-remarked` when views have been given that say otherwise, and what `loadRoundFor` refuses.
 */
export const giveReply = useCase({
  permission: 'consultations.reply',
  mode: 'write',
  input: z.strictObject({ round: z.uuid(), stance: z.enum(stances), receiver: z.string().max(200).optional() }),
  run: async (context) => {
    const { tx, today, now, input, record } = context;
    const { round, stance } = input;
    await lockRound(tx, round);
    const view = await loadRoundFor(context, round, 'consultations.reply');
    if (isRefusal(view)) return view;
    const by = input.receiver === undefined ? view.own[0] : view.own.find(({ receiver }) => receiver === input.receiver);
    if (!by) return refuse('not-asked', {});
    const comments = view.round.receivers.get(by.receiver)?.comments ?? 0;
    if (stance === 'no-remarks' && comments > 0) return refuse('has-remarked', { count: comments });
    if (stance === 'done' && comments === 0) return refuse('has-not-remarked', {});
    const last = (await listReplies(tx, round)).findLast(({ receiver }) => receiver === by.receiver);
    if (last?.stance === stance) return { stance };
    const act = await record({
      kind: 'consultations.reply',
      subject: { kind: 'consultation', id: round },
      content: { receiver: by.receiver, stance },
    });
    await insertReply(tx, { act, round, receiver: by.receiver, stance, on: today.toString(), at: now });
    return { stance };
  },
});

/** Notes that those asked have had the text before them, for whom somebody speaks, as long as it can be answered. Nothing for anybody else. */
export const noteOpened = useCase({
  permission: 'consultations.read',
  mode: 'write',
  input: z.strictObject({ round: z.uuid() }),
  run: async ({ tx, actor, today, now, input }) => {
    const view = await loadRound(tx, actor, input.round, today);
    if (isRefusal(view)) return view;
    if (view.round.state === 'closed' || view.round.state === 'recalled') return { opened: 0 };
    for (const { receiver } of view.own) await insertOpening(tx, input.round, receiver, now);
    return { opened: view.own.length };
  },
});
