import { sql } from 'kysely';
import type { Basis } from '../../domain/counties/ids.ts';
import type { AppliesTo, CountsFrom, Keep } from '../../domain/retention/rule.ts';
import type { Tx } from '../../platform/index.ts';

export type RuleRow = {
  readonly id: string;
  readonly organisation: string;
  readonly applies_to: AppliesTo;
  readonly from_day: Temporal.PlainDate;
  readonly keep: Keep;
  readonly years: number | null;
  readonly counts_from: CountsFrom | null;
  readonly by_end_of_next_year: boolean;
  readonly birth_days: readonly number[];
  readonly basis: Basis | null;
  readonly citation: string;
  readonly stated_at: Temporal.Instant;
  readonly nth: string;
};

/** All that some huvudmän have stated, the last that was written first. */
export async function listRules(tx: Tx, organisations: readonly string[]): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select id, organisation_id as organisation, applies_to, from_day, keep, years, counts_from, by_end_of_next_year, birth_days, basis, citation, stated_at, nth
    from retention_rule where organisation_id = any (${organisations}::uuid[]) order by nth desc`.execute(tx);
  return rows;
}

export type NewRule = Omit<RuleRow, 'from_day' | 'stated_at' | 'nth'> & { readonly from_day: string };

/** Writes down what a huvudman states. Answers false when something has the id. `account` is null of what came with the demonstration. */
export async function insertRule(tx: Tx, one: NewRule, account: string | null, at: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into retention_rule (id, organisation_id, applies_to, from_day, keep, years, counts_from, by_end_of_next_year, birth_days, basis, citation, stated_by, stated_at)
    values (${one.id}, ${one.organisation}, ${one.applies_to}, ${one.from_day}, ${one.keep}, ${one.years}, ${one.counts_from}, ${one.by_end_of_next_year},
      ${[...one.birth_days]}::int[], ${one.basis}, ${one.citation}, ${account}, ${at}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type CopyTime = {
  readonly copy: string;
  readonly organisation: string;
  readonly unit_kind: string;
  /** Null for those that the copy was not sent to: when its time has gone is nothing of theirs. */
  readonly received_on: Temporal.PlainDate | null;
  readonly last_note: Temporal.PlainDate | null;
};

/** What the time of copies is counted from, of those that who acts knows of. */
export async function listTimes(tx: Tx, copies: readonly string[]): Promise<CopyTime[]> {
  if (copies.length === 0) return [];
  const { rows } = await sql<CopyTime>`select * from copies_retention(${copies}::uuid[])`.execute(tx);
  return rows;
}
