import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCoordinationNumber, testNumber } from './given-numbers.ts';
import { luhnDigit } from './luhn.ts';
import { parsePersonalNumber } from './personal-number.ts';
import { ReserveNumberRule } from './reserve-number-rule.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const read = (text: string, on = today) => parsePersonalNumber(text, { today: on });
const code = (text: string, on = today) => {
  const answer = read(text, on);
  return 'fault' in answer ? answer.fault : answer.number;
};

const day = fc
  .integer({ min: 0, max: Temporal.PlainDate.from('1890-01-01').until(today, { largestUnit: 'day' }).days })
  .map((days) => today.subtract({ days }));

describe('the spellings of a personnummer', () => {
  test.each([
    '19850417-9805',
    '198504179805',
    '850417-9805',
    '8504179805',
    '850417 9805',
    ' 1985 04 17 - 98 05 ',
    '850417–9805',
    '850417\u22129805',
    '19850417\u00a09805',
  ])('%j is one and the same number', (text) => {
    const plain = text.replaceAll('9805', testNumber('1985-04-17').slice(8)).replaceAll('98 05', testNumber('1985-04-17').slice(8));
    expect(read(plain)).toMatchObject({ kind: 'personnummer', number: testNumber('1985-04-17') });
  });

  test('the example of Skatteverket is right', () => {
    expect(read('640823-3234')).toMatchObject({ kind: 'personnummer', number: '196408233234' });
    expect(read('701063-2391')).toMatchObject({ kind: 'samordningsnummer', number: '197010632391' });
  });

  test.each(['', '-', '850417', '850417-980', '850417-98055', '850417*9805', '85-04-17-9805', '8504-179805', '+', '1'.repeat(41)])(
    'refuses %j, which is no number',
    (text) => {
      expect(code(text)).toBe('number-malformed');
    },
  );

  test('refuses digits of other scripts', () => {
    expect(code('٨٥٠٤١٧-٩٨٠٥')).toBe('number-malformed');
  });
});

describe('the century', () => {
  const number = testNumber('1926-05-03');
  const short = `${number.slice(2, 8)}+${number.slice(8)}`;

  test('a plus means a year at least 100 years ago', () => {
    expect(code(short)).toBe(number);
    expect(code(short.replace('+', '-'))).toBe(`20260503${number.slice(8)}`);
  });

  test('the sign changes on the first day of the year in which the person turns 100', () => {
    const hyphen = short.replace('+', '-');
    expect(code(hyphen, Temporal.PlainDate.from('2025-12-31'))).toBe(number);
    expect(code(hyphen, Temporal.PlainDate.from('2026-01-01'))).toBe('number-date-future');
    expect(code(short, Temporal.PlainDate.from('2026-01-01'))).toBe(number);
  });

  test('refuses a plus on a full year less than 100 years ago', () => {
    const young = testNumber('1985-04-17');
    expect(code(`${young.slice(0, 8)}+${young.slice(8)}`)).toBe('number-sign-wrong');
    expect(code(`${number.slice(0, 8)}+${number.slice(8)}`)).toBe(number);
  });

  test('never reads a day after today', () => {
    expect(code(testNumber('2026-11-22'))).toBe(testNumber('2026-11-22'));
    expect(code(testNumber('2026-11-23'))).toBe('number-date-future');
    expect(code(testNumber('2026-11-23').slice(2))).toBe('number-date-future');
  });

  test.each(['17', '21', '99', '00'])('refuses century %s', (century) => {
    expect(code(`${century}${testNumber('1985-04-17').slice(2)}`)).toBe('number-date-impossible');
  });

  test('two digits and the right sign always give the same number as four', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1 }), (date, serial) => {
        const full = testNumber(date.toString(), serial);
        const sign = today.year - date.year >= 100 ? '+' : '-';
        expect(code(`${full.slice(2, 8)}${sign}${full.slice(8)}`)).toBe(full);
      }),
    );
  });
});

describe('the check digit and the day', () => {
  test('refuses every other last digit', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 9 }), (date, off) => {
        const right = testNumber(date.toString());
        expect(code(right.slice(0, 11) + ((Number(right[11]) + off) % 10))).toBe('number-check-digit');
      }),
    );
  });

  test('refuses any single wrong digit of the last ten', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (date, place, off) => {
        const right = testNumber(date.toString());
        const wrong = right.slice(0, place) + ((Number(right[place]) + off) % 10) + right.slice(place + 1);
        expect(read(wrong)).toHaveProperty('fault');
      }),
    );
  });

  test.each(['19850231', '19851301', '19850001', '19850100', '19850132', '19850431', '19000229'])(
    'refuses %s, a day of no calendar',
    (date) => {
      expect(code(`${date}980${luhnDigit(`${date.slice(2)}980`)}`)).toBe('number-date-impossible');
    },
  );

  test('takes the leap day', () => {
    expect(code(testNumber('2000-02-29'))).toBe(testNumber('2000-02-29'));
  });

  test('refuses birth number 000', () => {
    expect(code(`19850417000${luhnDigit('850417000')}`)).toBe('number-serial-impossible');
  });
});

