import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planImport } from '../domain/organisations/plan-import.ts';
import type { Unit } from '../domain/organisations/unit.ts';
import { parseUnitsCsv, unitsCsv } from './units-csv.ts';

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
        expect(planImport(rows, { ...ground, units: known, today: Temporal.PlainDate.from('2026-11-22') })).toEqual({ changes: [], faults: [] });
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

  test('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => Array.isArray(parseUnitsCsv(text).faults)));
    expect(parseUnitsCsv('\u0000').faults.length).toBeGreaterThan(0);
  });
});
