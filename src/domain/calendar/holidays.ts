import { easterSunday } from './easter.ts';
import { type Holiday, type HolidayBasis, type HolidayId, type HolidayRule, holidays, SUNDAY_BASIS } from './holiday-table.ts';

/** Why a day is no working day: a name, what kind of day, and the provisions. */
export type DayOff = { readonly id: HolidayId; readonly kind: Holiday['kind']; readonly basis: readonly HolidayBasis[] };

/** The named holidays and eves of a year with their days, in order. Two may share a day (Whit Sunday on 6 June). */
export function holidaysOf(year: number): readonly (DayOff & { readonly date: Temporal.PlainDate })[] {
  return holidays
    .filter(({ from = year, until = year }) => from <= year && year <= until)
    .map(({ id, kind, basis, rule }) => ({ id, kind, basis, date: dayOf(rule, year) }))
    .sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

/** The holiday or eve that a day is; a public holiday before an eve. A Sunday without a name is `sondag`. */
export function holidayOn(date: Temporal.PlainDate): DayOff | undefined {
  const here = holidaysOf(date.year).filter((named) => named.date.equals(date));
  const found = here.find(({ kind }) => kind === 'public-holiday');
  if (found) return { id: found.id, kind: found.kind, basis: found.basis };
  if (date.dayOfWeek === 7) return { id: 'sondag', kind: 'public-holiday', basis: [SUNDAY_BASIS] };
  const [named] = here;
  return named && { id: named.id, kind: named.kind, basis: named.basis };
}

/** Is the day a public holiday by lagen (1989:253) om allmänna helgdagar? Sundays are; Midsummer, Christmas and New Year's Eve are not. */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  return holidayOn(date)?.kind === 'public-holiday';
}

/** Is the day a public holiday, or one of the three eves that are counted with them (lagen 1930:173 2 §)? */
export function isHoliday(date: Temporal.PlainDate): boolean {
  return holidayOn(date) !== undefined;
}

function dayOf(rule: HolidayRule, year: number): Temporal.PlainDate {
  switch (rule.kind) {
    case 'fixed':
      return Temporal.PlainDate.from({ year, month: rule.month, day: rule.day });
    case 'easter':
      return easterSunday(year).add({ days: rule.days });
    case 'saturday': {
      const first = Temporal.PlainDate.from({ year, month: rule.month, day: rule.firstDay });
      return first.add({ days: (6 - first.dayOfWeek + 7) % 7 });
    }
    case 'eve': {
      const day = holidays.find(({ id }) => id === rule.of);
      if (!day) throw new Error(`No holiday ${rule.of}`);
      return dayOf(day.rule, year).subtract({ days: 1 });
    }
  }
}
