import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Condition, Misuse } from '../../../domain/consents/secrecy-rules-file.ts';
import type { KeyRing } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import type { DecisionRow, Verdict } from './disclosing.sql.ts';
import { judgedOf } from './disclosure-facts.ts';

/** A decision as it is shown: who may read what, by which rule, why, for how long, and what became of it. */
export type ShownDecision = {
  readonly id: string;
  readonly plan: string;
  readonly rule: string;
  readonly receiver: { readonly organisation: string; readonly organisationName: string; readonly unit: string; readonly unitName: string };
  readonly kinds: readonly DataKind[];
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** `open` while it holds; `over` when its time is out; `ended` before its time. */
  readonly state: 'open' | 'over' | 'ended';
  readonly endedAt: Temporal.Instant | undefined;
  readonly reason: string;
  readonly met: readonly Condition[];
  readonly misuse: readonly Misuse[];
  /** Undefined where it is not for the reader to know who decided. */
  readonly decider: string | undefined;
  readonly verdict: Verdict | undefined;
  readonly verdictReason: string | undefined;
};

/** A decision with its words, as it stands at a moment. */
export function shownDecision(keys: KeyRing, row: DecisionRow, now: Temporal.Instant): ShownDecision {
  const { met, misuse } = judgedOf(keys, row);
  const over = Temporal.Instant.compare(now, row.until) >= 0;
  return {
    ...{ id: row.id, plan: row.plan, rule: row.rule, kinds: row.data_kinds, from: row.from, until: row.until, met, misuse },
    receiver: { organisation: row.organisation, organisationName: row.organisation_name, unit: row.unit, unitName: row.unit_name },
    state: row.ended_at ? 'ended' : over ? 'over' : 'open',
    endedAt: row.ended_at ?? undefined,
    reason: keys.decrypt(row.reason_cipher, contexts.reason(row.id)),
    decider: row.decider ?? undefined,
    verdict: row.verdict ?? undefined,
    verdictReason: row.review_cipher ? keys.decrypt(row.review_cipher, contexts.review(row.id)) : undefined,
  };
}
