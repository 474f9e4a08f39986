import { z } from 'zod';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { insertWithdrawal } from './decisions.sql.ts';
import { lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';

/**
 * Writes down that the parties have decided to withdraw a published version from a day, under the number of that decision. The version stays as it is; its
 * status follows from the act. Refuses `withdrawn-before-it-applies`, and what `loadDraftFor` refuses.
 */
export const withdrawVersion = useCase({
  permission: 'drafts.withdraw',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid(), on: IsoDate, registry: z.string().trim().min(1).max(60), note: z.string().trim().max(1000) }),
  run: async (context) => {
    const { tx, input, record } = context;
    const { draft, on, registry, note } = input;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.withdraw');
    if (isRefusal(view)) return view;
    const { slug, label, county } = view.row;
    const { from } = view.draft.text.version;
    if (from !== undefined && on < from) return refuse('withdrawn-before-it-applies', { from });
    const effectiveOn = Temporal.PlainDate.from(on);
    const act = await record({
      kind: 'drafts.withdraw',
      subject: { kind: 'draft', id: draft },
      effectiveOn,
      content: { slug, label, county, on },
    });
    await insertWithdrawal(tx, { act, slug, label, on, registry, note });
    return { slug, label };
  },
});
