import { z } from 'zod';
import { IsoDate, Slug, Text, WebAddress } from './ids.ts';
import { ResponsibilityRow } from './responsibility.ts';

/** How far something has come. `not-applicable` says why. Source: Jönköpings läns stöd för lokala överenskommelser, as a list of questions. */
export const PRACTICE_STATUSES = ['not-begun', 'ongoing', 'done', 'not-applicable'] as const;
export type PracticeStatus = (typeof PRACTICE_STATUSES)[number];

/** Who does it: a unit of the register, by its id and the name it had when it was written, or somebody in words. */
export const Doer = z.strictObject({ name: Text, unit: z.uuid().optional() });
export type Doer = z.infer<typeof Doer>;

/** How something is done in a municipality, by whom and when; where it is shown, and how far it has come. `reason`: why it is not applicable. */
export const Practice = z.strictObject({
  how: Text.optional(),
  by: z.array(Doer).max(20).default([]),
  when: Text.optional(),
  until: IsoDate.optional(),
  evidence: z.strictObject({ title: Text, url: WebAddress.optional() }).optional(),
  status: z.enum(PRACTICE_STATUSES),
  reason: Text.optional(),
});
export type Practice = z.infer<typeof Practice>;

/** How a responsibility of the parent is met here; `activity`: what the parent called it when this was written. */
export const RowPractice = Practice.extend({ activity: Text });
/** The answer to a question of the outline, with the question as it was put and the section it belongs to. */
export const AnswerPractice = Practice.extend({ question: Text, section: Slug });

/** What a local agreement has beside its prose: by the row ids of its parent, and by the ids of the questions of its outline. */
export const LocalPractices = z.strictObject({
  rows: z.record(ResponsibilityRow.shape.id, RowPractice).default({}),
  answers: z.record(Slug, AnswerPractice).default({}),
});
export type LocalPractices = z.infer<typeof LocalPractices>;
