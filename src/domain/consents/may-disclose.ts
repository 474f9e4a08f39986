import { type Refusal, refuse } from '../refusal.ts';
import { and, type Truth, truthOf } from '../responsibilities/truth.ts';
import type { Condition, Misuse, Regime, SecrecyRule, SecrecyRulesFile, TellingDuty } from './secrecy-rules-file.ts';

/**
 * What is known when somebody would tell without consent. `age` in full years; `misuse`: what the person misuses on and on, absent = not known, empty = nothing; `judged`:
 * what whoever decides has judged of the other conditions, each documented. What is not in it is not known.
 */
export type DisclosureFacts = {
  readonly from: Regime;
  readonly to: Regime;
  readonly age?: number | undefined;
  readonly misuse?: readonly Misuse[] | undefined;
  readonly judged: Partial<Record<Exclude<Condition, 'under-18' | 'under-21' | 'ongoing-misuse'>, Truth>>;
};

/** The rule that may be used, and by which of its ways: the conditions that were met. */
export type DisclosureGround = { readonly rule: string; readonly met: readonly Condition[] };

type DisclosureRefusal = Refusal<
  | 'rule-does-not-apply'
  | 'rule-not-found'
  | 'rule-not-for-sender'
  | 'rule-not-for-receiver'
  | 'misuse-not-covered'
  | 'condition-not-known'
  | 'condition-not-met'
>;

/**
 * May this rule be used for telling these receivers this time? It opens nothing by itself: a person decides, with reasons, each time. Refuses what the rule does not
 * cover: another sender or receiver (params: allowed), misuse of something that the law does not name, such as gambling, doping or medicines (params: misuses), a
 * condition that is not known or not met (params: conditions). What is not known is never taken for met.
 */
export function mayDisclose(rule: SecrecyRule, facts: DisclosureFacts): DisclosureGround | DisclosureRefusal {
  if (rule.standing === 'does-not-apply') return refuse('rule-does-not-apply');
  if (rule.standing === 'not-found') return refuse('rule-not-found');
  if (!rule.from.includes(facts.from)) return refuse('rule-not-for-sender', { allowed: rule.from });
  if (!rule.to.includes(facts.to)) return refuse('rule-not-for-receiver', { allowed: rule.to });
  const truth = (condition: Condition) => truthOfCondition(condition, rule, facts);
  const wayTruth = (way: readonly Condition[]) => way.map(truth).reduce(and, 'met');
  const met = rule.ways.find((way) => wayTruth(way) === 'met');
  if (met) return { rule: rule.id, met };
  const open = rule.ways.filter((way) => wayTruth(way) === 'unknown');
  if (open.length > 0)
    return refuse('condition-not-known', { conditions: once(open.flat().filter((condition) => truth(condition) === 'unknown')) });
  const others = rule.misuses.length > 0 ? (facts.misuse ?? []) : [];
  const isByMisuse = others.length > 0 && truth('ongoing-misuse') === 'unmet';
  if (isByMisuse) return refuse('misuse-not-covered', { misuses: rule.misuses });
  return refuse('condition-not-met', { conditions: once(rule.ways.flat().filter((condition) => truth(condition) === 'unmet')) });
}

function truthOfCondition(condition: Condition, { misuses }: SecrecyRule, { age, misuse, judged }: DisclosureFacts): Truth {
  if (condition === 'under-18') return age === undefined ? 'unknown' : truthOf(age < 18);
  if (condition === 'under-21') return age === undefined ? 'unknown' : truthOf(age < 21);
  if (condition === 'ongoing-misuse') return misuse === undefined ? 'unknown' : truthOf(misuse.some((one) => misuses.includes(one)));
  return judged[condition] ?? 'unknown';
}

const once = (list: readonly Condition[]) => [...new Set(list)];

/**
 * The duties to tell that bind whoever works under this secrecy (SoL 19 kap. 1 §, LVM 6 §; OSL 10 kap. 28 §). It is handed nothing about consent, so that nothing said
 * about consent can keep a duty back.
 */
export function dutiesToTell({ duties }: Pick<SecrecyRulesFile, 'duties'>, regime: Regime): readonly TellingDuty[] {
  return duties.filter(({ who }) => who.includes(regime));
}

/**
 * Under which secrecy a unit works, by the kind of performer it is and whether it is a private provider's. Undefined when it is not known: then no rule can be used for it,
 * neither to tell nor to be told.
 */
export function regimeOf(
  { performers }: Pick<SecrecyRulesFile, 'performers'>,
  unit: { readonly kind: string; readonly isPrivate: boolean },
): Regime | undefined {
  const found = performers.find(({ kinds }) => kinds.includes(unit.kind))?.regime;
  if (!unit.isPrivate) return found;
  return found === undefined ? undefined : found === 'health-care' ? 'private-care' : 'private-social';
}
