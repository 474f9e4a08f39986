import { z } from 'zod';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { freeSlug } from '../../domain/counties/slug.ts';
import { CadenceTerm, DecidedBy } from '../../domain/counties/terms.ts';
import { periodFrom, recurrenceUnits } from '../../domain/drafts/recurrence-form.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { saveChecked } from './save-checked.ts';
import { saveDraft } from './save-draft.ts';
import { Cited, SeenInput } from './write-input.ts';
import { withTerm } from './write-terms.ts';

const PLACE = 'term:cadences';

/** Writes something that recurs: followed up, evaluated or revised, how often and by whom. Without `id` a new one. Refuses `cadence-not-found` and `period-invalid`. */
export const writeDraftCadence = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    id: Slug.optional(),
    of: CadenceTerm.shape.of,
    kind: CadenceTerm.shape.kind,
    every: z.strictObject({ count: z.string().max(20), unit: z.enum(recurrenceUnits) }),
    strength: CadenceTerm.shape.strength,
    by: z.array(DecidedBy).max(30),
    starts: IsoDate,
    description: z.string().trim().min(1).max(2000),
    cites: Cited,
  }),
  run: (context) => {
    const { draft: _, seen: __, id, ...typed } = context.input;
    let index = 0;
    return saveChecked(context, { place: PLACE, at: () => ['terms', 'cadences', index] }, (draft) => {
      const before = draft.text.terms.cadences ?? [];
      const known = before.map((one) => one.id);
      if (id !== undefined && !known.includes(id)) return refuse('cadence-not-found', { id });
      index = id === undefined ? before.length : known.indexOf(id);
      const every = periodFrom(typed.every, before[index]?.every);
      if (isRefusal(every)) return every;
      const cadence = { ...typed, every, id: id ?? freeSlug(typed.kind, (slug) => known.includes(slug)) };
      return withTerm(draft, 'cadences', id === undefined ? [...before, cadence] : before.with(index, cadence));
    });
  },
});

/** Takes away something that recurs. Refuses `cadence-not-found`. */
export const removeDraftCadence = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, id: Slug }),
  run: (context) =>
    saveDraft(context, context.input, PLACE, (draft) => {
      const before = draft.text.terms.cadences ?? [];
      const cadences = before.filter(({ id }) => id !== context.input.id);
      if (cadences.length === before.length) return refuse('cadence-not-found', { id: context.input.id });
      return withTerm(draft, 'cadences', cadences);
    }),
});
