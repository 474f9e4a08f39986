import { describe, expect, test } from 'vitest';
import { type CaseOfRecord, placeRecords } from './place-records.ts';

const units = new Map([
  ['north', 'A'],
  ['north-too', 'A'],
  ['south', 'B'],
]);
const parts = ['A', 'B', 'C'];
const open = (id: string, unit: string): CaseOfRecord => ({ id, number: `nr ${id}`, unit, open: true });
const ended = (id: string, unit: string, until: string): CaseOfRecord => ({
  ...open(id, unit),
  open: false,
  until: Temporal.PlainDate.from(until),
});
const place = (cases: readonly CaseOfRecord[], chosen: Readonly<Record<string, string>> = {}) => {
  const { placed, asked, missing } = placeRecords(
    [{ person: 'P', cases }],
    { units, rest: 'C' },
    { parts, chosen: new Map(Object.entries(chosen)) },
  );
  return { to: placed.get('P'), asked, missing };
};

describe('a record of an organisation that is divided', () => {
  test('follows the units that work with it, without being asked about', () => {
    for (const cases of [[open('1', 'north')], [open('1', 'north'), open('2', 'north-too')], [open('1', 'gone'), open('2', 'north')]])
      expect(place(cases)).toEqual({ to: 'A', asked: [], missing: [] });
    expect(place([ended('1', 'south', '2026-01-01'), open('2', 'north')])).toEqual({ to: 'A', asked: [], missing: [] });
    expect(place([open('1', 'north')], { 1: 'B' }).to).toBe('A');
  });

  test('goes to the one of those who work with it that is named, and nowhere before', () => {
    const both = [open('1', 'south'), open('2', 'north')];
    const asked = [{ id: '1', parts: ['A', 'B'] }];
    expect(place(both)).toEqual({ to: undefined, asked, missing: asked });
    expect(place(both, { 1: 'B' })).toEqual({ to: 'B', asked, missing: [] });
    for (const wrong of [{ 1: 'C' }, { 1: 'D' }, { 2: 'B' }]) expect(place(both, wrong)).toEqual({ to: undefined, asked, missing: asked });
  });

  test('with open cases in units that do not go on goes to any part that is named', () => {
    const asked = [{ id: '1', parts }];
    expect(place([open('1', 'gone')])).toEqual({ to: undefined, asked, missing: asked });
    expect(place([open('1', 'gone')], { 1: 'C' })).toEqual({ to: 'C', asked, missing: [] });
  });

  test('without open cases goes where the last unit went, or else with the rest', () => {
    expect(place([ended('1', 'south', '2026-06-01'), ended('2', 'north', '2026-01-01')]).to).toBe('B');
    expect(place([ended('1', 'north', '2026-01-01'), ended('2', 'gone', '2026-06-01')]).to).toBe('C');
    expect(place([])).toEqual({ to: 'C', asked: [], missing: [] });
  });
});
