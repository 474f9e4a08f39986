import type { Certainty } from '../counties/ids.ts';

/** When in a year a holiday falls: always the same day, days after Easter Sunday, or the Saturday of seven days. */
export type HolidayRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly days: number }
  | { readonly kind: 'saturday'; readonly month: number; readonly firstDay: number }
  | { readonly kind: 'eve'; readonly of: HolidayId };

/** A provision that says so: statute and section. */
export type HolidayBasis = { readonly sfs: string; readonly provision: string; readonly certainty: Certainty };

export type HolidayId =
  | 'sondag'
  | 'nyarsdagen'
  | 'trettondedag-jul'
  | 'langfredagen'
  | 'paskdagen'
  | 'annandag-pask'
  | 'forsta-maj'
  | 'kristi-himmelsfardsdag'
  | 'pingstdagen'
  | 'annandag-pingst'
  | 'nationaldagen'
  | 'midsommarafton'
  | 'midsommardagen'
  | 'alla-helgons-dag'
  | 'julafton'
  | 'juldagen'
  | 'annandag-jul'
  | 'nyarsafton';

/**
 * A day of the year that is no working day. `public-holiday` is one by law; `eve` is none, but is counted with them when time runs
 * out and when holiday days are counted. `from` and `until` bound the years in which the row holds, both included.
 */
export type Holiday = {
  readonly id: HolidayId;
  readonly kind: 'public-holiday' | 'eve';
  readonly rule: HolidayRule;
  readonly from?: number;
  readonly until?: number;
  readonly basis: readonly [HolidayBasis, ...HolidayBasis[]];
};

const HOLIDAYS_ACT = { sfs: '1989:253', provision: '1', certainty: 'web' } as const;
const AS_A_HOLIDAY = [
  { sfs: '1930:173', provision: '2', certainty: 'web' },
  { sfs: '1977:480', provision: '3 a', certainty: 'general' },
] as const;

const holiday = (id: HolidayId, rule: HolidayRule, years: { from?: number; until?: number } = {}): Holiday => ({
  id,
  kind: 'public-holiday',
  rule,
  ...years,
  basis: [HOLIDAYS_ACT, { ...HOLIDAYS_ACT, provision: '2' }],
});
const eve = (id: HolidayId, rule: HolidayRule): Holiday => ({ id, kind: 'eve', rule, basis: [...AS_A_HOLIDAY] });

/** What makes a Sunday that bears no other name a holiday. */
export const SUNDAY_BASIS: HolidayBasis = HOLIDAYS_ACT;

/**
 * The named holidays. Source: lagen (1989:253) om allmänna helgdagar 1–2 §§ as amended by 2004:1320 (the national day in, Whit Monday
 * out, from 1 April 2005); the eves by lagen (1930:173) 2 § and semesterlagen. The act is in force from 1990: about earlier years the
 * table says only what is the same.
 */
export const holidays: readonly Holiday[] = [
  holiday('nyarsdagen', { kind: 'fixed', month: 1, day: 1 }),
  holiday('trettondedag-jul', { kind: 'fixed', month: 1, day: 6 }),
  holiday('langfredagen', { kind: 'easter', days: -2 }),
  holiday('paskdagen', { kind: 'easter', days: 0 }),
  holiday('annandag-pask', { kind: 'easter', days: 1 }),
  holiday('forsta-maj', { kind: 'fixed', month: 5, day: 1 }),
  holiday('kristi-himmelsfardsdag', { kind: 'easter', days: 39 }),
  holiday('pingstdagen', { kind: 'easter', days: 49 }),
  holiday('annandag-pingst', { kind: 'easter', days: 50 }, { until: 2004 }),
  holiday('nationaldagen', { kind: 'fixed', month: 6, day: 6 }, { from: 2005 }),
  eve('midsommarafton', { kind: 'eve', of: 'midsommardagen' }),
  holiday('midsommardagen', { kind: 'saturday', month: 6, firstDay: 20 }),
  holiday('alla-helgons-dag', { kind: 'saturday', month: 10, firstDay: 31 }),
  eve('julafton', { kind: 'fixed', month: 12, day: 24 }),
  holiday('juldagen', { kind: 'fixed', month: 12, day: 25 }),
  holiday('annandag-jul', { kind: 'fixed', month: 12, day: 26 }),
  eve('nyarsafton', { kind: 'fixed', month: 12, day: 31 }),
];
