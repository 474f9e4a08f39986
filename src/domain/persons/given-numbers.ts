import { luhnDigit } from './luhn.ts';

/**
 * A personnummer of the test series for a day (`1985-04-17`), 12 digits. `serial` 0 and 1 give two people of the same day; days
 * before 1990 have up to 20. For fictional people in tests and demos.
 */
export function testNumber(day: string, serial = 0): string {
  return completed(day.replaceAll('-', ''), (day < '1990' ? 980 : 238) + serial);
}

/** A samordningsnummer of the test series for a day, 12 digits. */
export function testCoordinationNumber(day: string, serial = 0): string {
  const digits = day.replaceAll('-', '');
  return completed(`${digits.slice(0, 6)}${Number(digits.slice(6)) + 60}`, 238 + serial);
}

function completed(date: string, birthNumber: number): string {
  const digits = `${date}${String(birthNumber).padStart(3, '0')}`;
  return `${digits}${luhnDigit(digits.slice(2))}`;
}
