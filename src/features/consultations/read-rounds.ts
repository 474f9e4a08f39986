import { z } from 'zod';
import { type Anchored, anchoredIn } from '../../domain/drafts/anchor.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findDraftText, loadDraftFor } from '../drafts/index.ts';
import { askable } from './askable.ts';
import { listDispositions } from './comments.sql.ts';
import { listOpenings } from './consultations.sql.ts';
import { loadRounds } from './list-rounds.ts';
import { loadRound } from './load-round.ts';

/** Every round that whoever asks may read, the latest opened first. */
export const readRounds = useCase({
  permission: 'consultations.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => loadRounds(tx, actor, today),
});

/** One round as whoever asks may read it. Refuses `round-not-found`. */
export const readRound = useCase({
  permission: 'consultations.read',
  mode: 'read',
  input: z.strictObject({ round: z.uuid() }),
  run: async ({ tx, actor, today, input }) => loadRound(tx, actor, input.round, today),
});

/**
 * A round for those who see to it: also on which day each of those asked first had the text before them, what each view was answered before, and what has become of the place that
 * it is about in the text as it is now (none for those who may not read that). Refuses `round-not-found`, also to those who do not see to it.
 */
export const readViews = useCase({
  permission: 'consultations.read',
  mode: 'read',
  input: z.strictObject({ round: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadRound(tx, actor, input.round, today);
    if (isRefusal(view)) return view;
    if (!view.oversees) return refuse('round-not-found', { id: input.round });
    const [openings, dispositions, text] = await Promise.all([
      listOpenings(tx, input.round),
      listDispositions(tx, input.round),
      findDraftText(tx, actor, view.row.draft),
    ]);
    const anchored = new Map<string, Anchored>();
    for (const { id, section, sentence, words } of text ? view.comments : []) {
      if (text) anchored.set(id, anchoredIn({ section: section ?? undefined, sentence: sentence ?? undefined, words }, text));
    }
    return { ...view, openings, dispositions, anchored };
  },
});

/** What is needed to open a round of a working copy: its text, and everyone who can be asked. Refuses what `loadDraftFor` refuses. */
export const readOpening = useCase({
  permission: 'consultations.open',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async (context) => {
    const { tx, today, input } = context;
    const view = await loadDraftFor(context, input.draft, 'drafts.write');
    return isRefusal(view) ? view : { ...view, askable: await askable(tx, view.row.county, today) };
  },
});
