import { parsePersonalNumber } from './personal-number.ts';

/** Ten or twelve digits as numbers are written, that are not a part of a longer row of digits. */
const LIKE_A_NUMBER = /(?<!\d)(?:\d{2})?\d{6}[ \u00A0]?[-+\u2010-\u2015\u2212]?[ \u00A0]?\d{4}(?!\d)/gu;

/** Does a personnummer or samordningsnummer stand somewhere in what somebody has written? Reserve numbers are not looked for: many other numbers are like them. */
export function mentionsPersonalNumber(text: string, today: Temporal.PlainDate): boolean {
  return [...text.normalize('NFKC').matchAll(LIKE_A_NUMBER)].some(([found]) => {
    const digits = found.replace(/[ \u00A0]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
    return !('fault' in parsePersonalNumber(digits, { today }));
  });
}
