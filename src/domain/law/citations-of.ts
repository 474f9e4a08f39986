import type { LawFile } from '../counties/national-files.ts';
import type { Citation } from './citation.ts';
import { knownStatutes } from './known-statutes.ts';
import { parseCitations } from './parse-citations.ts';
import { type Resolution, resolveCitation } from './resolve-citation.ts';

/** A citation together with what it comes to. */
export type ResolvedCitation = { citation: Citation; resolution: Resolution };

/** The citations of a text written on `writtenOn`, resolved on the day `on`. The short way for the sentences of agreements. */
export function citationsOf(text: string, law: LawFile, on: Temporal.PlainDate, writtenOn: Temporal.PlainDate = on): ResolvedCitation[] {
  return parseCitations(text, knownStatutes(law)).map((citation) => ({
    citation,
    resolution: resolveCitation(citation, law, on, writtenOn),
  }));
}

/** True when a reader should be warned: the law cited no longer applies, or has no such provision. */
export function isStale({ status }: Resolution): boolean {
  return status === 'repealed' || status === 'not-found';
}
