import type { AgreementFile } from '../counties/agreement-file.ts';
import { sectionsOf } from './sections.ts';

/** An outside address that an agreement names: what it is called, the section it is in, and the check that the file itself records. */
export type OutsideLink = {
  readonly agreement: string;
  readonly version: string;
  readonly title: string;
  readonly kind: 'deepening' | AgreementFile['related'][number]['kind'];
  readonly section?: string | undefined;
  readonly url: string;
  readonly recorded?: AgreementFile['related'][number]['checked'];
};

/** The outside addresses of an agreement: of its documents, then of its text in reading order. Those that are only a title have none. */
export function outsideLinks({ slug, version, related, sections }: AgreementFile): OutsideLink[] {
  const base = { agreement: slug, version: version.label };
  const documents = related.flatMap(({ title, kind, url, checked: recorded }) => (url ? [{ ...base, title, kind, url, recorded }] : []));
  const deepening = sectionsOf(sections).flatMap(({ section }) =>
    section.deepening.flatMap(({ title, url, checked: recorded }) =>
      url ? [{ ...base, title, kind: 'deepening' as const, section: section.heading, url, recorded }] : [],
    ),
  );
  return [...documents, ...deepening];
}
