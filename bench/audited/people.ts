import { createHash } from 'node:crypto';
import { stableId } from '../../src/platform/ids.ts';

/** How many fictional people have a record, and how many sessions ask about them. */
export const PEOPLE = 1_000;
export const SESSIONS = 8;

/** The same in every process of the bench. */
export const personId = (n: number): string => stableId(`bench:person:${n % PEOPLE}`);
export const secretOf = (n: number): string =>
  createHash('sha256')
    .update(`bench:session:${n % SESSIONS}`)
    .digest('hex');

/** A number that belongs to nobody: of the series that Skatteverket keeps for tests, one for each day from 1950. */
export function testNumber(n: number): string {
  const day = Temporal.PlainDate.from('1950-01-01').add({ days: n }).toString().replaceAll('-', '');
  const digits = `${day}980`;
  const sum = [...digits.slice(2)].reduce((total, digit, i) => {
    const part = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (part > 9 ? part - 9 : part);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
