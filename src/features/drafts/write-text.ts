import { z } from 'zod';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { addSection, moveSection, removeSection } from '../../domain/drafts/arrange-sections.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { MOST_LIVE_HEADING, MOST_LIVE_LINES, MOST_LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { type TypedSection, writeSection } from '../../domain/drafts/write-section.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { mergedWithLive } from './live-merge.ts';
import { saveDraft } from './save-draft.ts';
import { SeenInput } from './write-input.ts';

/**
 * Writes the heading and the sentences of a section, one a line. Sentences that are still recognisable keep their ids. While others write in the section at the same
 * time, what is typed is merged with what they have written. Answers the number of the save. Refuses `section-too-long` (params: most, how many sentences it may have),
 * `section-not-found` and what saving refuses.
 */
export const writeDraftSection = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    section: Slug,
    heading: z.string().trim().min(1).max(MOST_LIVE_HEADING),
    lines: z.string().max(MOST_LIVE_TEXT),
  }),
  run: (context) => saveSection(context, context.input),
});

type SectionForm = Parameters<typeof mergedWithLive>[1];

/** Saves what a form says of a section, merged with what others are writing there. Refuses `section-too-long`, `section-not-found` and what saving refuses. */
export async function saveSection(
  context: Parameters<typeof mergedWithLive>[0],
  typed: SectionForm,
  rewritten?: TypedSection['rewritten'],
) {
  const { length } = typed.lines.split('\n');
  if (length > MOST_LIVE_LINES) return refuse('section-too-long', { most: MOST_LIVE_LINES });
  const form = await mergedWithLive(context, typed);
  const { section, heading, lines } = form;
  return saveDraft(context, form, `section:${section}`, (draft) =>
    findSection(draft.text.sections, section)
      ? writeSection(draft, section, { heading, lines, rewritten })
      : refuse('section-not-found', { section }),
  );
}

/** Adds an empty section after another, inside it, or last. Answers the number of the save and the id of the section. Refuses `section-not-found`. */
export const addDraftSection = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    heading: z.string().trim().min(1).max(300),
    beside: Slug.optional(),
    where: z.enum(['after', 'inside']),
  }),
  run: async (context) => {
    const { heading, beside, where } = context.input;
    let section = '';
    const saved = await saveDraft(context, context.input, 'outline', (draft) => {
      const added = addSection(draft, { heading, beside, where });
      if (isRefusal(added)) return added;
      section = added.id;
      return added.draft;
    });
    return isRefusal(saved) ? saved : { ...saved, section };
  },
});

/** Moves a section one step up or down among those beside it. Refuses `section-not-found`. */
export const moveDraftSection = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, section: Slug, to: z.enum(['up', 'down']) }),
  run: (context) => saveDraft(context, context.input, 'outline', (draft) => moveSection(draft, context.input.section, context.input.to)),
});

/** Takes a section away with those inside it. Refuses `section-not-found`, and `section-cited` while a term or a row rests on it. */
export const removeDraftSection = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, section: Slug }),
  run: (context) => saveDraft(context, context.input, 'outline', (draft) => removeSection(draft, context.input.section)),
});

const Day = IsoDate.optional();

/** Writes what the agreement is called, what it is in short, and from which day this text is to apply. */
export const writeDraftFacts = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    title: z.string().trim().min(3).max(400),
    short: z.string().trim().min(3).max(200),
    summary: z.string().trim().min(1).max(4000),
    from: IsoDate,
    to: Day,
  }),
  run: (context) => {
    const { title, short, summary, from, to } = context.input;
    if (to !== undefined && to < from) return Promise.resolve(refuse('ends-before-it-begins', {}));
    return saveDraft(context, context.input, 'facts', (draft) => {
      const { label } = draft.text.version;
      return { ...draft, text: { ...draft.text, title, short, summary, version: { label, from, ...(to ? { to } : {}) } } };
    });
  },
});
