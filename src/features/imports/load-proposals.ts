import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { ImportedText } from '../../domain/imports/imported-text.ts';
import type { Knowledge } from '../../domain/imports/proposals/knowledge.ts';
import type { Proposal } from '../../domain/imports/proposals/proposal.ts';
import { proposeTerms } from '../../domain/imports/proposals/propose-terms.ts';
import { type Reviewed, reviewed } from '../../domain/imports/proposals/review.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { findImport, type ImportRow } from './imports.sql.ts';
import { listReviews } from './proposals.sql.ts';

/** An import with what is proposed for it and what has been said of that. */
export type ImportProposals = {
  readonly row: ImportRow & { readonly text: ImportedText };
  readonly county: CountyFile;
  readonly items: readonly Reviewed[];
};

/** How many imports have their proposals remembered at a time. */
const MOST_REMEMBERED = 20;

async function knowledgeFor(tx: Tx, county: CountyFile, day: string): Promise<Knowledge> {
  return { county, taxonomy: await nationalFile(tx, 'taxonomy'), law: await nationalFile(tx, 'law'), day: Temporal.PlainDate.from(day) };
}

const proposalsOf = perRevision<Proposal[]>(async (tx, key) => {
  const [id = '', code = '', day = ''] = key.split(' ');
  const row = await findImport(tx, id);
  const county = await countyOf(tx, code);
  return row && county ? proposeTerms(row.text, await knowledgeFor(tx, county, day)) : [];
}, MOST_REMEMBERED);

/** The proposals of an import on a day, with the reviews; undefined when there is no such import in the county. */
export async function loadProposals(tx: Tx, id: string, county: string, today: Temporal.PlainDate): Promise<ImportProposals | undefined> {
  const row = await findImport(tx, id);
  const file = await countyOf(tx, county);
  if (!row || row.county !== county || !file) return undefined;
  const proposals = await proposalsOf(tx, `${id} ${county} ${today.toString()}`);
  return { row, county: file, items: reviewed(proposals, await listReviews(tx, id)) };
}
