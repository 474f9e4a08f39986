import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planImport } from '../domain/organisations/plan-import.ts';
import type { Unit } from '../domain/organisations/unit.ts';
import { MOST_ROWS, parseUnitsCsv, unitsCsv } from './units-csv.ts';

const from = Temporal.PlainDate.from('2026-01-01');
const line = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\t\0]/g, ' ').trim());
const units = fc.uniqueArray(
  fc.record({
    id: fc.uuid({ version: 4 }),
    name: line.filter((text) => text !== '' && !text.startsWith("'")),
    opening: line,
    to: fc.boolean(),
  }),
  {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 5,
  },
);
const ground = { organisation: 'o', kinds: new Set(['k']), municipalities: new Set(['0604']) };

describe('a file of units', () => {
  test('is read as it was written, whatever names and texts are in it: read in again it changes nothing', () => {
    fc.assert(
      fc.property(units, (all) => {
        const known = all.map(({ id, name, opening, to }): Unit => {
          const facts = {
            organisation: 'o',
            name,
            kind: 'k',
            serves: ['0604'],
            ages: { from: 0 },
            contacts: [],
            confirmedOn: undefined,
            opening,
          };
          return { id, hsaId: undefined, county: '06', versions: [{ from, ...(to ? { to: from } : {}), ...facts }] };
        });
        fc.pre(known.every(({ versions }) => !versions[0]?.opening.startsWith("'")));
        const text = unitsCsv(known.flatMap((unit) => unit.versions.map((was) => ({ unit, was }))));
        const { rows, faults } = parseUnitsCsv(text);
        expect(faults).toEqual([]);
        expect(planImport(rows, { ...ground, units: known, today: Temporal.PlainDate.from('2026-11-22') })).toEqual({
          changes: [],
          faults: [],
        });
      }),
    );
  });

  test.each([
    ['namn;sort\nA;k', 'column-missing'],
    ['', 'column-missing'],
    ['namn;namn;fel\nA;B;C', 'column-twice'],
    ['namn;fel\nA;B', 'column-unknown'],
    ['namn;sort\n"A;k', 'csv-broken'],
  ])('%j is told to be %s, and has no rows', (text, code) => {
    const { rows, faults } = parseUnitsCsv(text);
    expect(rows).toEqual([]);
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  const head = 'enhet;hsa-id;namn;sort;kommuner;från ålder;till ålder;telefon;e-post;webb;adress;öppet;gäller från;sista dag';
  const broken = '"';
  test.each([
    ['a first line without end', 'a;'.repeat(100_000), 'row-too-long'],
    ['a first line of nothing but borders', ';'.repeat(400_000), 'row-too-long'],
    ['more columns than a file can mean', `${'a;'.repeat(100)}\n${broken}`, 'too-many-columns'],
    ['lines of borders', `${';\n'.repeat(400_000)}${broken}`, 'too-many-rows'],
    ['lines that old machines end', `${';\r'.repeat(400_000)}${broken}`, 'too-many-rows'],
    ['lines that spreadsheets end', `${';\r\n'.repeat(400_000)}${broken}`, 'too-many-rows'],
    ['empty lines', `${head}\n${'\n'.repeat(900_000)}${broken}`, 'too-many-rows'],
    ['a cell without end', `${head}\n"${'a\n'.repeat(9_000)}`, 'row-too-long'],
    ['a wide row', `${head}\n${'a;'.repeat(50_000)}`, 'row-too-long'],
  ])('%s is refused in one word, before what comes after it is read', (_, text, code) => {
    const { rows, faults } = parseUnitsCsv(text);
    expect(rows).toEqual([]);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
  });

  test('one row too many is told, and what comes after it is not read', () => {
    const lines = (count: number) => Array.from({ length: count }, () => ';'.repeat(13)).join('\n');
    const after = `\n${broken}x`;
    expect(parseUnitsCsv(`${head}\n${lines(MOST_ROWS)}`)).toMatchObject({ rows: { length: MOST_ROWS }, faults: [] });
    const codes = parseUnitsCsv(`${head}\n${lines(MOST_ROWS + 1)}${after}`).faults.map(({ code }) => code);
    expect(codes).toEqual(['too-many-rows']);
  });

  test('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => Array.isArray(parseUnitsCsv(text).faults)));
    expect(parseUnitsCsv('\u0000').faults.length).toBeGreaterThan(0);
  });
});
