import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { writtenOut } from '../../domain/drafts/places.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { UseCaseContext } from '../../platform/index.ts';
import { findLastChange, insertRevision, lockDraft } from './drafts.sql.ts';
import { type DraftView, loadDraftFor } from './load-draft.ts';

/** Which draft, and what was seen of it: the number of the save that the form was made from. */
export type Seen = { readonly draft: string; readonly seen: number };

/**
 * Saves a change of one place of a draft as a new revision. Others may have saved other places since the form was made, and keep what they wrote; whoever has
 * seen an older text of this very place is refused `draft-changed`. Refuses also `draft-not-found`, `forbidden`, `draft-not-in-state` and what `change` refuses.
 * Answers the number of the save; that of the last one when nothing is different.
 */
export async function saveDraft<Fault extends Refusal = never>(
  context: Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'now'>,
  { draft: id, seen }: Seen,
  place: string,
  change: (draft: DraftFile, view: DraftView) => DraftFile | Fault | Promise<DraftFile | Fault>,
) {
  const { tx, actor, now } = context;
  await lockDraft(tx, id);
  const view = await loadDraftFor(context, id, 'drafts.write');
  if (isRefusal(view)) return view;
  const acting = assignmentOf(actor);
  const side = acting && sideOf(acting);
  if (!side) return refuse('forbidden', { permission: 'drafts.write' });
  // A number that no save has had yet was not seen by anybody.
  if (seen > view.number || (await findLastChange(tx, id, place)) > seen) return refuse('draft-changed', { place });
  const content = await change(view.draft, view);
  if (isRefusal(content)) return content;
  if (writtenOut(content) === writtenOut(view.draft)) return { number: view.number };
  const number = view.number + 1;
  await insertRevision(tx, { draft: id, number, place, content, side, account: getLogin(actor).account, at: now });
  return { number };
}
