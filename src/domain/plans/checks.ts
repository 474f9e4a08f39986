import { z } from 'zod';

const Answer = z.enum(['yes', 'no']).optional();

/** What has been asked about a plan and looked over, with the answers. What is left out nobody has asked. */
export const CheckAnswers = z.strictObject({
  circumstances: z.strictObject({ 'children-at-home': Answer, 'suicide-risk': Answer, violence: Answer, comorbidity: Answer }),
  relatives: z.enum(['take-part', 'not-wanted', 'none']).optional(),
  crisisPlan: z.enum(['made', 'not-wanted']).optional(),
  /** Has somebody read it through: is it written so that the person understands it? */
  plainLanguage: Answer,
  /** Could those who took part decide for their units? */
  mandate: Answer,
  /** Has the person been given their copy? */
  copyHanded: Answer,
});
export type CheckAnswers = z.output<typeof CheckAnswers>;

/** Nobody has asked about anything. */
export const NOTHING_ASKED: CheckAnswers = { circumstances: {} };
