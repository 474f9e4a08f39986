import type { Context } from 'hono';
import type { DraftAct } from '../../domain/drafts/process.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { AppEnv } from '../../platform/index.ts';
import { actPage, type Prepared, type Values } from '../forms/index.ts';
import { askedDraft, type DraftReading, draftHref } from './parts.tsx';
import type { Seen } from './save-draft.ts';
import { TextNow } from './text-now.tsx';
import { refusals } from './texts-refusals.ts';
import { savedHref } from './unfolded.ts';

/** What a form of a working copy shows; caption, the way back and what was seen are the same for all. */
export type DraftFormShown = Omit<Prepared, 'hidden' | 'caption' | 'back'> & { readonly caption?: string; readonly back?: string };

/** A page with a form that writes one place of a working copy. */
export type DraftForm<Saved = unknown> = {
  /** What comes after `/arbetsversioner/:id/`. */
  readonly path: string;
  /** The act it does, which is also its permission; to write, when it says nothing. */
  readonly act?: DraftAct;
  /** Only for whoever may do the act where the draft is now: to others there is no such page. */
  readonly onlyWhenAble?: true;
  /** What to show of the draft as it is now; undefined when what the address names is not there. */
  readonly prepare: (reading: DraftReading, c: Context<AppEnv>) => DraftFormShown | undefined | Promise<DraftFormShown | undefined>;
  /** Saves what was typed on top of what was seen. */
  readonly save: (c: Context<AppEnv>, seen: Seen, values: Values) => Promise<Saved | Refusal>;
  /** Where to go then; to the draft itself, when it says nothing. */
  readonly next?: (here: string, saved: Exclude<Saved, Refusal>) => string;
};

/**
 * The door of a form of a working copy. The form carries the number of the save that it was made from. When somebody else has written the same place since,
 * what was typed stays, what stands there now is shown beside it, and saving once more is a choice.
 */
export function draftFormPage<Saved>(form: DraftForm<Saved>) {
  const act = form.act ?? 'drafts.write';
  return actPage({
    path: `/arbetsversioner/:id/${form.path}`,
    permission: act,
    texts: refusals,
    prepare: async (c, _, refused) => {
      const reading = await askedDraft(c);
      if (!reading || (form.onlyWhenAble && !reading.abilities.has(act))) return undefined;
      const shown = await form.prepare(reading, c);
      if (!shown) return undefined;
      const isStale = refused?.refusal.code === 'draft-changed';
      return {
        caption: reading.draft.text.short,
        back: draftHref(reading.row.id),
        ...shown,
        // Whoever mends a slip of the pen has not seen what others wrote meanwhile.
        hidden: { seen: refused && !isStale ? String(seenIn(refused.values)) : String(reading.number) },
        before: (
          <>
            {isStale && <TextNow fields={shown.fields} now={shown.initial} typed={refused.values} />}
            {shown.before}
          </>
        ),
      };
    },
    run: async (c, values) => {
      const draft = c.req.param('id') ?? '';
      const saved = await form.save(c, { draft, seen: seenIn(values) }, values);
      if (isRefusal(saved)) return saved;
      const here = draftHref(draft);
      return { next: form.next ? form.next(here, saved as Exclude<Saved, Refusal>) : savedHref(here, form.path) };
    },
  });
}

/** The number of the save that a form was made from; 0, which is before all, when it does not say. */
function seenIn(values: Values): number {
  const typed = values.one('seen');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
