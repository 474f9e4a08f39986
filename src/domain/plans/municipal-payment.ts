import type { CountyPlanning, PaymentDays, PlanningFile } from '../counties/planning.ts';
import { type DischargeRules, dischargeStepsAt, SWEDEN, swedishDay } from './discharge.ts';

type Day = Temporal.PlainDate;
type Moment = Temporal.Instant;

/** What the day of payment hangs on. What nobody knows is undefined. */
export type PaymentFacts = {
  readonly admitted: Moment;
  readonly admissionNotice?: Moment | undefined;
  readonly dischargeReady?: Moment | undefined;
  readonly summons?: Moment | undefined;
  readonly discharged?: Moment | undefined;
  /** Is it the region's own open care that is missing? Then the municipality does not pay (5:5). */
  readonly openCareMissing: boolean | undefined;
  /** Compulsory psychiatric care goes over into open: LPT 7 a and LRV 12 a apply in place of 4:1. */
  readonly compulsory: boolean;
};

/** Why the municipality does not pay: what has not been sent, whose care is missing, or that the person went home before the day. */
export type PaymentBar = 'no-admission-notice' | 'no-discharge-ready' | 'no-summons' | 'open-care-missing' | 'discharged-before';

/**
 * Why nothing certain can be said. `agreement-unknown` whether the county has an agreement of its own (4:5) is not known; `agreement-not-read` it
 * has one, whose day is not known; `summons-late`, `summons-on-holiday` law does not say what a late summons does to the day; `open-care-unknown`;
 * `compulsory-care`; `discharged-that-day` whether that day is paid for.
 */
export type PaymentDoubt =
  | 'agreement-unknown'
  | 'agreement-not-read'
  | 'summons-late'
  | 'summons-on-holiday'
  | 'open-care-unknown'
  | 'compulsory-care'
  | 'discharged-that-day';

/**
 * From which day the municipality pays. `day` is the first day by `rule`; of a `no` the day on which it would begin without the bars, where the
 * notice has been sent. `after`: the notice was sent after the time of day from which more days are given.
 */
export type Payment = {
  readonly pays: 'yes' | 'no' | 'unknown';
  readonly day?: Day;
  readonly after?: boolean;
  readonly rule: PaymentDays;
  readonly bars: readonly PaymentBar[];
  readonly doubts: readonly PaymentDoubt[];
};

/** The rule of the county: its own agreement where its day is known, else the law, with what is then in doubt. */
export function paymentRule(
  national: Pick<PlanningFile, 'discharge'>,
  county: CountyPlanning | undefined,
): { readonly rule: PaymentDays; readonly doubts: readonly PaymentDoubt[] } {
  const own = county?.discharge;
  if (own?.payment) return { rule: own.payment, doubts: [] };
  return { rule: national.discharge.payment, doubts: [own ? 'agreement-not-read' : 'agreement-unknown'] };
}

/**
 * From which day the municipality pays for somebody who is ready for discharge: so many days after the notice, more when it was sent after a time
 * of the day in Sweden. It takes both notices and the summons; not when what is missing is the region's own care. Calendar days: the day is
 * no act to be done, so that it never moves past a holiday. Source: lag (2017:612) 5:2–5; another day by agreement, 4:5.
 */
export function municipalPayment(
  facts: PaymentFacts,
  { rule, doubts: ofRule }: ReturnType<typeof paymentRule>,
  rules: DischargeRules,
): Payment {
  const start = facts.dischargeReady && firstDay(facts.dischargeReady, rule);
  const left = facts.discharged && start ? Temporal.PlainDate.compare(swedishDay(facts.discharged), start.day) : 1;
  const bars: PaymentBar[] = [
    ...(facts.admissionNotice ? [] : ['no-admission-notice' as const]),
    ...(facts.dischargeReady ? [] : ['no-discharge-ready' as const]),
    ...(facts.summons || facts.compulsory ? [] : ['no-summons' as const]),
    ...(facts.openCareMissing ? ['open-care-missing' as const] : []),
    ...(left < 0 ? ['discharged-before' as const] : []),
  ];
  const doubts: PaymentDoubt[] = [
    ...ofRule,
    ...summonsDoubts(facts, rules),
    ...(facts.openCareMissing === undefined ? ['open-care-unknown' as const] : []),
    ...(facts.compulsory ? ['compulsory-care' as const] : []),
    ...(left === 0 ? ['discharged-that-day' as const] : []),
  ];
  return { pays: bars.length > 0 ? 'no' : doubts.length > 0 ? 'unknown' : 'yes', ...start, rule, bars, doubts };
}

function firstDay(notice: Moment, rule: PaymentDays): { day: Day; after: boolean } {
  const sent = notice.toZonedDateTimeISO(SWEDEN);
  const limit = rule['late-after'];
  const after = limit !== undefined && Temporal.PlainTime.compare(sent.toPlainTime(), Temporal.PlainTime.from(limit)) > 0;
  return { day: sent.toPlainDate().add({ days: after ? (rule['late-days'] ?? rule.days) : rule.days }), after };
}

function summonsDoubts(facts: PaymentFacts, rules: DischargeRules): PaymentDoubt[] {
  if (!facts.summons || !facts.dischargeReady) return [];
  const state = dischargeStepsAt(facts, rules, facts.summons).find(({ step }) => step === 'summons')?.state;
  return state === 'done-late' ? ['summons-late'] : state === 'in-doubt' ? ['summons-on-holiday'] : [];
}
