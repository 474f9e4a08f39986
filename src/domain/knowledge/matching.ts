import type { KnowledgeFile } from '../counties/national-files.ts';
import type { CompiledAgreement, CompiledRow } from '../responsibilities/compile-agreement.ts';
import { type MatrixFilter, rowsMatching } from '../responsibilities/matrix-filter.ts';

type National = Parameters<typeof rowsMatching>[2];

/** Which tags of a page each choice is tried on. */
const TAGS = {
  performer: 'performers',
  role: 'roles',
  ageGroup: 'age-groups',
  severity: 'severities',
  condition: 'conditions',
} as const satisfies Record<keyof MatrixFilter, keyof KnowledgeFile['tags']>;

/** The pages that may concern what was chosen. A page goes only when its tags of that kind leave the choice out; no tags, no answer. */
export function knowledgeMatching(pages: readonly KnowledgeFile[], filter: MatrixFilter): KnowledgeFile[] {
  const chosen = Object.entries(TAGS).flatMap(([name, tags]) => {
    const value = filter[name as keyof MatrixFilter];
    return value === undefined ? [] : [{ value, tags }];
  });
  return pages.filter((page) => chosen.every(({ value, tags }) => page.tags[tags].length === 0 || page.tags[tags].includes(value)));
}

/**
 * How an agreement stands to what was chosen: the rows that may concern it, and whether the agreement itself may. One that does not
 * still has the rows that always hold.
 */
export type AgreementMatch = { readonly rows: readonly CompiledRow[]; readonly fits: boolean };

export function agreementMatch(compiled: CompiledAgreement, filter: MatrixFilter, national: National): AgreementMatch {
  const rows = rowsMatching(compiled, filter, national);
  return { rows, fits: rows.length === compiled.rows.length || rows.some(({ row }) => !row.always) };
}
