import { z } from 'zod';
import { AGREEMENT_KINDS } from './agreement-file.ts';
import { CountyCode, Slug, Text } from './ids.ts';

/** The terms that a section of an outline may be the ground of, by their names in an agreement. */
export const TERM_NAMES = [
  'parties',
  'target',
  'validity',
  'extension',
  'adoption',
  'cadences',
  'ladders',
  'duty-to-inform',
  'local-agreements',
  'termination',
  'minor-amendment',
] as const;
export type TermName = (typeof TERM_NAMES)[number];

/**
 * A heading that an agreement is written under: what belongs there in our own words, and questions that help the writers.
 * A required one must hold text, or answers to its questions, before anything is decided; in `child` the child's perspective is told.
 * `prompts` are only to think of.
 */
const OutlineSectionBase = z.strictObject({
  id: Slug,
  number: z.string().optional(),
  heading: Text,
  required: z.boolean().default(false),
  child: z.boolean().default(false),
  guidance: z.array(Text).default([]),
  prompts: z.array(Text).default([]),
  /** Questions that are answered one by one, each with who, when and how far it has come. An answer is text of the section. */
  questions: z.array(z.strictObject({ id: Slug, text: Text })).default([]),
  encodes: z.array(z.enum(TERM_NAMES)).default([]),
});
export type OutlineSection = z.infer<typeof OutlineSectionBase> & { sections: OutlineSection[] };
export const OutlineSection: z.ZodType<OutlineSection> = OutlineSectionBase.extend({
  get sections() {
    return z.array(OutlineSection).default([]);
  },
}) as unknown as z.ZodType<OutlineSection>;

/** outlines/<id>.yaml: how an agreement is laid out. `counties`: where it is used; none named is everywhere. */
export const OutlineFile = z.strictObject({
  id: Slug,
  title: Text,
  about: Text,
  kinds: z.array(z.enum(AGREEMENT_KINDS)).min(1),
  counties: z.array(CountyCode).default([]),
  source: Text,
  sections: z.array(OutlineSection).min(1),
});
export type OutlineFile = z.infer<typeof OutlineFile>;

/** Every section of an outline, parents before children. */
export function outlineSections(sections: readonly OutlineSection[]): OutlineSection[] {
  return sections.flatMap((section) => [section, ...outlineSections(section.sections)]);
}
