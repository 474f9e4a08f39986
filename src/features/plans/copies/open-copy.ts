import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { retentionOf } from '../../retention/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { findDocument, insertReceipt, listCopies } from './copies.sql.ts';

/**
 * Opens a copy that was sent to the reader's unit, or to the individual: its contents and its PDF. The first time is its receipt. A consent that has been taken
 * back since shuts nothing of it: it is the receiver's own document. Refuses `plan-not-found`, `copy-not-found` and `copy-annulled` (params.reason) and
 * `copy-thinned` (params.on): its contents have been deleted by the rule of the huvudman.
 */
export const openCopy = useCase({
  permission: 'plans.open-copy',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), copy: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !(loaded.reach.party || loaded.reach.own)) return refuse('plan-not-found');
    const row = (await listCopies(tx, input.plan)).find(({ id, own }) => id === input.copy && own);
    if (!row) return refuse('copy-not-found');
    if (row.annulled) return refuse('copy-annulled', { reason: row.annulled });
    if (row.thinned_at)
      return refuse('copy-thinned', { on: row.thinned_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString() });
    const document = await findDocument(tx, input.copy);
    if (!document) return refuse('copy-not-found');
    await insertReceipt(tx, input.copy, input.plan, getLogin(actor).account, now);
    const copy = PlanCopy.parse(JSON.parse(keys.decrypt(document.content, contexts.copy(input.copy))));
    const retention = (await retentionOf(tx, [input.copy], today)).get(input.copy);
    return {
      ...{ loaded, copy, retention, sealed: document.sealed, sha256: document.sha256, receivedAt: row.received_at ?? now },
      pdf: Uint8Array.from(Buffer.from(keys.decrypt(document.pdf, contexts.copyPdf(input.copy)), 'base64')),
    };
  },
  audit: ({ plan, copy }, answer) => lookAtPlan(plan, answer?.loaded, { copy }),
});
