import { z } from 'zod';
import { Actor, MatrixGroup } from '../../domain/counties/agreement-file.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { removeActor, removeGroup, writeActor, writeGroup, writeMatrix } from '../../domain/drafts/write-matrix.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { saveChecked } from './save-checked.ts';
import { saveDraft } from './save-draft.ts';
import { After } from './write-adoption.ts';
import { SeenInput, said, WordsOrNone } from './write-input.ts';

const write = { permission: 'drafts.write', mode: 'write' } as const;
const PLACE = 'matrix';
/** How an actor is named inside the text; older ones have underscores too. */
const ActorId = z.string().max(80);
/** How many of a kind an actor stands for at most. */
const MOST = 60;
const Title = z.string().trim().min(1).max(300);

/** Writes how the matrix is laid out and what is said of it. Refuses `only-column`. */
export const writeDraftMatrix = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, layout: z.enum(['columns', 'groups']), note: WordsOrNone }),
  run: (context) => {
    const { layout, note } = context.input;
    return saveDraft(context, context.input, PLACE, (draft) => writeMatrix(draft, { layout, note }));
  },
});

/** Writes a heading of the matrix and where it stands. Without `id` a new one. Refuses `group-not-found`. */
export const writeDraftGroup = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, id: MatrixGroup.shape.id.optional(), heading: Title, after: After }),
  run: (context) => {
    const { id, heading, after } = context.input;
    return saveDraft(context, context.input, PLACE, (draft) => {
      const written = writeGroup(draft, { id, heading, after });
      return isRefusal(written) ? written : written.draft;
    });
  },
});

/** Takes a heading away. Refuses `group-not-found`, `group-used` and `only-group`. */
export const removeDraftGroup = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, id: Slug }),
  run: (context) => saveDraft(context, context.input, PLACE, (draft) => removeGroup(draft, context.input.id)),
});

/**
 * Writes an actor: its name, whose it is, which units and professions it stands for, which others it is a group of, and its place among the columns (`after`,
 * none for one that is no column). Without `id` a new one. Refuses `actor-not-found` and `only-column`.
 */
export const writeDraftActor = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    id: ActorId.optional(),
    name: Title,
    short: z.string().trim().max(100),
    authority: Actor.shape.authority,
    performers: z.array(Slug).max(MOST),
    roles: z.array(Slug).max(MOST),
    includes: z.array(ActorId).max(MOST),
    note: WordsOrNone,
    after: After.optional(),
  }),
  run: (context) => {
    const { draft: _, seen: __, id: asked, short, note, after, ...typed } = context.input;
    let id = '';
    return saveChecked(context, { place: PLACE, at: () => ['actors', id] }, (draft) => {
      const written = writeActor(draft, { ...typed, ...said({ short, note }), id: asked, after });
      if (isRefusal(written)) return written;
      id = written.id;
      return written.draft;
    });
  },
});

/** Takes an actor away. Refuses `actor-not-found`, `actor-used` and `only-column`. */
export const removeDraftActor = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, id: ActorId }),
  run: (context) => saveDraft(context, context.input, PLACE, (draft) => removeActor(draft, context.input.id)),
});
