import type { RetentionRule } from '../../domain/retention/rule.ts';
import type { RuleRow } from './retention.sql.ts';

/** A rule as the domain takes it. */
export function ruleOf(row: RuleRow): RetentionRule {
  const { id, keep, years, basis, citation } = row;
  return {
    ...{ id, keep, years, basis, citation, appliesTo: row.applies_to, from: row.from_day, countsFrom: row.counts_from },
    ...{ byEndOfNextYear: row.by_end_of_next_year, birthDays: row.birth_days, nth: Number(row.nth) },
  };
}
