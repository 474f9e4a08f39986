import { z } from 'zod';
import { AgreementFile, Section, type Section as SectionType } from '../counties/agreement-file.ts';
import { IsoDate, Text } from '../counties/ids.ts';
import { ResponsibilityRow } from '../counties/responsibility.ts';
import { Terms } from '../counties/terms.ts';

/** The steps of participation, from being told to deciding oneself. Source: Arnstein's ladder as SKR has adapted it. */
export const participationLevels = ['information', 'consultation', 'dialogue', 'influence', 'shared-decision'] as const;
export type ParticipationLevel = (typeof participationLevels)[number];

/** An agreement as it is while it is written: what a finished one must have may still be missing. */
export const DraftText = z.strictObject({
  ...AgreementFile.shape,
  summary: Text.optional(),
  version: z.strictObject({ label: Text, from: IsoDate.optional(), to: IsoDate.optional() }),
  sections: z.array(Section),
  terms: Terms.partial(),
  responsibilities: z.array(ResponsibilityRow).default([]),
});
export type DraftText = z.infer<typeof DraftText>;

/**
 * What a working copy holds: the text with its terms, the children's perspective (which rows have been tried against it), how those whom it is about have
 * taken part, and the highest number that a sentence has had in each section, so that no id ever comes back as another sentence.
 */
export const DraftFile = z.strictObject({
  text: DraftText,
  children: z.strictObject({ considered: z.array(z.string()), text: z.string() }).default({ considered: [], text: '' }),
  influence: z.strictObject({ level: z.enum(participationLevels).optional(), text: z.string() }).default({ text: '' }),
  spent: z.record(z.string(), z.int()).default({}),
});
export type DraftFile = z.infer<typeof DraftFile>;

/** The section with this id, at any depth. */
export function findSection(sections: readonly SectionType[], id: string): SectionType | undefined {
  for (const section of sections) {
    const found = section.id === id ? section : findSection(section.sections, id);
    if (found) return found;
  }
  return undefined;
}

/** The same tree with one section changed; `change` answers undefined to take it away. */
export function mapSection(
  sections: readonly SectionType[],
  id: string,
  change: (section: SectionType) => SectionType | undefined,
): SectionType[] {
  return sections.flatMap((section) => {
    if (section.id === id) return change(section) ?? [];
    return [{ ...section, sections: mapSection(section.sections, id, change) }];
  });
}
