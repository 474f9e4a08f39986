import { describe, expect, it } from 'vitest';
import {
  formatAlternatives,
  formatCount,
  formatDate,
  formatDateShort,
  formatDates,
  formatDateTime,
  formatDistance,
  formatDuration,
  formatList,
  formatNumber,
  formatPeriod,
  formatVersion,
  keepLawTogether,
} from './formats.ts';

/** Compares without minding which kind of space stands between the words. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates', () => {
  it('writes a date in words, from a day or its ISO form', () => {
    expect(plain(formatDate('2026-03-02'))).toBe('2 mars 2026');
    expect(plain(formatDate(Temporal.PlainDate.from('2024-12-31')))).toBe('31 december 2024');
  });

  it('never lets a date break over two lines', () => {
    expect(formatDate('2026-03-02')).not.toContain(' ');
  });

  it('writes a short date as ISO', () => {
    expect(formatDateShort(Temporal.PlainDate.from('2026-03-02'))).toBe('2026-03-02');
  });

  it('refuses a day that does not exist', () => {
    expect(() => formatDate('2026-02-30')).toThrow(RangeError);
  });

  it('writes an interval with whichever ends are known', () => {
    expect(plain(formatDates('2021-07-01', '2024-06-30'))).toBe('1 juli 2021–30 juni 2024');
    expect(plain(formatDates('2021-07-01', undefined))).toBe('från 1 juli 2021');
    expect(plain(formatDates(undefined, '2024-06-30'))).toBe('till 30 juni 2024');
    expect(formatDates(undefined, undefined)).toBe('tills vidare');
  });

  it('writes a moment in Swedish time, summer and winter', () => {
    expect(plain(formatDateTime(Temporal.Instant.from('2026-07-01T12:02:00Z')))).toBe('1 juli 2026 kl. 14.02');
    expect(plain(formatDateTime(Temporal.Instant.from('2026-12-31T23:30:00Z')))).toBe('1 januari 2027 kl. 00.30');
  });
});

describe('numbers and lists', () => {
  it('groups thousands with a space that never breaks, and uses a decimal comma', () => {
    expect(plain(formatNumber(1234.5))).toBe('1 234,5');
    expect(formatNumber(1234.5)).not.toContain(' ');
    expect(plain(formatNumber(1_234_567))).toBe('1 234 567');
    expect(formatNumber(0.125, 1)).toBe('0,1');
  });

  it('counts in words', () => {
    expect(plain(formatCount(1, 'hänvisning', 'hänvisningar'))).toBe('1 hänvisning');
    expect(plain(formatCount(3, 'hänvisning', 'hänvisningar'))).toBe('3 hänvisningar');
    expect(formatCount(0, 'hänvisning', 'hänvisningar')).toBe('inga hänvisningar');
  });

  it('joins with och and eller', () => {
    expect(formatList(['vård', 'stöd', 'boende'])).toBe('vård, stöd och boende');
    expect(formatAlternatives(['ja', 'nej'])).toBe('ja eller nej');
    expect(formatList([])).toBe('');
  });
});

describe('periods', () => {
  it.each([
    ['P12M', 'varje år'],
    ['P1Y', 'varje år'],
    ['P24M', 'vartannat år'],
    ['P36M', 'vart tredje år'],
    ['P60M', 'vart femte år'],
    ['P18M', 'var 18:e månad'],
    ['P21M', 'var 21:a månad'],
    ['P6M', 'var sjätte månad'],
    ['P2M', 'varannan månad'],
    ['P1W', 'varje vecka'],
    ['P14D', 'varannan vecka'],
    ['P10D', 'var tionde dag'],
    ['P1D', 'varje dag'],
  ])('says how often %s is', (period, words) => {
    expect(formatPeriod(period)).toBe(words);
  });

  it('says how long a mixed period is rather than guess how often', () => {
    expect(plain(formatPeriod('P1M14D'))).toBe('med 1 månad och 14 dagar mellan');
    expect(plain(formatDuration('P1Y6M'))).toBe('1 år och 6 månader');
    expect(plain(formatDuration('P12M'))).toBe('12 månader');
  });
});

describe('distance from today', () => {
  it.each([
    ['2026-11-22', 'i dag'],
    ['2026-11-23', 'i morgon'],
    ['2026-11-21', 'i går'],
    ['2026-12-02', 'om 10 dagar'],
    ['2026-12-13', 'om 3 veckor'],
    ['2027-02-22', 'om 3 månader'],
    ['2027-11-22', 'om 1 år'],
    ['2028-02-22', 'om 15 månader'],
    ['2024-06-30', 'för 2 år sedan'],
    ['2026-09-22', 'för 2 månader sedan'],
  ])('says where %s is from 22 November 2026', (day, words) => {
    expect(plain(formatDistance(day, '2026-11-22'))).toBe(words);
  });

  it('never rounds up: a day short of two years is 23 months', () => {
    expect(plain(formatDistance('2028-11-21', '2026-11-22'))).toBe('om 23 månader');
  });
});

describe('an agreement and its version', () => {
  it.each([
    ['Missbruk och beroende, Jönköpings län', '10.0', 'Missbruk och beroende, Jönköpings län, version 10.0'],
    ['Missbruk och beroende, Dalarna 2021', '2021', 'Missbruk och beroende, Dalarna, version 2021'],
    ['Dalarna 12021', '2021', 'Dalarna 12021, version 2021'],
  ])('are named once each: %s, %s', (short, label, words) => {
    expect(formatVersion(short, label)).toBe(words);
  });
});

describe('law references', () => {
  it.each([
    ['HSL 16 kap. 3 §', 'HSL 16_kap._3_§'],
    ['5 kap. 9 a § SoL', '5_kap._9 a_§ SoL'],
    ['Lag (2019:973)', 'Lag (2019:973)'],
  ])('keeps numbers and signs of %s together and changes nothing else', (text, marked) => {
    expect(keepLawTogether(text).replaceAll('\u00a0', '_')).toBe(marked);
    expect(plain(keepLawTogether(text))).toBe(text);
  });
});
