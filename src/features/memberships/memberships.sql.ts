import { sql } from 'kysely';
import type { Party } from '../../domain/agreements/parties.ts';
import type { Turn } from '../../domain/memberships/turn.ts';
import type { Tx } from '../../platform/index.ts';

/** A party's joining or leaving, as it is kept. Days are ISO days. */
export type TurnRow = {
  readonly act: string;
  readonly slug: string;
  readonly label: string;
  readonly turn: Turn;
  readonly party: Party;
  readonly from: string;
  readonly decided: string;
  readonly body: string;
  readonly paragraph: string;
  readonly registry: string;
  readonly note: string;
};

/** Writes down that a party joins or leaves an agreement from a day. */
export async function insertTurn(tx: Tx, row: TurnRow): Promise<void> {
  const { act, slug, label, turn, party, from, decided, body, paragraph, registry, note } = row;
  await sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, note, party, decided_on, decided_by, paragraph)
    values (${act}, ${slug}, ${label}, ${turn}, ${from}, ${registry}, ${note}, ${party}, ${decided}, ${body}, ${paragraph})`.execute(tx);
}
