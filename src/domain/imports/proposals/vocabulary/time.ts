/** Months as written, full or cut short. */
export const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  januari: 1,
  feb: 2,
  februari: 2,
  mar: 3,
  mars: 3,
  apr: 4,
  april: 4,
  maj: 5,
  jun: 6,
  juni: 6,
  jul: 7,
  juli: 7,
  aug: 8,
  augusti: 8,
  sep: 9,
  sept: 9,
  september: 9,
  okt: 10,
  oktober: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
};

/** Ordinals and counts in words. */
export const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  annat: 2,
  annan: 2,
  tredje: 3,
  fjärde: 4,
  femte: 5,
  sjätte: 6,
};

/** What comes back, as a period: a pattern over lower case text and the period it means; a group holds a count of `unit`. */
export const RECURRENCES: readonly { readonly pattern: RegExp; readonly months: number | 'count' }[] = [
  { pattern: /(?<!\p{L})(?:två gånger (?:per|om) år(?:et)?|halvårsvis|varje halvår)(?!\p{L})/u, months: 6 },
  { pattern: /(?<!\p{L})(?:kvartalsvis|varje kvartal|fyra gånger (?:per|om) år(?:et)?)(?!\p{L})/u, months: 3 },
  { pattern: /(?<!\p{L})(?:årligen|årsvis|varje år|en gång (?:per|om) år(?:et)?)(?!\p{L})/u, months: 12 },
  { pattern: /(?<!\p{L})(?:(?:en gång )?(?:per|varje|under) mandatperiod(?:en)?)(?!\p{L})/u, months: 48 },
  { pattern: /(?<!\p{L})(?:månadsvis|varje månad|en gång (?:per|i) månad(?:en)?)(?!\p{L})/u, months: 1 },
  { pattern: /(?<!\p{L})(?:varannan månad)(?!\p{L})/u, months: 2 },
  { pattern: /(?<!\p{L})tre gånger (?:per|om) år(?:et)?(?!\p{L})/u, months: 4 },
  { pattern: /(?<!\p{L})vart(?:annat)(?!\p{L}) år(?!\p{L})/u, months: 24 },
  { pattern: /(?<!\p{L})(?:vart|var) (\p{L}+) år(?!\p{L})/u, months: 'count' },
  { pattern: /(?<!\p{L})en gång (?:vart|var) (\p{L}+) år(?!\p{L})/u, months: 'count' },
  { pattern: /(?<!\p{L})med (\p{L}+|\d+) års (?:mellanrum|intervall)(?!\p{L})/u, months: 'count' },
];

/** What is done again and again. */
export const RECURRING: readonly { readonly pattern: RegExp; readonly kind: 'follow-up' | 'evaluation' | 'revision' }[] = [
  { pattern: /(?<!\p{L})(?:följ(?:s|er)? upp|följas upp|uppföljning|uppföljs|uppföljas|ses? över|ser över|översyn)/u, kind: 'follow-up' },
  { pattern: /(?<!\p{L})(?:utvärdera|utvärdering)/u, kind: 'evaluation' },
  { pattern: /(?<!\p{L})(?:revidera|revidering)/u, kind: 'revision' },
];
