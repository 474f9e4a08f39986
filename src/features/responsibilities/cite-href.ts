import type { Citation } from '../../domain/responsibilities/compile-agreement.ts';
import { onDay } from '../../ui/index.ts';

/** Where a cited section or sentence of an agreement is read; `day` when the answer is of a day that was asked for: the text of that day. */
export function citeHref(slug: string, cite: string | undefined, day?: string): string {
  return onDay(`/avtal/${slug}${cite === undefined ? '' : `#${cite}`}`, day);
}

/** Where the place that a duty cites is read: its sentence where one is known, else its section. */
export function citationHref(slug: string, { section, sentence }: Pick<Citation, 'section' | 'sentence'>, day?: string): string {
  return citeHref(slug, sentence === undefined ? section : `${section}.${sentence}`, day);
}

/** The citations of a duty with each section once: its first sentence stands for it. */
export function oncePerSection(citations: readonly Citation[]): Citation[] {
  return citations.filter(({ section }, index) => citations.findIndex((other) => other.section === section) === index);
}
