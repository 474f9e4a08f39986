const LOCALE = 'sv-SE';
const ZONE = 'Europe/Stockholm';
const NBSP = '\u00a0';

const numberFormats = new Map<number, Intl.NumberFormat>();
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const counted = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const alternatives = new Intl.ListFormat(LOCALE, { type: 'disjunction' });
const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];

/** A legal date: a PlainDate or an ISO day such as `2026-03-02`. */
export type Day = Temporal.PlainDate | string;

const day = (value: Day): Temporal.PlainDate => (typeof value === 'string' ? Temporal.PlainDate.from(value) : value);

/** `2 mars 2026`, with spaces that never break a line. */
export function formatDate(value: Day): string {
  const date = day(value);
  return `${date.day}${NBSP}${MONTHS[date.month - 1]}${NBSP}${date.year}`;
}

/** `2026-03-02`. */
export function formatDateShort(value: Day): string {
  return day(value).toString();
}

/** `1 juli 2021–30 juni 2024`, `från 1 juli 2021`, `till 30 juni 2024` or `tills vidare`. */
export function formatDates(from: Day | undefined, to: Day | undefined): string {
  if (from && to) return `${formatDate(from)}–${formatDate(to)}`;
  if (from) return `från ${formatDate(from)}`;
  return to ? `till ${formatDate(to)}` : 'tills vidare';
}

/** `2 mars 2026 kl. 14.02`, Swedish time whatever zone the server is in. */
export function formatDateTime(value: Temporal.Instant): string {
  return `${formatDate(value.toZonedDateTimeISO(ZONE).toPlainDate())} kl.${NBSP}${formatTime(value)}`;
}

/** `14.02`, Swedish time. */
export function formatTime(value: Temporal.Instant): string {
  const at = value.toZonedDateTimeISO(ZONE);
  return `${String(at.hour).padStart(2, '0')}.${String(at.minute).padStart(2, '0')}`;
}

/** `1 234,5`: thin groups, decimal comma, at most `decimals` decimals (2 unless told). */
export function formatNumber(value: number, decimals = 2): string {
  let format = numberFormats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: decimals });
    numberFormats.set(decimals, format);
  }
  return format.format(value);
}

/** `1 hänvisning`, `3 hänvisningar`, `inga hänvisningar`. */
export function formatCount(count: number, one: string, many: string, none = 'inga'): string {
  if (count === 0) return `${none} ${many}`;
  return `${formatNumber(count)}${NBSP}${count === 1 ? one : many}`;
}

/** `a, b och c`. */
export function formatList(items: readonly string[]): string {
  return list.format(items);
}

/** A tag of the national vocabulary as running text: `Skola | Elevhälsa` → `Skola, Elevhälsa`. */
export function formatTag(label: string): string {
  return label.replaceAll(' | ', ', ');
}

/** The text as the beginning of a sentence. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `a, b eller c`. */
export function formatAlternatives(items: readonly string[]): string {
  return alternatives.format(items);
}

const ORDINALS = ['', '', '', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde', 'elfte', 'tolfte'];

/** How often, from an ISO period: `P12M` → `varje år`, `P24M` → `vartannat år`, `P18M` → `var 18:e månad`, `P14D` → `varannan vecka`. */
export function formatPeriod(period: string): string {
  const { years, months, weeks, days } = Temporal.Duration.from(period);
  const allMonths = years * 12 + months;
  const allDays = weeks * 7 + days;
  if (allMonths > 0 && allDays === 0) return allMonths % 12 === 0 ? every(allMonths / 12, 'år', 'vart') : every(allMonths, 'månad', 'var');
  if (allMonths === 0 && allDays > 0) return allDays % 7 === 0 ? every(allDays / 7, 'vecka', 'var') : every(allDays, 'dag', 'var');
  return `med ${formatDuration(period)} mellan`;
}

function every(times: number, unit: string, word: 'vart' | 'var'): string {
  if (times === 1) return `varje ${unit}`;
  if (times === 2) return `${word === 'vart' ? 'vartannat' : 'varannan'} ${unit}`;
  return `${word} ${ORDINALS[times] ?? ordinal(times)} ${unit}`;
}

function ordinal(value: number): string {
  const ten = value % 100;
  const one = value % 10;
  return `${value}:${(one === 1 || one === 2) && ten !== 11 && ten !== 12 ? 'a' : 'e'}`;
}

/** How long, from an ISO period: `P12M` → `12 månader`, `P1Y6M` → `1 år och 6 månader`. */
export function formatDuration(period: string): string {
  const { years, months, weeks, days } = Temporal.Duration.from(period);
  const parts = [
    [years, 'år', 'år'],
    [months, 'månad', 'månader'],
    [weeks, 'vecka', 'veckor'],
    [days, 'dag', 'dagar'],
  ] as const;
  return formatList(parts.filter(([value]) => value > 0).map(([value, one, many]) => formatCount(value, one, many)));
}

/** How far a day is from `today`: `i dag`, `i morgon`, `om 3 månader`, `för 2 år sedan`. Whole units, never rounded up. */
export function formatDistance(value: Day, today: Day): string {
  const from = day(today);
  const to = day(value);
  const { days } = from.until(to, { largestUnit: 'days' });
  if (Math.abs(days) <= 1) return relative.format(days, 'day');
  if (Math.abs(days) < 14) return counted.format(days, 'day');
  const { months } = from.until(to, { largestUnit: 'months' });
  if (Math.abs(months) < 2) return counted.format(Math.trunc(days / 7), 'week');
  if (Math.abs(months) < 24 && months % 12 !== 0) return counted.format(months, 'month');
  return counted.format(Math.trunc(months / 12), 'year');
}

/** `16 kap. 3 §` with spaces that never break a line inside a number and its sign. */
export function keepLawTogether(text: string): string {
  return text.replace(/(\d+(?: [a-z])?) (?=kap\b|§)|(?<=kap\.) (?=\d)/g, (_, number: string | undefined) => `${number ?? ''}${NBSP}`);
}

/** A paragraph of minutes: `§ 12`, whether or not it was typed with its sign. */
export function formatParagraph(typed: string): string {
  return `§ ${typed.replace(/^§\s*/, '')}`;
}

/** An agreement and its version in words: `Missbruk och beroende, Dalarna, version 2021`. A short name that ends with the label says it once. */
export function formatVersion(short: string, label: string): string {
  const name = short.endsWith(` ${label}`) ? short.slice(0, -label.length - 1) : short;
  return `${name}, version ${label}`;
}
