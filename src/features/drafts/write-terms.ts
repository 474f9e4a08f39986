import { z } from 'zod';
import { Cites, IsoDate, Period, Slug } from '../../domain/counties/ids.ts';
import { ActorRole, ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { freeSlug } from '../../domain/counties/slug.ts';
import { CadenceTerm, DecidedBy } from '../../domain/counties/terms.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { saveDraft } from './save-draft.ts';
import { SeenInput } from './write-text.ts';

/** Writes from when to when the agreement is valid, and the text that says so. Refuses `ends-before-it-begins`. */
export const writeDraftValidity = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, from: IsoDate, to: IsoDate.optional(), cites: Cites }),
  run: (context) => {
    const { from, to, cites } = context.input;
    if (to !== undefined && to < from) return Promise.resolve(refuse('ends-before-it-begins', {}));
    return saveDraft(context, context.input, 'term:validity', (draft) => {
      const note = draft.text.terms.validity?.note;
      const validity = { from, ...(to ? { to } : {}), ...(note ? { note } : {}), cites };
      return { ...draft, text: { ...draft.text, terms: { ...draft.text.terms, validity } } };
    });
  },
});

/** Writes something that recurs: followed up, evaluated or revised, how often and by whom. Without `id` a new one. Refuses `cadence-not-found`. */
export const writeDraftCadence = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    id: Slug.optional(),
    of: CadenceTerm.shape.of,
    kind: CadenceTerm.shape.kind,
    every: Period,
    strength: CadenceTerm.shape.strength,
    by: z.array(DecidedBy).max(10),
    starts: IsoDate,
    description: z.string().trim().min(1).max(2000),
    cites: Cites,
  }),
  run: (context) => {
    const { draft: _, seen: __, id, ...typed } = context.input;
    return saveDraft(context, context.input, 'term:cadences', (draft) => {
      const before = draft.text.terms.cadences ?? [];
      const known = before.map((one) => one.id);
      if (id !== undefined && !known.includes(id)) return refuse('cadence-not-found', { id });
      const cadence = { ...typed, id: id ?? freeSlug(typed.kind, (slug) => known.includes(slug)) };
      const cadences = id === undefined ? [...before, cadence] : before.map((one) => (one.id === id ? cadence : one));
      return { ...draft, text: { ...draft.text, terms: { ...draft.text.terms, cadences } } };
    });
  },
});

/** Takes away something that recurs. Refuses `cadence-not-found`. */
export const removeDraftCadence = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, id: Slug }),
  run: (context) =>
    saveDraft(context, context.input, 'term:cadences', (draft) => {
      const before = draft.text.terms.cadences ?? [];
      const cadences = before.filter(({ id }) => id !== context.input.id);
      if (cadences.length === before.length) return refuse('cadence-not-found', { id: context.input.id });
      return { ...draft, text: { ...draft.text, terms: { ...draft.text.terms, cadences } } };
    }),
});

/**
 * Writes a row of responsibility: what is done, in plain words, by whom and on which text it rests. What the form does not show (conditions, time limits, law)
 * is kept as it is. `begins`: a new row. Refuses `row-taken` when a new row would stand over one that is there, `row-not-found`, `actor-unknown` and `group-unknown` when the matrix has no such actor or heading.
 */
export const writeDraftRow = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    row: ResponsibilityRow.shape.id,
    begins: z.boolean(),
    group: Slug,
    activity: z.string().trim().min(1).max(300),
    plain: z.string().trim().min(1).max(1000),
    mode: ResponsibilityRow.shape.mode,
    actors: z
      .array(z.strictObject({ actor: z.string().max(60), role: ActorRole }))
      .min(1)
      .max(20),
    cites: Cites,
  }),
  run: (context) => {
    const { row: id, begins, group, activity, plain, mode, actors, cites } = context.input;
    return saveDraft(context, context.input, `row:${id}`, (draft) => {
      const { text } = draft;
      const stranger = actors.find(({ actor }) => !Object.hasOwn(text.actors, actor));
      if (stranger) return refuse('actor-unknown', { actor: stranger.actor });
      if (!text.matrix.groups.some((one) => one.id === group)) return refuse('group-unknown', { group });
      const before = text.responsibilities.find((one) => one.id === id);
      if (begins && before) return refuse('row-taken', { row: id });
      if (!begins && !before) return refuse('row-not-found', { row: id });
      const row = ResponsibilityRow.parse({ ...before, id, group, activity, plain, mode, actors, cites });
      const responsibilities = before ? text.responsibilities.map((one) => (one.id === id ? row : one)) : [...text.responsibilities, row];
      return { ...draft, text: { ...text, responsibilities } };
    });
  },
});

/** Takes a row away. Refuses `row-not-found`. */
export const removeDraftRow = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, row: ResponsibilityRow.shape.id }),
  run: (context) =>
    saveDraft(context, context.input, `row:${context.input.row}`, (draft) => {
      const responsibilities = draft.text.responsibilities.filter(({ id }) => id !== context.input.row);
      if (responsibilities.length === draft.text.responsibilities.length) return refuse('row-not-found', { row: context.input.row });
      return { ...draft, text: { ...draft.text, responsibilities } };
    }),
});
