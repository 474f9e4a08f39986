import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog, scrub } from './log.ts';

/** What the log wrote while `use` ran. */
function written(use: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  use(createLog('trace', { write: (line) => lines.push(line) }));
  return lines.join('');
}

test('writes what happened, with its level and an ISO time', () => {
  const line = JSON.parse(written((log) => log.warn({ requestId: 'r-1' }, 'Något hände.')));
  expect(line).toMatchObject({ level: 40, requestId: 'r-1', msg: 'Något hände.' });
  expect(Temporal.Instant.from(line.time).epochMilliseconds).toBeGreaterThan(0);
});

test.each(['password', 'token', 'authorization', 'cookie', 'set-cookie', 'connectionString', 'personnummer', 'body'])(
  'never writes the value of %s, at the top or one level down',
  (name) => {
    const line = written((log) => log.info({ [name]: 'abc123xyz', request: { [name]: 'abc123xyz', id: 7 } }, 'x'));
    expect(line).not.toContain('abc123xyz');
    expect(line).toContain('"id":7');
  },
);

test('never writes the password of an address, wherever it stands', () => {
  const line = written((log) => log.error(new Error('could not reach postgres://anna:hemligt@db.example.se/x')));
  expect(line).not.toContain('hemligt');
  expect(line).toContain('db.example.se');
});

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
const personalNumber = fc
  .tuple(day, fc.integer({ min: 0, max: 9999 }), fc.constantFrom('-', '+', '', ' '), fc.boolean(), fc.boolean())
  .map(([date, last, separator, century, coordination]) => {
    const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-');
    const d = String(Number(dayOfMonth) + (coordination ? 60 : 0)).padStart(2, '0');
    return `${century ? year : year.slice(2)}${month}${d}${separator}${String(last).padStart(4, '0')}`;
  });

test('never writes a personal or coordination number, in whatever form and field', () => {
  fc.assert(
    fc.property(personalNumber, (number) => {
      const line = written((log) => log.info({ note: `om ${number}.`, deep: { er: [number] } }, `söker ${number}`));
      expect(line).not.toContain(number);
    }),
  );
});

test('leaves times, ids and other long numbers as they are', () => {
  const line = '{"time":"2026-11-22T04:42:31.890Z","id":"0193f0a2-7c1e-7000-8000-19991231abcd","n":1732250551890,"orgnr":"212000-0142"}';
  expect(scrub(line)).toBe(line);
});
