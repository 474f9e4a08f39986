import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';

/** The most places that are approved at once: more than any agreement has. */
const MOST_PLACES = 2000;

/**
 * Approves places of a draft on behalf of one's side, as they were seen (`hash`). Those that one's side has approved already are left. Answers how many were.
 * Refuses `draft-changed` when one of them is another than the one that was seen, `nothing-to-approve`, and what `loadDraftFor` refuses.
 */
export const approveDraft = useCase({
  permission: 'drafts.approve',
  mode: 'write',
  input: z.strictObject({
    draft: z.uuid(),
    places: z
      .array(z.strictObject({ place: z.string().max(200), hash: z.string().max(64) }))
      .min(1)
      .max(MOST_PLACES),
  }),
  run: async (context) => {
    const { tx, actor, input, record } = context;
    await lockDraft(tx, input.draft);
    const view = await loadDraftFor(context, input.draft, 'drafts.approve');
    if (isRefusal(view)) return view;
    const acting = assignmentOf(actor);
    const side = acting && sideOf(acting);
    if (!side) return refuse('forbidden', { permission: 'drafts.approve' });
    const changed = input.places.find(({ place, hash }) => view.hashes.get(place) !== hash);
    if (changed) return refuse('draft-changed', { place: changed.place });
    const fresh = input.places.filter(({ place }) => view.approvals.has(place) && !view.approvals.get(place)?.has(side));
    if (fresh.length === 0) return refuse('nothing-to-approve', {});
    await record({
      kind: 'drafts.approve',
      subject: { kind: 'draft', id: input.draft },
      content: { side, places: fresh.map(({ place }) => place), hashes: fresh.map(({ hash }) => hash) },
    });
    return { approved: fresh.length };
  },
});
