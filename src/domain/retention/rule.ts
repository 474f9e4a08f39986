import type { Basis } from '../counties/ids.ts';

/** What a huvudman can say of its copies: so many years, and then they are to be deleted; kept for good; or that what was said before holds no more. */
export const KEEPS = ['years', 'always', 'unstated'] as const;
export type Keep = (typeof KEEPS)[number];

/** What the years are counted from: the last that the huvudman has noted of the person, or the day the copy came. */
export const COUNTS_FROM = ['last-note', 'received'] as const;
export type CountsFrom = (typeof COUNTS_FROM)[number];

/** Whose copies a rule is about: those of all units, or of one kind of service. */
export const APPLIES_TO = ['all', 'social-services', 'health-care'] as const;
export type AppliesTo = (typeof APPLIES_TO)[number];

/** How long a huvudman keeps its copies, as it states it itself. `nth`: of two from the same day the later holds. Days of birth are days of a month. */
export type RetentionRule = {
  readonly id: string;
  readonly appliesTo: AppliesTo;
  readonly from: Temporal.PlainDate;
  readonly keep: Keep;
  readonly years: number | null;
  readonly countsFrom: CountsFrom | null;
  readonly byEndOfNextYear: boolean;
  readonly birthDays: readonly number[];
  readonly basis: Basis | null;
  readonly citation: string;
  readonly nth: number;
};

/**
 * The service that a kind of unit is, where that is known. What is both, or of which it is not known whether it is the one or the other (a family centre, a
 * school), is neither: for it only a rule for all holds. Source: HSL 2 kap. 1 §; SoL 16 kap. 1 §; the performers of the national taxonomy.
 */
export function serviceOf(unitKind: string): Exclude<AppliesTo, 'all'> | undefined {
  if (HEALTH_CARE.has(unitKind)) return 'health-care';
  return SOCIAL_SERVICES.has(unitKind) ? 'social-services' : undefined;
}

const HEALTH_CARE = new Set([
  'primarvard',
  'modra-barnhalsovard',
  'psykiatrisk-oppenvard',
  'psykiatrisk-heldygnsvard',
  'psykiatrisk-akutvard',
  'tandvard',
  'somatisk-akutvard',
  'somatisk-oppenvard',
  'somatisk-heldygnsvard',
  'kommunal-halso-sjukvard',
]);
const SOCIAL_SERVICES = new Set(['individ-familjeomsorg', 'aldreomsorg', 'funktionshinderomsorg']);

/** The rule that holds on a day for the copies of a kind of unit: that of its service before that of all, the latest that has begun. Undefined when nothing is stated. */
export function ruleOn(
  rules: readonly RetentionRule[],
  asked: { readonly unitKind: string; readonly on: Temporal.PlainDate },
): RetentionRule | undefined {
  const service = serviceOf(asked.unitKind);
  return (service && latestOf(rules, { appliesTo: service, on: asked.on })) ?? latestOf(rules, { appliesTo: 'all', on: asked.on });
}

/** What holds on a day of those that are stated for the same: the latest that has begun, the last that was written of two. Undefined when that takes back the one before. */
export function latestOf<Rule extends RetentionRule>(
  rules: readonly Rule[],
  { appliesTo, on }: { readonly appliesTo: AppliesTo; readonly on: Temporal.PlainDate },
): Rule | undefined {
  const latest = rules
    .filter((rule) => rule.appliesTo === appliesTo && Temporal.PlainDate.compare(rule.from, on) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.from, a.from) || b.nth - a.nth)
    .at(0);
  return latest?.keep === 'unstated' ? undefined : latest;
}

/** When the time of a copy has gone: `due`, and the last day for deleting it where the rule has one. Undefined for what is kept for good. */
export function dueOf(
  rule: RetentionRule,
  copy: { readonly receivedOn: Temporal.PlainDate; readonly lastNote: Temporal.PlainDate },
): { readonly due: Temporal.PlainDate; readonly atLatest: Temporal.PlainDate | undefined } | undefined {
  if (rule.years === null) return undefined;
  const due = (rule.countsFrom === 'received' ? copy.receivedOn : copy.lastNote).add({ years: rule.years });
  return { due, atLatest: rule.byEndOfNextYear ? Temporal.PlainDate.from({ year: due.year + 1, month: 12, day: 31 }) : undefined };
}

/** Does the rule keep a person for the sake of the day they were born on? Unknown when it keeps some, and the day is not known. */
export function keptForBirthDay(rule: RetentionRule, day: number | undefined): 'yes' | 'no' | 'unknown' {
  if (rule.birthDays.length === 0) return 'no';
  if (day === undefined) return 'unknown';
  return rule.birthDays.includes(day) ? 'yes' : 'no';
}

/** The day of the month that somebody was born on, by a number of twelve digits; undefined for a number that does not say it. In a samordningsnummer 60 is added. */
export function dayOfBirth(kind: string | null, number: string | undefined): number | undefined {
  const digits = number?.replace(/\D/g, '') ?? '';
  if (digits.length !== 12 || (kind !== 'personnummer' && kind !== 'samordningsnummer')) return undefined;
  const day = Number(digits.slice(6, 8)) - (kind === 'samordningsnummer' ? 60 : 0);
  return day >= 1 && day <= 31 ? day : undefined;
}
