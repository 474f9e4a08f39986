import { describe, expect, test } from 'vitest';
import { isDue, type LinkResult, readResults, resultOf } from './results.ts';

const day = Temporal.PlainDate.from('2026-11-22');

describe('what an answer means', () => {
  test.each<[number, LinkResult]>([
    [200, 'reachable'],
    [204, 'reachable'],
    [404, 'gone'],
    [410, 'gone'],
    [401, 'unanswered'],
    [403, 'unanswered'],
    [500, 'unanswered'],
    [503, 'unanswered'],
    [304, 'unanswered'],
  ])('with status %i is that it is %s', (status, result) => {
    expect(resultOf(status, [])).toBe(result);
  });

  test('is a move only when it was sent on for good, to another place', () => {
    const hop = (from: string, to: string, status = 301) => [{ from, to, status }];
    expect(resultOf(200, hop('http://a.se/x', 'http://b.se/x'))).toBe('moved');
    expect(resultOf(200, hop('http://a.se/x', 'http://a.se/y', 308))).toBe('moved');
    expect(resultOf(200, hop('http://a.se/x', 'http://b.se/x', 302))).toBe('reachable');
    expect(resultOf(200, hop('http://a.se/x', 'https://www.a.se/x/'))).toBe('reachable');
    expect(resultOf(404, hop('http://a.se/x', 'http://b.se/x'))).toBe('gone');
  });
});

test('an address is tried when it never was, and again after seven days', () => {
  expect(isDue(undefined, day)).toBe(true);
  expect(isDue(day, day.add({ days: 6 }))).toBe(false);
  expect(isDue(day, day.add({ days: 7 }))).toBe(true);
});

describe('a filled list', () => {
  const known = new Set(['https://a.se/x']);
  const words = new Map<string, LinkResult>([
    ['svarar', 'reachable'],
    ['flyttad', 'moved'],
  ]);
  const columns = { url: 'adress', on: 'kontrollerad', result: 'resultat', movedTo: 'flyttad till' };
  const read = (line: Record<string, string>) =>
    readResults([{ adress: 'https://a.se/x', kontrollerad: '2026-11-20', resultat: 'svarar', ...line }], known, {
      columns,
      words,
      today: day,
    });

  test('gives its results, and passes over lines that nobody filled in', () => {
    expect(read({ resultat: 'Flyttad', 'flyttad till': 'https://b.se/' }).results).toEqual([
      { url: 'https://a.se/x', on: '2026-11-20', result: 'moved', movedTo: 'https://b.se/' },
    ]);
    expect(read({ resultat: ' ' })).toEqual({ results: [], faults: [] });
  });

  test('with two results for one address on a day has a fault in the second', () => {
    const lines = ['svarar', 'flyttad'].map((resultat) => ({ adress: 'https://a.se/x', kontrollerad: '2026-11-20', resultat }));
    expect(readResults(lines, known, { columns, words, today: day }).faults).toEqual([{ line: 3, code: 'two-results' }]);
  });

  test.each([
    ['unknown-address', { adress: 'https://b.se/' }],
    ['wrong-day', { kontrollerad: '2026-11-23' }],
    ['wrong-day', { kontrollerad: '2026-02-30' }],
    ['wrong-day', { kontrollerad: '' }],
    ['wrong-result', { resultat: 'bra' }],
    ['wrong-target', { 'flyttad till': 'javascript:alert(1)' }],
    ['wrong-target', { 'flyttad till': 'https://' }],
    ['wrong-target', { 'flyttad till': `https://b.se/${'x'.repeat(2000)}` }],
  ])('has the fault %s in its line with %j', (code, line) => {
    expect(read(line)).toEqual({ results: [], faults: [{ line: 2, code }] });
  });
});
