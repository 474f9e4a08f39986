import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import type { Anchored } from '../../domain/drafts/anchor.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import {
  isSuggestion,
  mayActOnRemark,
  type RemarkAct,
  type RemarkState,
  remarkActNames,
  remarkActs,
  remarkFault,
  remarkState,
} from '../../domain/drafts/remarks/remark.ts';
import { remarkPlaceNow } from '../../domain/drafts/remarks/remark-place.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Tx, type UseCaseContext, useCase } from '../../platform/index.ts';
import { type DraftView, loadDraft } from './load-draft.ts';
import { listRemarkActs, listRemarks, type RemarkActRow, type RemarkRow } from './remarks.sql.ts';

/** A remark as whoever asks sees it: what has been done, where it is, what has become of its place, and what they may do. */
export type RemarkView = RemarkRow & {
  readonly acts: readonly RemarkActRow[];
  readonly state: RemarkState;
  readonly now: Anchored;
  readonly abilities: ReadonlySet<RemarkAct>;
};

/** Every remark on a draft, oldest first. */
export async function remarksOf(tx: Tx, actor: UseCaseContext<unknown>['actor'], view: DraftView): Promise<RemarkView[]> {
  const [remarks, acts] = await Promise.all([listRemarks(tx, view.row.id), listRemarkActs(tx, view.row.id)]);
  return remarks.map((row) => {
    const remark = { ...row, acts: acts.get(row.id) ?? [] };
    const mayNow = (act: RemarkAct) =>
      view.abilities.has(remarkActs[act].permission) &&
      mayActOnRemark(actor, act, remark, view.row) &&
      remarkFault(remark, act) === undefined;
    return {
      ...remark,
      state: remarkState(remark),
      now: remarkPlaceNow({ place: row.place, sentence: row.sentence ?? undefined, words: row.words }, view.draft.text),
      abilities: new Set(remarkActNames.filter(mayNow)),
    };
  });
}

/** A working copy with every remark on it, and how many wait. Refuses `draft-not-found`. */
export const readRemarks = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const acting = assignmentOf(actor);
    const remarks = await remarksOf(tx, actor, view);
    const open = remarks.filter(({ state }) => state === 'open');
    const suggestions = open.filter(isSuggestion).length;
    return { ...view, side: acting && sideOf(acting), remarks, open: { comments: open.length - suggestions, suggestions } };
  },
});
