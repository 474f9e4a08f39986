import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { decisionFault } from '../../domain/drafts/decision.ts';
import { isOwnOrder } from '../../domain/drafts/policies.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { SeatWord, seatOf } from './sign-draft.ts';
import { findOrder, findWaitingOrder, insertOrder, insertOrderEvent } from './signature-orders.sql.ts';

/** So long may it take to sign at an outside service. */
const LASTS = { hours: 1 };

/**
 * Puts an order for a signature at an outside service: the submitted text that was seen (`hash`), from a seat that one holds today, after a fresh login. Nothing is
 * signed by it. Answers the order's id: the one that waits already, where there is one. Refuses `no-hsa-id`, `key-taken` for a key of another order, and what signing here refuses.
 */
export const orderSignature = useCase({
  permission: 'drafts.sign',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), draft: z.uuid(), step: z.string().max(80), seat: SeatWord, hash: z.string().length(64) }),
  run: async (context) => {
    const { tx, actor, today, now, input } = context;
    const { key: id, draft, step, seat, hash } = input;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.sign');
    if (isRefusal(view)) return view;
    const { submission } = view.process;
    if (!submission || submission.hash !== hash) return refuse('text-changed', {});
    const { account, assurance, authenticatedAt } = getLogin(actor);
    const held = await seatOf(tx, { account, county: view.row.county, seat }, today, Temporal.PlainDate.from(submission.on));
    if (isRefusal(held)) return held;
    const fault = decisionFault(view.process, { step, decider: `seat:${seat}`, asks: 'signature', on: today }, today);
    if (fault) return fault;
    const sent = await findOrder(tx, id);
    if (sent && !saysTheSame(sent, { account, draft, submission: submission.act, step, seat })) return refuse('key-taken');
    const waiting = sent?.id ?? (await findWaitingOrder(tx, { account, submission: submission.act, seatId: held.id, now: now.toString() }));
    if (waiting) return { id: waiting };
    const assignment = assignmentOf(actor)?.id ?? '';
    const what = { draft, submission: submission.act, step, seat, seatId: held.id, account, assignment, hash, assurance };
    const when = { authenticatedAt: authenticatedAt.toString(), expiresAt: now.add(LASTS).toString(), at: now.toString() };
    return insertOrder(tx, { id, ...what, ...when }).then(
      (hasId) => (hasId ? { id } : refuse('no-hsa-id', {})),
      (error: unknown) => onConstraint(error, { signature_order_pkey: refuse('key-taken') }),
    );
  },
});

/** Keeps where an order of one's own is at the service, as it answered. What is sent again is kept once. Refuses `order-not-found`, also for those of others. */
export const keepBegun = useCase({
  permission: 'drafts.sign',
  mode: 'write',
  input: z.strictObject({ order: z.uuid(), reference: z.string().max(400), address: z.string().max(2000) }),
  run: async ({ tx, actor, now, input: { order: id, reference, address } }) => {
    const asked = await findOrder(tx, id);
    if (!asked || !isOwnOrder(actor, asked)) return refuse('order-not-found', {});
    // Two who ask at once get the same answer from the service, and it is kept for the one.
    await lockDraft(tx, asked.draft);
    const order = (await findOrder(tx, id)) ?? asked;
    if (order.reference === null) await insertOrderEvent(tx, { order: id, kind: 'begun', reference, address, at: now.toString() });
    return order;
  },
});

/** An order of one's own. Refuses `order-not-found`, also for those of others. */
export const readOrder = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ order: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const order = await findOrder(tx, input.order);
    return order && isOwnOrder(actor, order) ? order : refuse('order-not-found', {});
  },
});