describe('a samordningsnummer', () => {
  test('carries its day without the 60 that is added', () => {
    fc.assert(
      fc.property(day, (date) => {
        const answer = read(testCoordinationNumber(date.toString()));
        expect(answer).toMatchObject({ kind: 'samordningsnummer' });
        if (!('fault' in answer) && answer.kind === 'samordningsnummer') expect(answer.dateInNumber?.toString()).toBe(date.toString());
      }),
    );
  });

  test.each(['191500722390', '191711602399'])('%s, published for tests, has a day or month that is not known', (number) => {
    expect(read(number)).toEqual({ kind: 'samordningsnummer', number, dateInNumber: undefined });
  });

  test('refuses days above 91, and the days that a month lacks', () => {
    for (const date of ['19850192', '19850291', '19851361'])
      expect(code(`${date}238${luhnDigit(`${date.slice(2)}238`)}`)).toBe('number-date-impossible');
  });
});

describe('a reserve number', () => {
  const rule = (over: Partial<Record<keyof ReserveNumberRule, unknown>>) =>
    ReserveNumberRule.parse({
      id: 'pahittad',
      pattern: '\\d{8}[RQ]\\d{3}',
      date: true,
      'check-digit': { kind: 'luhn', from: 3, letters: { R: 5, Q: 7 } },
      basis: 'routine',
      source: 'An invented rule',
      certainty: 'unknown',
      ...over,
    });
  const withRules = (text: string, ...reserveRules: ReserveNumberRule[]) => parsePersonalNumber(text, { today, reserveRules });
  const right = `19850417R12${luhnDigit('850417R12', { R: 5 })}`;

  test('is read by its rule, in any spelling', () => {
    const expected = { kind: 'reservnummer', number: right, rules: ['pahittad'], checked: true };
    expect(withRules(right, rule({}))).toEqual(expected);
    expect(withRules(`${right.slice(0, 8)} - ${right.slice(8).toLowerCase()}`, rule({}))).toEqual(expected);
  });

  test('is refused without a rule, with a wrong check digit, and on a day of no calendar', () => {
    const wrong = right.slice(0, 11) + ((Number(right[11]) + 1) % 10);
    expect(withRules(right)).toEqual({ fault: 'number-malformed' });
    expect(withRules(wrong, rule({}))).toEqual({ fault: 'number-check-digit' });
    expect(withRules(right.replace('0417', '0431'), rule({}))).toEqual({ fault: 'number-malformed' });
  });

  test('is said not to be checked when the method is not known, and names every rule it fits', () => {
    const unknown = rule({ id: 'annan', 'check-digit': { kind: 'unknown' } });
    expect(withRules(right, unknown)).toMatchObject({ rules: ['annan'], checked: false });
    expect(withRules(right, rule({}), unknown)).toMatchObject({ rules: ['pahittad', 'annan'], checked: false });
  });

  test('may have digits only, where they can be no personnummer', () => {
    const digits = rule({ pattern: '99\\d{10}', date: false, 'check-digit': { kind: 'luhn', from: 5 } });
    for (const example of ['991981000010', '991945000023', '991993000032'])
      expect(withRules(example, digits)).toMatchObject({ kind: 'reservnummer', checked: true });
    expect(withRules('991981000011', digits)).toEqual({ fault: 'number-check-digit' });
  });

  test('is never made of a personnummer with a wrong digit', () => {
    const anything = rule({ pattern: '[0-9A-Z]{12}', date: false, 'check-digit': { kind: 'none' } });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 9 }), (date, off) => {
        const number = testNumber(date.toString());
        const wrong = number.slice(0, 11) + ((Number(number[11]) + off) % 10);
        expect(withRules(wrong, anything)).toEqual({ fault: 'number-check-digit' });
        expect(withRules(number, anything)).toMatchObject({ kind: 'personnummer' });
      }),
    );
  });

  test.each([
    { pattern: '(' },
    { oid: 'x' },
    { 'check-digit': { kind: 'guess' } },
    { 'check-digit': { kind: 'luhn', from: 3, letters: { k: 5 } } },
  ])('has no rule with %j', (over) => {
    expect(() => rule(over)).toThrow();
  });
});

test('no fault carries anything of what was written, and no text makes the reading fail', () => {
  const near = fc.string({ unit: fc.constantFrom(...'0123456789-+ RK–'), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ maxLength: 60 })), (text) => {
      const answer = read(text);
      if ('fault' in answer) expect(Object.keys(answer)).toEqual(['fault']);
      else expect(answer.number).toMatch(/^\d{12}$/);
    }),
  );
});
