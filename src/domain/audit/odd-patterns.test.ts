import { describe, expect, test } from 'vitest';
import { daysOff, isAfterHours } from './after-hours.ts';
import { sharedFamilyName } from './family-name.ts';
import { findOddPatterns, type LookFacts, type StaffLook } from './odd-patterns.ts';
import { ODD_THRESHOLDS } from './odd-thresholds.ts';

const MONDAY_MORNING = Temporal.Instant.from('2026-11-23T09:00:00Z');

let made = 0;
const look = (but: Partial<StaffLook> = {}): StaffLook => ({
  id: `look-${++made}`,
  at: MONDAY_MORNING,
  account: 'account-1',
  accountName: 'Alva Provdal',
  person: 'person-1',
  protectedIdentity: false,
  ...but,
});
const facts = (but: Partial<LookFacts> = {}): LookFacts => ({
  personName: 'Birk Testberg',
  staff: 'no',
  nameInUnit: false,
  related: true,
  ...but,
});
const why = (row: StaffLook, known: LookFacts | undefined) => findOddPatterns([row], () => known, ODD_THRESHOLDS).flatMap((one) => one.why);

describe('a look', () => {
  test('with a relation, by day, at somebody else is not odd', () => {
    expect(why(look(), facts())).toEqual([]);
  });

  test('of which nothing is known is never called odd for that', () => {
    expect(why(look({ accountName: undefined }), undefined)).toEqual([]);
    expect(why(look(), facts({ personName: undefined, staff: 'unknown', related: undefined }))).toEqual([]);
  });

  test('at somebody with the reader’s family name is odd, and it is said when the name is common', () => {
    expect(why(look(), facts({ personName: 'Cornelia PROVDAL' }))).toEqual([{ kind: 'own-family-name', common: false }]);
    expect(why(look({ accountName: 'Dag Svensson' }), facts({ personName: 'Elsa Svensson' }))).toEqual([
      { kind: 'own-family-name', common: true },
    ]);
  });

  test('at somebody with the reader’s whole name is said as that alone', () => {
    expect(why(look(), facts({ personName: 'alva provdal' }))).toEqual([{ kind: 'same-name' }]);
  });

  test('at a colleague is odd, and a mere likeness of names is said to be one', () => {
    expect(why(look(), facts({ staff: 'yes' }))).toEqual([{ kind: 'colleague', certain: true, inUnit: false }]);
    expect(why(look(), facts({ staff: 'same-name' }))).toEqual([{ kind: 'colleague', certain: false, inUnit: false }]);
    expect(why(look(), facts({ staff: 'same-name', nameInUnit: true }))).toEqual([{ kind: 'colleague', certain: false, inUnit: true }]);
    expect(why(look(), facts({ staff: 'yes', nameInUnit: true }))).toEqual([{ kind: 'colleague', certain: true, inUnit: true }]);
  });

  test('without a relation, at protected identity, or at night is odd, each for its own reason', () => {
    expect(why(look(), facts({ related: false }))).toEqual([{ kind: 'no-relation' }]);
    expect(why(look({ protectedIdentity: true }), facts())).toEqual([{ kind: 'protected-identity' }]);
    expect(why(look({ at: Temporal.Instant.from('2026-11-23T02:00:00Z') }), facts())).toEqual([{ kind: 'after-hours' }]);
  });

  test('with more reasons comes before one with fewer', () => {
    const mild = look({ protectedIdentity: true });
    const grave = look({ protectedIdentity: true, at: Temporal.Instant.from('2026-11-22T02:00:00Z') });
    expect(findOddPatterns([mild, grave], () => facts(), ODD_THRESHOLDS).map(({ row }) => row.id)).toEqual([grave.id, mild.id]);
  });
});

describe('many persons in short time', () => {
  const { persons, minutes } = ODD_THRESHOLDS.manyPersons;
  const spread = (count: number, over: number) =>
    Array.from({ length: count }, (_, n) =>
      look({ person: `p-${n}`, at: MONDAY_MORNING.add({ seconds: Math.round((n * over * 60) / (count - 1)) }) }),
    );
  const odd = (rows: StaffLook[]) => findOddPatterns(rows, () => facts(), ODD_THRESHOLDS);

  test('is odd from the threshold on, for every look in the window', () => {
    expect(odd(spread(persons, minutes)).map((one) => one.why)).toEqual(
      Array.from({ length: persons }, () => [{ kind: 'many-persons', persons, minutes }]),
    );
    expect(odd(spread(persons - 1, minutes))).toEqual([]);
  });

  test('is not odd when it takes longer, or when it is the same person again and again', () => {
    expect(odd(spread(persons, minutes + 1))).toEqual([]);
    expect(odd(spread(persons, minutes).map((row) => ({ ...row, person: 'one' })))).toEqual([]);
  });

  test('is counted for each user apart', () => {
    expect(odd(spread(persons, minutes).map((row, n) => ({ ...row, account: n % 2 ? 'a' : 'b' })))).toEqual([]);
  });
});

test.each([
  ['Anna Berg', 'Bo Berg', { common: false }],
  ['Anna Berg-Lund', 'Bo Lund', { common: false }],
  ['Anna Andersson', 'Bo ANDERSSON', { common: true }],
  ['Anna Berg', 'Berg Lund', undefined],
  ['Berg', 'Bo Berg', undefined],
])('%s and %s share a family name: %o', (one, other, shared) => {
  expect(sharedFamilyName(one, other)).toEqual(shared);
});

describe('after hours', () => {
  test.each([
    ['2026-11-23T05:59:00+01:00', true],
    ['2026-11-23T06:00:00+01:00', false],
    ['2026-11-23T20:59:00+01:00', false],
    ['2026-11-23T21:00:00+01:00', true],
    ['2026-11-21T12:00:00+01:00', true],
    ['2026-11-22T12:00:00+01:00', true],
    ['2026-06-19T12:00:00+02:00', true],
  ])('%s is %s', (at, after) => {
    expect(isAfterHours(Temporal.Instant.from(at), ODD_THRESHOLDS.night)).toBe(after);
  });

  test('counts each day off of a period, both ends included', () => {
    const days = daysOff(Temporal.PlainDate.from('2026-12-23'), Temporal.PlainDate.from('2026-12-28')).map(String);
    expect(days).toEqual(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27']);
  });
});
