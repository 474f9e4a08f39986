import { expect, test } from 'vitest';
import { testCoordinationNumber, testNumber } from './given-numbers.ts';
import { endsWithLuhn } from './luhn.ts';
import { isTestNumber } from './test-number.ts';

test.each(['189001019802', '191202119986', '199006022397', '200001052380', '199202062387', '197010632391', '191404722397'])(
  '%s is of a series for tests',
  (number) => {
    expect(endsWithLuhn(number.slice(2))).toBe(true);
    expect(isTestNumber(number)).toBe(true);
  },
);

test.each(['196408233234', '198504172380', '199006029803', '197010639803', '19850417R123', '', '850417-9805'])('%s is not', (number) => {
  expect(isTestNumber(number)).toBe(false);
});

test('the boundary is the turn of the year 1989 to 1990', () => {
  expect(testNumber('1989-12-31').slice(8, 11)).toBe('980');
  expect(testNumber('1990-01-01').slice(8, 11)).toBe('238');
  expect(isTestNumber(`19891231238${'0'}`)).toBe(false);
  expect(isTestNumber(`19900101980${'0'}`)).toBe(false);
});

test('the numbers of fictional people are of a series for tests', () => {
  for (const day of ['1931-03-09', '1989-12-31', '1990-01-01', '2014-08-30'])
    for (const serial of [0, 1]) {
      expect(isTestNumber(testNumber(day, serial))).toBe(true);
      expect(isTestNumber(testCoordinationNumber(day, serial))).toBe(true);
    }
});
