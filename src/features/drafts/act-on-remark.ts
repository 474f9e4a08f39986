import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import { MOST_REMARK, mayActOnRemark, type RemarkAct, remarkActs, remarkFault } from '../../domain/drafts/remarks/remark.ts';
import { applySuggestion, type Suggestion } from '../../domain/drafts/remarks/suggestion.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { onConstraint, type UseCaseContext, useCase } from '../../platform/index.ts';
import { lockDraft } from './drafts.sql.ts';
import { saveUnsaved } from './live-save.ts';
import { type DraftView, loadDraftFor } from './load-draft.ts';
import { type RemarkView, remarksOf } from './read-remarks.ts';
import { findKeyedRemarkAct, insertRemarkAct } from './remarks.sql.ts';
import { saveDraft } from './save-draft.ts';

const Input = { key: z.uuid(), draft: z.uuid(), remark: z.uuid(), text: z.string().trim().max(MOST_REMARK) } as const;

/**
 * Answers a remark, resolves a comment or opens it again, or withdraws what one wrote. The author, and those who have answered, are told. Answers the remark's id;
 * what is sent twice (`key`) is done once. Refuses `remark-not-found`, `remark-not-in-state`, `remark-empty`, `key-taken` for a key of something or somebody else, `forbidden`, and what `loadDraftFor` refuses.
 */
export const answerRemark = useCase({
  permission: 'drafts.answer-remark',
  mode: 'write',
  input: z.strictObject({ ...Input, act: z.enum(['answer', 'resolve', 'reopen', 'withdraw']) }),
  run: async (context) => {
    const found = await remarkFor(context, context.input.act);
    if (isRefusal(found)) return found;
    if ('done' in found) return found.done;
    return keep(context, context.input.act, found);
  },
});

/**
 * Puts a suggestion into the draft by the rule of its forms, as a save of its own, or turns it down with a reason. The author is told. Refuses
 * `suggestion-outdated` when its sentence is another by now, and what `answerRemark` and `saveDraft` refuse.
 */
export const settleSuggestion = useCase({
  permission: 'drafts.settle-suggestion',
  mode: 'write',
  input: z.strictObject({ ...Input, act: z.enum(['accept', 'reject']) }),
  run: async (context) => {
    const { draft, act } = context.input;
    if (act === 'accept') {
      // What somebody is typing in the shared text just now is text too: a sentence that they have reworded is another.
      await lockDraft(context.tx, draft);
      await saveUnsaved(context, draft);
    }
    const found = await remarkFor(context, act);
    if (isRefusal(found)) return found;
    if ('done' in found) return found.done;
    if (act === 'accept') {
      const { sort, place, sentence, words, wording } = found.remark;
      const suggestion: Suggestion = { sort: sort as Suggestion['sort'], place, sentence: sentence ?? undefined, words, wording };
      // Whether the sentence is what it was is asked of the suggestion itself, so everything up to now counts as seen.
      const saved = await saveDraft(context, { draft, seen: found.view.number }, place, (file) => applySuggestion(file, suggestion));
      if (isRefusal(saved)) return saved;
    }
    return keep(context, act, found);
  },
});

type Context = UseCaseContext<{ key: string; draft: string; remark: string; text: string }>;
type Done = { readonly done: { readonly id: string } };
type Found = { readonly view: DraftView; readonly remark: RemarkView };

/** The remark, when it can be done now by whoever asks; `done`, what it came to, when this very form has been sent before. */
async function remarkFor(context: Context, act: RemarkAct): Promise<Found | Done | Refusal> {
  const { tx, actor, input } = context;
  await lockDraft(tx, input.draft);
  const view = await loadDraftFor(context, input.draft, remarkActs[act].permission);
  if (isRefusal(view)) return view;
  const remark = (await remarksOf(tx, actor, view)).find(({ id }) => id === input.remark);
  if (!remark) return refuse('remark-not-found', {});
  const before = await findKeyedRemarkAct(tx, input.draft, input.key);
  if (before) {
    const sent = { account: getLogin(actor).account, remark: remark.id, kind: act, text: input.text };
    return saysTheSame(before, sent) ? { done: { id: remark.id } } : refuse('key-taken');
  }
  if (!mayActOnRemark(actor, act, remark, view.row)) return refuse('forbidden', { permission: remarkActs[act].permission });
  if ((act === 'answer' || act === 'reject') && input.text === '') return refuse('remark-empty', { field: 'text' });
  return remarkFault(remark, act) ?? { view, remark };
}

async function keep({ tx, actor, now, input, record }: Context, kind: RemarkAct, { remark }: Found) {
  const { key: id, draft, text } = input;
  const { account } = getLogin(actor);
  const acting = assignmentOf(actor);
  const side = acting && sideOf(acting);
  const permission = remarkActs[kind].permission;
  if (!side) return refuse('forbidden', { permission });
  const concerned = [...new Set([remark.account, ...remark.acts.map((act) => act.account)])].filter((one) => one !== account);
  const params = { draft, remark: remark.id, act: kind };
  const tell = concerned.length > 0 ? [{ kind: 'remark-answered', to: { accounts: concerned }, params }] : [];
  const act = await record({
    kind: permission,
    subject: { kind: 'draft', id: draft },
    content: { remark: remark.id, act: kind, side },
    tell,
  });
  return insertRemarkAct(tx, { id, draft, remark: remark.id, act, kind, text, side, account, at: now.toString() }).then(
    () => ({ id: remark.id }),
    (error: unknown) =>
      onConstraint<Refusal>(error, {
        draft_remark_ended_once: refuse('remark-not-in-state', { state: remark.state, act: kind }),
        draft_remark_act_pkey: refuse('key-taken'),
      }),
  );
}
