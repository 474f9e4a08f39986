import { dueOf, type RetentionRule, ruleOn } from '../../domain/retention/rule.ts';
import type { Tx } from '../../platform/index.ts';
import { listRules, listTimes } from './retention.sql.ts';
import { ruleOf } from './rule-of.ts';

/** How long a copy is kept, as its huvudman has stated it; `due` only for those that it was sent to. */
export type CopyRetention = {
  readonly rule: RetentionRule;
  readonly due: Temporal.PlainDate | undefined;
  readonly atLatest: Temporal.PlainDate | undefined;
};

/** How long each of some copies is kept, by id; a copy whose huvudman has stated nothing is not there. */
export async function retentionOf(
  tx: Tx,
  copies: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, CopyRetention>> {
  const times = await listTimes(tx, copies);
  if (times.length === 0) return new Map();
  const rules = await listRules(tx, [...new Set(times.map(({ organisation }) => organisation))]);
  const found = times.flatMap(({ copy, organisation, unit_kind, received_on, last_note }): [string, CopyRetention][] => {
    const stated = rules.filter((row) => row.organisation === organisation).map(ruleOf);
    const rule = ruleOn(stated, { unitKind: unit_kind, on: today });
    if (!rule) return [];
    const when = received_on && last_note ? dueOf(rule, { receivedOn: received_on, lastNote: last_note }) : undefined;
    return [[copy, { rule, due: when?.due, atLatest: when?.atLatest }]];
  });
  return new Map(found);
}
