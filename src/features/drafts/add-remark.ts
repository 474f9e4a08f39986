import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import { MOST_REMARK, remarkSorts, remarkSortsIn } from '../../domain/drafts/remarks/remark.ts';
import { remarkPlaceIn, sectionOf } from '../../domain/drafts/remarks/remark-place.ts';
import { sentenceTyped } from '../../domain/drafts/remarks/suggestion.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { findRevision, lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { findKeyedRemark, insertRemark, listWriters } from './remarks.sql.ts';

/**
 * Writes a remark on a place of a draft as it was seen (`seen`, the number of the save): a comment, or, while the text is written, a suggestion for it. Those who
 * have written in the draft are told. Answers its id, the form's `key`: what is sent twice is written once. Refuses `remark-empty`, `remark-not-here` for a suggestion where there is no text, `remark-place-not-found`, `draft-changed`
 * when a suggestion is for words that are others by now, `remark-same`, `key-taken` for a key of something or somebody else, and what `loadDraftFor` refuses.
 */
export const addRemark = useCase({
  permission: 'drafts.remark',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    draft: z.uuid(),
    seen: z.int32().min(0),
    sort: z.enum(remarkSorts),
    place: z.string().max(200),
    sentence: Slug.optional(),
    text: z.string().trim().max(MOST_REMARK),
    wording: z.string().max(MOST_REMARK).transform(sentenceTyped),
  }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    const { key: id, draft, sort, place, sentence, text } = input;
    const isComment = sort === 'comment';
    const wording = isComment || sort === 'remove' ? '' : input.wording;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.remark');
    if (isRefusal(view)) return view;
    const { account } = getLogin(actor);
    const before = await findKeyedRemark(tx, draft, id);
    if (before) {
      return saysTheSame(before, { account, sort, place, sentence, wording, text }) ? { id } : refuse('key-taken');
    }
    if (!remarkSortsIn(view.process).includes(sort))
      return refuse('draft-not-in-state', { state: view.process.state, act: 'drafts.settle-suggestion' });
    const acting = assignmentOf(actor);
    const side = acting && sideOf(acting);
    if (!side) return refuse('forbidden', { permission: 'drafts.remark' });
    if (isComment && text === '') return refuse('remark-empty', { field: 'text' });
    if (!isComment && sort !== 'remove' && wording === '') return refuse('remark-empty', { field: 'wording' });
    if (!isComment && (sectionOf(place) === undefined || (sort !== 'insert' && sentence === undefined)))
      return refuse('remark-not-here', { sort });
    const seen = await findRevision(tx, draft, input.seen);
    const then = seen && remarkPlaceIn(seen.content.text, place, sentence);
    if (!then) return refuse('remark-place-not-found', {});
    const stands = remarkPlaceIn(view.draft.text, place, sentence);
    if (!isComment && stands?.words !== then.words) return refuse('draft-changed', { place });
    if (sort === 'reword' && wording === then.words) return refuse('remark-same', {});
    const writers = (await listWriters(tx, draft)).filter((one) => one !== account);
    const tell = writers.length > 0 ? [{ kind: 'remark-written', to: { accounts: writers }, params: { draft, remark: id, sort } }] : [];
    const content = { remark: id, sort, place, side };
    const act = await record({ kind: 'drafts.remark', subject: { kind: 'draft', id: draft }, content, tell });
    const kept = { id, draft, act, account, side, at: now.toString() };
    return insertRemark(tx, { ...kept, sort, place, sentence: sentence ?? null, words: then.words, wording, text }).then(
      () => ({ id }),
      (error: unknown) => onConstraint(error, { draft_remark_pkey: refuse('key-taken') }),
    );
  },
});
