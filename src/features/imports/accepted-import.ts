import { acceptedTerms, type LeftOut } from '../../domain/drafts/left-out.ts';
import type { ImportedText } from '../../domain/imports/imported-text.ts';
import { passagesOf } from '../../domain/imports/proposals/passages.ts';
import type { ReviewState } from '../../domain/imports/proposals/review.ts';
import type { CollectedTerms } from '../../domain/imports/proposals/terms-of.ts';
import type { Tx } from '../../platform/index.ts';
import type { ImportRow } from './imports.sql.ts';
import { loadProposals } from './load-proposals.ts';
import { listReviewers } from './proposals.sql.ts';

/** What people have accepted of an import: the file, its text, the terms, what they cannot become, who had answered, and how many answers there are of each kind. */
export type AcceptedImport = {
  readonly row: ImportRow & { readonly text: ImportedText };
  readonly collected: CollectedTerms;
  readonly leftOut: readonly LeftOut[];
  /** Accounts. */
  readonly reviewers: readonly string[];
  readonly counts: Readonly<Record<ReviewState, number>>;
};

/** What a draft of an import is made from; undefined when there is no such import in the county, or it is not theirs to see. */
export async function acceptedImport(tx: Tx, id: string, county: string, today: Temporal.PlainDate): Promise<AcceptedImport | undefined> {
  const found = await loadProposals(tx, id, county, today);
  if (!found) return undefined;
  const texts = new Map(passagesOf(found.row.text).map(({ address, text }) => [address, text]));
  const surroundings = { textOf: (address: string) => texts.get(address) ?? '', county: found.county };
  const counts = { waiting: 0, accepted: 0, changed: 0, rejected: 0 };
  for (const { state } of found.items) counts[state] += 1;
  return { row: found.row, ...acceptedTerms(found.items, surroundings), reviewers: await listReviewers(tx, id), counts };
}
