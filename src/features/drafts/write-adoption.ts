import { z } from 'zod';
import { Slug } from '../../domain/counties/ids.ts';
import { freeSlug } from '../../domain/counties/slug.ts';
import { AdoptionStep, DecidedBy } from '../../domain/counties/terms.ts';
import { placedAmong } from '../../domain/drafts/place-among.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { saveChecked } from './save-checked.ts';
import { saveDraft } from './save-draft.ts';
import { Cited, SeenInput, Words } from './write-input.ts';
import { withTerm } from './write-terms.ts';

const PLACE = 'term:adoption';

/** Where in a list something stands, as a form says it: the place of the one before it, or -1 to be first. */
export const After = z.int().min(-1).max(500);

/** Writes a step of the way to a decision: what is done, by whom, and after which step. Without `id` a new one. Refuses `step-not-found`. */
export const writeAdoptionStep = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    id: Slug.optional(),
    step: AdoptionStep.shape.step,
    by: z.array(DecidedBy).min(1).max(60),
    description: Words,
    after: After,
    cites: Cited,
  }),
  run: (context) => {
    const { id, step, by, description, after, cites } = context.input;
    let index = 0;
    return saveChecked(context, { place: PLACE, at: () => ['terms', 'adoption', index] }, (draft) => {
      const before = draft.text.terms.adoption ?? [];
      const was = before.findIndex((one) => one.id === id);
      if (id !== undefined && was < 0) return refuse('step-not-found', {});
      const taken = (slug: string) => before.some((one) => one.id === slug);
      const written = { id: id ?? freeSlug(step, taken), step, by, description, cites };
      const adoption = placedAmong(before, written, { was: was < 0 ? undefined : was, after });
      index = adoption.indexOf(written);
      return withTerm(draft, 'adoption', adoption);
    });
  },
});

/** Takes a step away. Refuses `step-not-found`, and `only-step` when it is the only one: every agreement is decided somehow. */
export const removeAdoptionStep = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, id: Slug }),
  run: (context) =>
    saveDraft(context, context.input, PLACE, (draft) => {
      const before = draft.text.terms.adoption ?? [];
      const adoption = before.filter(({ id }) => id !== context.input.id);
      if (adoption.length === before.length) return refuse('step-not-found', {});
      if (adoption.length === 0) return refuse('only-step', {});
      return withTerm(draft, 'adoption', adoption);
    }),
});
