import type { LawFile } from '../../domain/counties/national-files.ts';
import { formatCitationShort } from '../../domain/law/format-citation.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';
import type { CitationProps } from '../../ui/index.ts';
import { citationProps } from './show-citations.tsx';

/** A law reference of a data file (`SoL 2025:400 19:1`) as a link in Swedish short form, with how it stands on the day. */
export function lawReferenceProps(law: LawFile, reference: string, on: string): CitationProps {
  const citation = parseLawReference(reference, law);
  if (!citation) return { text: reference, state: 'uncovered' };
  const resolution = resolveCitation(citation, law, Temporal.PlainDate.from(on));
  return { ...citationProps({ citation, resolution }, knownStatutes(law)), text: formatCitationShort(citation, knownStatutes(law)) };
}
