import type { AgreementCitation } from './cited-law.ts';

/** Where a citation stands among all: agreement, sentence in reading order, place in the sentence. `dalarna-missbruk-beroende-2021.12.40` */
export function citationKey({ sentence, citation }: AgreementCitation): string {
  return `${sentence.slug}.${sentence.position}.${citation.start}`;
}

/** The form of `citationKey`. */
export const CITATION_KEY = /^[a-z][a-z0-9-]{0,120}\.\d{1,7}\.\d{1,7}$/;

/** The order of two such keys: that of the agreements, then of the text. */
export function compareCitationKeys(a: string, b: string): number {
  const [slugA = '', positionA, startA] = a.split('.');
  const [slugB = '', positionB, startB] = b.split('.');
  if (slugA !== slugB) return slugA < slugB ? -1 : 1;
  return Number(positionA) - Number(positionB) || Number(startA) - Number(startB);
}
