import type { AgreementCitation } from './cited-law.ts';

export type CitationPage = { readonly items: readonly AgreementCitation[]; readonly next: string | undefined };

/** Where a citation stands among all: agreement, sentence in reading order, place in the sentence. `dalarna-missbruk-beroende-2021.12.40` */
export function citationKey({ sentence, citation }: AgreementCitation): string {
  return `${sentence.slug}.${sentence.position}.${citation.start}`;
}

/** The form of `citationKey`. */
export const CITATION_KEY = /^[a-z][a-z0-9-]{0,120}\.\d{1,7}\.\d{1,7}$/;

/**
 * At most `limit` citations after the key, in order. A key whose citation is gone still has its place, so that a reader who
 * was halfway when data changed goes on from there.
 */
export function pageOfCitations(all: readonly AgreementCitation[], after: string | undefined, limit: number): CitationPage {
  const rest = after === undefined ? all : all.filter((one) => compareKeys(citationKey(one), after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && rest.length > items.length ? citationKey(last) : undefined };
}

function compareKeys(a: string, b: string): number {
  const [slugA = '', positionA, startA] = a.split('.');
  const [slugB = '', positionB, startB] = b.split('.');
  if (slugA !== slugB) return slugA < slugB ? -1 : 1;
  return Number(positionA) - Number(positionB) || Number(startA) - Number(startB);
}
