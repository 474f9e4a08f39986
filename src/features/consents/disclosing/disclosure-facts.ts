import { z } from 'zod';
import { ageAt } from '../../../domain/consents/maturity.ts';
import { type DisclosureFacts, type DisclosureGround, mayDisclose, regimeOf } from '../../../domain/consents/may-disclose.ts';
import {
  type Condition,
  conditions,
  type Misuse,
  misuses,
  type SecrecyRule,
  type SecrecyRulesFile,
} from '../../../domain/consents/secrecy-rules-file.ts';
import { parsePersonalNumber } from '../../../domain/persons/personal-number.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { truthOf } from '../../../domain/responsibilities/truth.ts';
import type { KeyRing } from '../../../platform/index.ts';
import { openText, personContexts } from '../../persons/index.ts';
import type { Loaded } from '../../plans/index.ts';
import { contexts } from '../sealed.ts';
import type { DecisionRow, ReceiverRow } from './disclosing.sql.ts';

/** What is judged by whoever decides. Age, misuse by what is named, and whose the units are follow from facts. */
export const judgedConditions = conditions.filter(
  (one): one is JudgedCondition => !['under-18', 'under-21', 'ongoing-misuse', 'same-huvudman'].includes(one),
);
export type JudgedCondition = Exclude<Condition, 'under-18' | 'under-21' | 'ongoing-misuse' | 'same-huvudman'>;

/** What was judged, as it is kept beside a decision. `met`: the conditions of the rule by which it was taken; `ticked`: all that somebody judged to hold. */
const Judged = z.strictObject({
  met: z.array(z.enum(conditions)),
  ticked: z.array(z.enum(judgedConditions)),
  misuse: z.array(z.enum(misuses)),
});
export type Judged = z.output<typeof Judged>;

/** What was judged when a decision was taken. */
export function judgedOf(keys: KeyRing, { id, judged_cipher }: Pick<DecisionRow, 'id' | 'judged_cipher'>): Judged {
  const kept = openText(keys, judged_cipher, contexts.judged(id));
  return kept === undefined ? { met: [], ticked: [], misuse: [] } : Judged.parse(JSON.parse(kept));
}

/** The rules that a unit of this regime may ever use, as far as they are known. */
export function rulesFor({ rules }: SecrecyRulesFile, ours: ReturnType<typeof regimeOf>): readonly SecrecyRule[] {
  return ours === undefined ? [] : rules.filter(({ standing, from }) => standing === 'usable' && from.includes(ours));
}

/** The age in full years that the number of the person tells; undefined where it tells none. */
function ageOf(keys: KeyRing, { row }: Loaded, now: Temporal.Instant, today: Temporal.PlainDate): number | undefined {
  const number = openText(keys, row.number_cipher, personContexts.number(row.person_id));
  const read = number === undefined ? undefined : parsePersonalNumber(number, { today });
  if (!read || 'fault' in read || read.kind === 'reservnummer' || !read.dateInNumber) return undefined;
  return ageAt(read.dateInNumber, now);
}

/**
 * May our unit tell this one by the rule, as what is judged stands? Refuses `rule-not-found`, `regime-not-known` (params: whose; under which secrecy a unit works is not
 * known), and what `mayDisclose` refuses.
 */
export function groundOf(
  { keys, now, today, loaded }: { keys: KeyRing; now: Temporal.Instant; today: Temporal.PlainDate; loaded: Loaded },
  file: SecrecyRulesFile,
  asked: { ours: ReceiverRow | undefined; theirs: ReceiverRow; rule: string; met: readonly JudgedCondition[]; misuse: readonly Misuse[] },
): DisclosureGround | Refusal {
  const { ours, theirs, met, misuse } = asked;
  const rule = file.rules.find(({ id }) => id === asked.rule);
  if (!rule) return refuse('rule-not-found');
  const regime = (one: ReceiverRow) => regimeOf(file, { kind: one.kind, isPrivate: one.private });
  const [from, to] = [ours && regime(ours), regime(theirs)];
  if (!from || !to) return refuse('regime-not-known', { whose: from ? 'theirs' : 'ours' });
  const facts: DisclosureFacts = {
    ...{ from, to, age: ageOf(keys, loaded, now, today), misuse: misuse.length > 0 ? misuse : undefined },
    judged: {
      ...Object.fromEntries(met.map((one) => [one, 'met'])),
      'same-huvudman': truthOf(ours?.organisation === theirs.organisation),
    },
  };
  return mayDisclose(rule, facts);
}
