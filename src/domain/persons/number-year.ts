/** The centuries that numbers are issued in; other leading digits belong to reserve numbers. */
const CENTURIES = ['18', '19', '20'];

/** How much is added to the day of a samordningsnummer. Source: Skatteverket SKVM 2010:3, section 2. */
const COORDINATION = 60;

/**
 * The year, four digits, of 10 or 12 digits. Of two digits it is the last such year up to `today`, or with `+` the last such year at
 * least 100 years ago: the sign changes on 1 January of the year in which the person turns 100. Undefined when no number has the century.
 */
export function fullYear(digits: string, sign: '-' | '+' | undefined, today: Temporal.PlainDate): number | undefined {
  if (digits.length === 12) return CENTURIES.includes(digits.slice(0, 2)) ? Number(digits.slice(0, 4)) : undefined;
  const last = sign === '+' ? today.year - 100 : today.year;
  const year = last - ((((last - Number(digits.slice(0, 2))) % 100) + 100) % 100);
  return CENTURIES.includes(String(year).slice(0, 2)) ? year : undefined;
}

/** What the first eight digits say. `earliest` is the day itself, or the first it can be where month or day is unknown. */
export type DateInDigits = {
  readonly kind: 'personnummer' | 'samordningsnummer';
  readonly known: boolean;
  readonly earliest: Temporal.PlainDate;
};

/**
 * The day in the first eight of twelve digits; undefined when no calendar has it. A samordningsnummer may have month 00 and day 60,
 * which say that the month or the day is not known (they occur in Skatteverket's published test numbers).
 */
export function dateInDigits(digits: string): DateInDigits | undefined {
  const [year, month, written] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [number, number, number];
  const coordination = written >= COORDINATION;
  const day = coordination ? written - COORDINATION : written;
  const known = month > 0 && day > 0;
  if (!known && !coordination) return undefined;
  try {
    const parts = { year, month: month || 1, day: day || 1 };
    const earliest = Temporal.PlainDate.from(parts, { overflow: 'reject' });
    return { kind: coordination ? 'samordningsnummer' : 'personnummer', known, earliest };
  } catch {
    return undefined;
  }
}
