import { describe, expect, it } from 'vitest';
import { moment } from './given-rows.ts';
import { ageAt, comesOfAge, NewMaturity } from './maturity.ts';

const BORN = Temporal.PlainDate.from('2008-05-10');

describe('age', () => {
  it.each([
    ['2026-05-09T21:59:59.999999Z', 17],
    ['2026-05-09T22:00:00Z', 18],
    ['2027-05-09T21:59:59Z', 18],
    ['2008-05-09T22:00:00Z', 0],
  ])('at %s is %i, by the Swedish day', (at, age) => {
    expect(ageAt(BORN, moment(at))).toBe(age);
  });

  it('is 18 from the moment of coming of age and not before, whatever the birthday', () => {
    const days = Array.from({ length: 1461 }, (_, index) => Temporal.PlainDate.from('2007-01-01').add({ days: index }));
    const astray = days.filter((born) => {
      const turns = comesOfAge(born);
      return ageAt(born, turns) !== 18 || ageAt(born, turns.subtract({ microseconds: 1 })) !== 17;
    });
    expect(astray).toEqual([]);
  });
});

describe('a judgement of maturity', () => {
  const written = { decides: 'together', assessedAt: '2026-03-01T12:00:00+01:00', evidence: 'Journalanteckning' };
  it.each([
    ['by whom and where is taken', written, true],
    ['documented nowhere is refused', { ...written, evidence: '' }, false],
    ['by an age is refused', { ...written, decides: '15' }, false],
  ])('that says %s', (_, input, taken) => {
    expect(NewMaturity.safeParse(input).success).toBe(taken);
  });
});
