import { stableId, type Tx } from '../../platform/index.ts';
import { insertRule, type NewRule } from './retention.sql.ts';

/** How long a fictional huvudman says that it keeps its copies. */
export type SeedRule = Pick<NewRule, 'organisation' | 'applies_to' | 'years' | 'counts_from' | 'by_end_of_next_year' | 'citation'> & {
  readonly from_day: string;
};

/** States for a fictional huvudman how long it keeps its copies, as a proposal. For demo mode, as the owner. */
export async function seedRule(tx: Tx, rule: SeedRule, at: Temporal.Instant): Promise<void> {
  const id = stableId(`demo:retention:${rule.organisation}:${rule.applies_to}`);
  await insertRule(tx, { ...rule, id, keep: 'years', birth_days: [], basis: 'proposal' }, null, at);
}
