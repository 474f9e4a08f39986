import type { Child } from 'hono/jsx';
import { provisionOf } from '../../domain/law/citation.ts';
import type { ResolvedCitation } from '../../domain/law/citations-of.ts';
import { citedOf, formatCitationShort } from '../../domain/law/format-citation.ts';
import type { KnownStatutes } from '../../domain/law/known-statutes.ts';
import type { Resolution, ResolutionStatus } from '../../domain/law/resolve-citation.ts';
import { statuteAnchor } from '../../domain/law/statute-anchor.ts';
import { Citation, type CitationProps, onDay } from '../../ui/index.ts';

const STATES: Record<ResolutionStatus, CitationProps['state']> = {
  'in-force': 'in-force',
  repealed: 'stale',
  'not-found': 'not-found',
  'not-covered': 'uncovered',
  'not-yet': 'future',
};

/** Where a statute stands on the page of law: `/lagrum#sfs-2025-400`. */
export function statuteHref(sfs: string): string {
  return `/lagrum#${statuteAnchor(sfs)}`;
}

/** The present counterparts in short form: `SoL 7 kap. 2 §`. Empty when none is known. */
export function successorLabel(resolution: Resolution, known: KnownStatutes): string {
  return resolution.counterparts
    .map(({ sfs, provisions }) => formatCitationShort(citedOf(sfs, provisions.map(provisionOf)), known))
    .join(', ');
}

/** One citation as a component's properties. `asked`: the day that was asked about when it is not today, for the links. */
export function citationProps({ citation, resolution }: ResolvedCitation, known: KnownStatutes, asked?: string): CitationProps {
  const successor = successorLabel(resolution, known);
  const first = resolution.counterparts[0]?.sfs;
  return {
    text: citation.text,
    state: STATES[resolution.status],
    ...(resolution.statute ? { href: onDay(statuteHref(resolution.statute.sfs), asked) } : {}),
    ...(successor && first ? { successor: { label: successor, href: onDay(statuteHref(first), asked) } } : {}),
  };
}

/** A citation as it is shown, with where it stands in its text. */
export type ShownCitation = { readonly start: number; readonly end: number; readonly props: CitationProps };

/** A text with the citations found in it marked. */
export function markCitations(text: string, found: readonly ShownCitation[]): Child {
  if (found.length === 0) return text;
  const pieces: Child[] = [];
  let at = 0;
  for (const { start, end, props } of found) {
    pieces.push(text.slice(at, start), <Citation {...props} />);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** The citations that stand within a part of a text, by where they stand in that part. */
export function within(found: readonly ShownCitation[], from: number, length: number): ShownCitation[] {
  return found
    .map((one) => ({ ...one, start: one.start - from, end: one.end - from }))
    .filter(({ start, end }) => start >= 0 && end <= length);
}
