import type { LawFile } from '../../domain/counties/national-files.ts';
import type { Citation } from '../../domain/law/citation.ts';
import { formatCitationShort } from '../../domain/law/format-citation.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';
import type { CitationProps } from '../../ui/index.ts';
import { citationProps } from './show-citations.tsx';

type ReadReference = { readonly citation: Citation; readonly text: string } | undefined;

/** What the references of data files say, for each law file: the same few stand on every page. */
const read = new WeakMap<LawFile, Map<string, ReadReference>>();

/**
 * A law reference of a data file (`SoL 2025:400 19:1`) as a link in Swedish short form, with how it stands on the day. `asked`: the day
 * that was asked about when it is not today, for the link.
 */
export function lawReferenceProps(law: LawFile, reference: string, on: string, asked?: string): CitationProps {
  const found = readReference(law, reference);
  if (!found) return { text: reference, state: 'uncovered' };
  const resolution = resolveCitation(found.citation, law, Temporal.PlainDate.from(on));
  return { ...citationProps({ citation: found.citation, resolution }, knownStatutes(law), asked), text: found.text };
}

function readReference(law: LawFile, reference: string): ReadReference {
  const known = read.get(law) ?? new Map<string, ReadReference>();
  read.set(law, known);
  if (!known.has(reference)) {
    const citation = parseLawReference(reference, law);
    known.set(reference, citation && { citation, text: formatCitationShort(citation, knownStatutes(law)) });
  }
  return known.get(reference);
}
