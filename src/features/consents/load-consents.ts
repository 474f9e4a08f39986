import type { Consent, ConsentRows, Withdrawal } from '../../domain/consents/consent.ts';
import { dataKinds, type Giver, purposes } from '../../domain/consents/kinds.ts';
import type { Tx } from '../../platform/index.ts';
import { type ConsentRow, listConsents, listScopes, listWithdrawals, type ScopeRow } from './consents.sql.ts';

/** All that has been said of consents to a plan, as the rules read it, with the rows as they are kept. */
export type LoadedConsents = ConsentRows & { readonly kept: readonly ConsentRow[] };

/** What has been answered and taken back in a plan, whoever it is about: for the staff that keep its record, for the person, and of those who speak for them what they have answered themselves. */
export async function loadConsents(tx: Tx, plan: string): Promise<LoadedConsents> {
  const kept = await listConsents(tx, plan);
  const scopes = Map.groupBy(await listScopes(tx, plan), ({ consent }) => consent);
  const withdrawals = (await listWithdrawals(tx, plan)).map(
    ({ consent, scope, at, recorded_at }): Withdrawal => ({ consent, scope: scope ?? undefined, at, recordedAt: recorded_at }),
  );
  return { kept, withdrawals, consents: kept.map((row) => consentOf(plan, row, scopes.get(row.id) ?? [])) };
}

function consentOf(plan: string, row: ConsentRow, scopes: readonly ScopeRow[]): Consent {
  const giver: Giver = row.giver === 'person' ? { as: 'person' } : { as: row.giver, id: row.giver_id ?? '' };
  return {
    ...{ id: row.id, plan, kind: row.kind, answer: row.answer, giver, takenAt: row.given_at, recordedAt: row.recorded_at },
    scopes: scopes.toSorted(inOrder).map((scope) => ({ ...scope, unit: scope.unit ?? undefined })),
  };
}

/** What is opened first, then what is shut; part by part, as a plan is read. */
function inOrder(one: ScopeRow, other: ScopeRow): number {
  return (
    Number(other.permits) - Number(one.permits) ||
    dataKinds.indexOf(one.dataKind) - dataKinds.indexOf(other.dataKind) ||
    purposes.indexOf(one.purpose) - purposes.indexOf(other.purpose)
  );
}
