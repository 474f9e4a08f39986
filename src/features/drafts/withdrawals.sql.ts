import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** What a party or a body has decided about withdrawing a published version. Empty texts are what was not said. */
export type WithdrawalRow = {
  readonly decider: string;
  readonly on: string;
  /** The day from which it no longer applies; null when they said no. */
  readonly from: string | null;
  readonly body: string;
  readonly paragraph: string;
  readonly registry: string;
};

/** The decisions about withdrawing what a draft became, by day. */
export async function listWithdrawalDecisions(tx: Tx, draft: string): Promise<WithdrawalRow[]> {
  const { rows } = await sql<WithdrawalRow>`select decider, decided_on::text as "on", holds_from::text as "from", body, paragraph, registry
    from draft_withdrawal_decision where draft_id = ${draft} order by decided_on, decider`.execute(tx);
  return rows;
}

export async function insertWithdrawalDecision(tx: Tx, draft: string, decision: WithdrawalRow & { act: string }): Promise<void> {
  const { act, decider, on, from, body, paragraph, registry } = decision;
  const outcome = from === null ? 'rejected' : 'approved';
  await sql`insert into draft_withdrawal_decision (act_id, draft_id, decider, outcome, decided_on, holds_from, body, paragraph, registry)
    values (${act}, ${draft}, ${decider}, ${outcome}, ${on}, ${from}, ${body}, ${paragraph}, ${registry})`.execute(tx);
}

/** Writes down that a published version is withdrawn from a day. */
export async function insertWithdrawal(
  tx: Tx,
  { act, slug, label, on, registry, note }: { act: string; slug: string; label: string; on: string; registry: string; note: string },
): Promise<void> {
  await sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, note)
    values (${act}, ${slug}, ${label}, 'withdrawn', ${on}, ${registry}, ${note})`.execute(tx);
}
