import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import type { Basis } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { APPLIES_TO, latestOf, type RetentionRule } from '../../domain/retention/rule.ts';
import { useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { listRules } from './retention.sql.ts';
import { ruleOf } from './rule-of.ts';

/** What law says of how long records are kept, in the catalogue of time limits. */
const IN_LAW = ['D28', 'D29'];

export type StatedRule = RetentionRule & { readonly statedAt: Temporal.Instant };
export type LegalLimit = {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly note: string;
  readonly basis: Basis;
};

/**
 * What one's own huvudman has stated of how long copies of plans are kept: what holds today, by kind of service, and all that has been stated, the last first;
 * and what law says, as far as the catalogue of time limits knows it.
 */
export const readRules = useCase({
  permission: 'retention.read-rules',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('retention-not-found');
    const rows = await listRules(tx, [organisation]);
    const rules = rows.map((row): StatedRule => ({ ...ruleOf(row), statedAt: row.stated_at }));
    const { deadlines } = await nationalFile(tx, 'deadlines');
    const limits = deadlines
      .filter(({ id }) => IN_LAW.includes(id))
      .map(({ name, value, source = '', note = '', basis }): LegalLimit => ({ name, value, source, note, basis }));
    return { rules, limits, current: APPLIES_TO.flatMap((appliesTo) => latestOf(rules, { appliesTo, on: today }) ?? []) };
  },
});
