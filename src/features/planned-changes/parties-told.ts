import type { Party } from '../../domain/agreements/parties.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { readChosenRow } from '../../domain/planned-changes/chosen-rows.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { WorkedBy } from '../agreements/index.ts';

/** Whom a change is told: every other party of the agreements whose rows it touches. */
export type Told = { readonly agreements: readonly AgreementFile[]; readonly receivers: readonly Party[] };

/**
 * Finds the rows that somebody chose, and the parties of their agreements. Refuses `rows-missing`, and `row-not-in-force` (params: row) for one that is in
 * no agreement that the party works by.
 */
export function toldOf(
  worked: readonly WorkedBy[],
  rows: readonly string[],
  sender: Party,
): Told | Refusal<'rows-missing' | 'row-not-in-force'> {
  if (rows.length === 0) return refuse('rows-missing', { first: worked[0]?.agreement.slug ?? '' });
  const agreements = new Set<WorkedBy>();
  for (const word of rows) {
    const chosen = readChosenRow(word);
    const held = worked.find(({ agreement }) => agreement.slug === chosen?.agreement);
    if (!held?.agreement.responsibilities.some(({ id }) => id === chosen?.row)) {
      return refuse('row-not-in-force', { row: word, first: worked[0]?.agreement.slug ?? '' });
    }
    agreements.add(held);
  }
  const parties = new Set([...agreements].flatMap((one) => one.parties));
  parties.delete(sender);
  return { agreements: [...agreements].map(({ agreement }) => agreement), receivers: [...parties] };
}
