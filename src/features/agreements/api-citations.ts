import { z } from '@hono/zod-openapi';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';

/** Where in which version of an agreement something is written: the one form that every part of the API uses. */
export const CitationBody = z
  .strictObject({
    agreement: z.string(),
    version: z.string(),
    section: z.string(),
    sentence: z.string().nullable(),
    heading: z.string(),
    url: z.string(),
  })
  .openapi('AgreementCitation', {
    description: 'Var i överenskommelsen det står. `sentence` är null när hela avsnittet avses. `url` leder till stället.',
    example: {
      agreement: 'dalarna-missbruk-beroende-2021',
      version: '2021',
      section: 'giltighetstid',
      sentence: 'a1',
      heading: 'Giltighetstid',
      url: '/avtal/dalarna-missbruk-beroende-2021?version=2021#giltighetstid.a1',
    },
  });
export type CitationBody = z.infer<typeof CitationBody>;

/** The address of a section or sentence (`section.sentence`) in the text of one version. */
export function placeInVersion({ slug, version }: Pick<AgreementFile, 'slug' | 'version'>, cite: string): string {
  return `/avtal/${slug}?version=${encodeURIComponent(version.label)}#${cite}`;
}

/** Turns the cites of an agreement's terms into citations that lead to the text of that very version. */
export function citationsIn(agreement: Pick<AgreementFile, 'slug' | 'version' | 'sections'>): (cites: readonly string[]) => CitationBody[] {
  const headings = new Map(sectionsOf(agreement.sections).map(({ section }) => [section.id, section.heading]));
  return (cites) =>
    cites.map((cite) => {
      const [section = cite, sentence] = cite.split('.');
      return {
        agreement: agreement.slug,
        version: agreement.version.label,
        section,
        sentence: sentence ?? null,
        heading: headings.get(section) ?? section,
        url: placeInVersion(agreement, cite),
      };
    });
}
