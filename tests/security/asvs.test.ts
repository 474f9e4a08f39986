import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, root } from '../architecture/project-files.ts';

/** The requirements of OWASP ASVS 5.0.0 of levels 1 and 2, by section: the last number of each. V1.2.10 is of level 3 and answered all the same. */
const SECTIONS: Readonly<Record<string, number | readonly number[]>> = {
  ...{ 'V1.1': 2, 'V1.2': 10, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2 },
  ...{ 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2 },
  ...{ 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3 },
  ...{ 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5, 'V6.6': 3, 'V6.8': 4 },
  ...{ 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2 },
  ...{ 'V8.1': 2, 'V8.2': 3, 'V8.3': 1, 'V8.4': 1 },
  ...{ 'V9.1': 3, 'V9.2': 4 },
  ...{ 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11, 'V10.5': 5, 'V10.6': 2, 'V10.7': 3 },
  ...{ 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4 },
  ...{ 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5 },
  ...{ 'V14.1': 2, 'V14.2': 4, 'V14.3': 3 },
  ...{ 'V15.1': 3, 'V15.2': 3, 'V15.3': 7 },
  ...{ 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': [1, 2, 3, 4], 'V17.3': 2 },
};
const wanted = Object.entries(SECTIONS).flatMap(([section, last]) =>
  (typeof last === 'number' ? Array.from({ length: last }, (_, i) => i + 1) : last).map((number) => `${section}.${number}`),
);

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const lines = read('docs/security.md').split('\n');
const rows = lines.filter((line) => /^\| V\d/.test(line)).map((line) => cells(line));
const tests = new Map(
  lines
    .slice(lines.indexOf('## The tests'))
    .filter((line) => /^\| [a-z][\w-]* \|/.test(line))
    .map((line) => cells(line))
    .map(([name = '', file = '', title = '']) => [name, { file: file.replaceAll('`', ''), title }]),
);
const proofsOf = (why: string) => [...why.matchAll(/\[([\w-]+)\](?!\()/g)].map(([, name]) => name ?? '');

const stands = (file: string, title: string): boolean =>
  existsSync(join(root, file)) && [`'${title}'`, `\`${title}\``, `"${title}"`].some((quoted) => read(file).includes(quoted));

describe('the list of requirements', () => {
  test('has each requirement once, in order, and no other', () => {
    expect(wanted.length).toBeGreaterThan(240);
    expect(rows.map(([id]) => id)).toEqual(wanted);
  });

  test('gives each a result, and a reason or a test', () => {
    const results = ['meets', 'partly', 'not', 'not applicable'];
    expect(rows.filter(([, asks, result]) => !asks || !results.includes(result ?? ''))).toEqual([]);
    const unproved = rows.filter(([, , result, why = '']) => {
      if (result === 'not applicable' || result === 'not') return why === '';
      return proofsOf(why).length === 0 && !why.includes('Read:');
    });
    expect(unproved).toEqual([]);
  });

  test('says of everything that is met only in part what is missing', () => {
    expect(rows.filter(([, , result, why = '']) => result === 'partly' && why.replace(/\[[\w-]+\]/g, '').trim().length < 15)).toEqual([]);
  });

  test('names only tests that there are', () => {
    expect(stands('tests/security/asvs.test.ts', 'names only tests that there are')).toBe(true);
    expect(stands('tests/security/asvs.test.ts', ['no such', 'test'].join(' '))).toBe(false);
    expect([...tests].filter(([, { file, title }]) => !stands(file, title))).toEqual([]);
    const named = new Set(rows.flatMap(([, , , why = '']) => proofsOf(why)));
    expect([...named].filter((name) => !tests.has(name))).toEqual([]);
    expect([...tests.keys()].filter((name) => !named.has(name))).toEqual([]);
  });

  test('counts right in its first lines', () => {
    const count = (result: string) => rows.filter((row) => row[2] === result).length;
    expect(lines.slice(0, 12).join(' ')).toContain(
      `${rows.length} requirements: ${count('meets')} met, ${count('partly')} partly, ${count('not')} not, ${count('not applicable')} not applicable`,
    );
  });
});

test('every test that the threat model names is there', () => {
  const named = [...read('SECURITY.md').matchAll(/`([\w./-]+\.test\.tsx?)` "([^"]+)"/g)];
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(([, file = '', title = '']) => !stands(file, title)).map(([all]) => all)).toEqual([]);
});
