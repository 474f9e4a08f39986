import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easterSunday } from './easter.ts';
import { holidayOn, holidaysOf, isHoliday, isPublicHoliday } from './holidays.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const year = fc.integer({ min: 1990, max: 2199 });

/** Easter Sunday by Gauss's rule as Lichtenberg completed it: another way to the same day. */
function easterByGauss(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const solar = Math.floor((3 * century + 3) / 4);
  const golden = year % 19;
  const moon = (19 * golden + 15 + solar - Math.floor((8 * century + 13) / 25)) % 30;
  const fullMoon = 21 + moon - Math.floor((moon + Math.floor(golden / 11)) / 29);
  const firstSunday = 7 - ((year + Math.floor(year / 4) + 2 - solar) % 7);
  return date(`${year}-03-01`).add({ days: fullMoon + 7 - ((fullMoon - firstSunday) % 7) - 1 });
}

describe('Easter', () => {
  test.each(['1990-04-15', '2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'])(
    'was or will be on %s',
    (text) => {
      expect(easterSunday(date(text).year).toString()).toBe(text);
    },
  );

  test('is always a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (any) => {
        const easter = easterSunday(any);
        expect(easter.dayOfWeek).toBe(7);
        expect(Temporal.PlainDate.compare(easter, date(`${any}-03-22`))).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(easter, date(`${any}-04-25`))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('Easter and the rule of Gauss', () => {
  test('agree in every year of ten centuries', () => {
    for (let any = 1600; any < 2600; any += 1) expect(easterSunday(any).toString()).toBe(easterByGauss(any).toString());
  });
});

describe('the holidays of a year', () => {
  test('are those of the Swedish calendar 2026', () => {
    expect(holidaysOf(2026).map((one) => `${one.date} ${one.id} ${one.kind}`)).toEqual([
      '2026-01-01 nyarsdagen public-holiday',
      '2026-01-06 trettondedag-jul public-holiday',
      '2026-04-03 langfredagen public-holiday',
      '2026-04-05 paskdagen public-holiday',
      '2026-04-06 annandag-pask public-holiday',
      '2026-05-01 forsta-maj public-holiday',
      '2026-05-14 kristi-himmelsfardsdag public-holiday',
      '2026-05-24 pingstdagen public-holiday',
      '2026-06-06 nationaldagen public-holiday',
      '2026-06-19 midsommarafton eve',
      '2026-06-20 midsommardagen public-holiday',
      '2026-10-31 alla-helgons-dag public-holiday',
      '2026-12-24 julafton eve',
      '2026-12-25 juldagen public-holiday',
      '2026-12-26 annandag-jul public-holiday',
      '2026-12-31 nyarsafton eve',
    ]);
  });

  test('had Whit Monday to 2004 and have the national day from 2005', () => {
    expect([isHoliday(date('2004-05-31')), isHoliday(date('2004-06-07')), isHoliday(date('2003-06-06'))]).toEqual([true, false, false]);
    expect([holidayOn(date('2004-06-06'))?.id, holidayOn(date('2010-06-06'))?.id]).toEqual(['sondag', 'nationaldagen']);
    expect([isHoliday(date('2005-05-16')), isHoliday(date('2005-06-06'))]).toEqual([false, true]);
  });

  test('fall on the weekdays that the act says', () => {
    fc.assert(
      fc.property(year, (any) => {
        const found = new Map(holidaysOf(any).map((one) => [one.id, one.date]));
        expect(found.get('langfredagen')?.dayOfWeek).toBe(5);
        expect(found.get('kristi-himmelsfardsdag')?.dayOfWeek).toBe(4);
        expect(found.get('pingstdagen')?.dayOfWeek).toBe(7);
        expect(found.get('midsommarafton')?.dayOfWeek).toBe(5);
        const midsummer = found.get('midsommardagen');
        const saints = found.get('alla-helgons-dag');
        expect([midsummer?.dayOfWeek, saints?.dayOfWeek]).toEqual([6, 6]);
        expect(midsummer?.month === 6 && midsummer.day >= 20 && midsummer.day <= 26).toBe(true);
        expect(saints && (saints.month === 10 ? saints.day === 31 : saints.month === 11 && saints.day <= 6)).toBe(true);
      }),
    );
  });

  test('each name a provision', () => {
    for (const one of holidaysOf(2026))
      expect(one.basis.every(({ sfs, provision }) => /^\d{4}:\d+$/.test(sfs) && provision !== '')).toBe(true);
  });
});

describe('a day', () => {
  test('an eve is counted with holidays and is no public holiday', () => {
    for (const eve of ['2026-06-19', '2026-12-24', '2026-12-31'])
      expect([isHoliday(date(eve)), isPublicHoliday(date(eve))]).toEqual([true, false]);
    expect(holidayOn(date('2026-12-24'))?.basis[0]).toMatchObject({ sfs: '1930:173', provision: '2' });
  });

  test('every Sunday is a public holiday, also when it is an eve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (weeks) => {
        expect(isPublicHoliday(date('1990-01-07').add({ weeks }))).toBe(true);
      }),
    );
    expect(holidayOn(date('2028-12-24'))).toMatchObject({ id: 'sondag', kind: 'public-holiday' });
  });

  test.each(['2026-04-04', '2026-04-02', '2026-01-05', '2026-11-23', '2026-10-30'])('%s is no holiday', (text) => {
    expect(isHoliday(date(text))).toBe(false);
  });
});
