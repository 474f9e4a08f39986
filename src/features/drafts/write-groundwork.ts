import { z } from 'zod';
import { participationLevels } from '../../domain/drafts/draft-file.ts';
import { useCase } from '../../platform/index.ts';
import { saveDraft } from './save-draft.ts';
import { SeenInput } from './write-input.ts';

/** Writes how the agreement looks from the child's side, and which rows have been tried against it. Rows that are not there are left out. */
export const writeChildCheck = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, considered: z.array(z.string().max(60)).max(1000), text: z.string().trim().max(8000) }),
  run: (context) =>
    saveDraft(context, context.input, 'children', (draft) => {
      const known = new Set(draft.text.responsibilities.map(({ id }) => id));
      const considered = [...new Set(context.input.considered)].filter((id) => known.has(id)).sort();
      return { ...draft, children: { considered, text: context.input.text } };
    }),
});

/** Writes how those whom the agreement is about have taken part, and on which step of the ladder of participation. */
export const writeInfluence = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, level: z.enum(participationLevels), text: z.string().trim().min(1).max(8000) }),
  run: (context) =>
    saveDraft(context, context.input, 'influence', (draft) => {
      const { level, text } = context.input;
      return { ...draft, influence: { level, text } };
    }),
});
