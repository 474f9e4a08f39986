import { z } from 'zod';
import { dispositionFault, outcomes } from '../../domain/consultations/round.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, type Telling, type Tx, useCase } from '../../platform/index.ts';
import { type CommentRow, insertDisposition } from './comments.sql.ts';
import { lockRound } from './consultations.sql.ts';
import { loadRoundFor, type RoundView } from './load-round.ts';
import { tellReceivers } from './tell-receivers.ts';

/**
 * Says what is done with a view and why; what was said before is kept, and this is what holds. Whoever gave the view is told, each time: who wrote it here, or
 * those asked when it came from them another way. `seen`: the
 * number of the disposition that was seen, 0 for none. The same again is the same. Answers the number. Refuses `comment-not-found`, what
 * `dispositionFault` says, and what `loadRoundFor` refuses.
 */
export const disposeComment = useCase({
  permission: 'consultations.dispose',
  mode: 'write',
  input: z.strictObject({
    round: z.uuid(),
    comment: z.uuid(),
    outcome: z.enum(outcomes),
    reason: z.string().trim().max(8000).default(''),
    seen: z.int().min(0),
  }),
  run: async (context) => {
    const { tx, now, today, input, record } = context;
    const { round, comment, outcome, reason, seen } = input;
    await lockRound(tx, round);
    const view = await loadRoundFor(context, round, 'consultations.dispose');
    if (isRefusal(view)) return view;
    const found = view.comments.find(({ id }) => id === comment);
    if (!found) return refuse('comment-not-found', {});
    const held = view.round.dispositions.get(comment);
    if (held?.outcome === outcome && held.reason === reason) return { number: held.number };
    const fault = dispositionFault(view.round, comment, { outcome, reason, seen });
    if (fault) return fault;
    const number = seen + 1;
    const act = await record({
      kind: 'consultations.dispose',
      subject: { kind: 'consultation', id: round },
      content: { comment, receiver: found.receiver, outcome, number },
      tell: await authorTold(tx, view, found, today),
    });
    return insertDisposition(tx, { act, comment, number, outcome, reason, at: now }).then(
      () => ({ number }),
      (error: unknown) => onConstraint(error, { consultation_disposition_once: refuse('disposition-changed', {}) }),
    );
  },
});

async function authorTold(
  tx: Tx,
  { row, receivers }: RoundView,
  { id, source, receiver, account }: CommentRow,
  today: Temporal.PlainDate,
): Promise<Telling[]> {
  const params = { consultation: row.id, comment: id };
  if (source === 'receiver') return [{ kind: 'comment-answered', to: { accounts: [account] }, params }];
  const from = receivers.filter((one) => receiver !== null && (one.receiver === receiver || one.partOf === receiver));
  return tellReceivers(tx, 'comment-answered', { county: row.county, receivers: from, params }, today);
}
