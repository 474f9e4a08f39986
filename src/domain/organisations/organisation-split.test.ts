import { describe, expect, test } from 'vitest';
import { divisionFault, partsFault, partsOf } from './organisation-split.ts';

const had = {
  units: [
    { id: 'u1', name: 'Ett' },
    { id: 'u2', name: 'Två' },
  ],
  seats: [{ id: 's1', name: 'Ordy' }],
};
const division = {
  units: new Map([
    ['u1', 'a'],
    ['u2', 'b'],
  ]),
  seats: new Map([['s1', 'a']]),
  rest: 'a',
};
const day = Temporal.PlainDate.from('2027-01-01');
const organisation = (id: string, from = '2026-01-01') => ({
  id,
  kind: 'municipality' as const,
  county: '06',
  municipality: '0604',
  versions: [{ from: Temporal.PlainDate.from(from), name: id }],
});

describe('the division of an organisation', () => {
  test('is into those that its units, seats and the rest go to, each once', () => {
    expect(divisionFault(division, had)).toBeUndefined();
    expect(partsOf(division)).toEqual(['a', 'b']);
  });

  test('refuses while a unit or a seat has no place, and says which', () => {
    expect(divisionFault({ ...division, units: new Map([['u1', 'a']]) }, had)).toMatchObject({
      code: 'units-go-nowhere',
      params: { ids: ['u2'], names: ['Två'] },
    });
    expect(divisionFault({ ...division, seats: new Map() }, had)).toMatchObject({ code: 'seats-go-nowhere', params: { names: ['Ordy'] } });
  });

  test('refuses what it does not have, and one that takes all', () => {
    expect(divisionFault({ ...division, units: new Map([...division.units, ['u9', 'a']]) }, had)).toMatchObject({ code: 'unit-not-found' });
    expect(divisionFault({ ...division, seats: new Map([...division.seats, ['s9', 'a']]) }, had)).toMatchObject({ code: 'seat-not-found' });
    const one = { ...division, units: new Map([...division.units.keys()].map((id) => [id, 'a'])) };
    expect(divisionFault(one, had)).toMatchObject({ code: 'division-needs-two' });
  });

  test('refuses parts that do not exist that day, or are itself', () => {
    const whole = organisation('whole');
    expect(partsFault(whole, [organisation('a'), organisation('b')], day)).toBeUndefined();
    expect(partsFault(whole, [organisation('a'), organisation('b', '2027-01-02')], day)).toMatchObject({ code: 'organisation-not-open' });
    expect(partsFault(whole, [organisation('a'), whole], day)).toMatchObject({ code: 'organisation-into-itself' });
  });
});
