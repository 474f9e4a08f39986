import { describe, expect, it } from 'vitest';
import { moment } from './given-rows.ts';
import type { Guardian, Subject } from './guardians.ts';
import { dataKinds } from './kinds.ts';
import type { Representative } from './representatives.ts';
import { speakingFor } from './speaking-for.ts';

const START = moment('2020-01-01T00:00:00Z');
const NOW = moment('2026-04-01T00:00:00Z');
/** The Swedish day they turn 18 begins at 22:00 UTC the day before, in summer time. */
const OF_AGE = moment('2026-05-09T22:00:00Z');
const BORN = Temporal.PlainDate.from('2008-05-10');
const anna: Guardian = { id: 'anna', custody: [{ from: START }], concealed: [] };
const child = (changes: Partial<Subject> = {}): Subject => ({
  ...{ born: BORN, guardians: [anna], maturities: [{ decides: 'guardians', assessedAt: START }], representatives: [] },
  ...changes,
});
const held = { from: START, until: moment('2026-06-01T00:00:00Z') };
const gode: Representative = { id: 'gode', kind: 'god-man', matters: ['read', 'consent'], dataKinds: ['goals', 'needs'], ...held };
const adult = (changes: object = {}): Subject => ({
  ...{ born: Temporal.PlainDate.from('1980-01-01'), guardians: [], maturities: [], representatives: [{ ...gode, ...changes }] },
});
const as = (speakers: string[], hidden = false) => ({ speakers, protected: hidden });

describe('whom somebody speaks for with a login of their own', () => {
  it('is the child, in everything, until the first of what ends it', () => {
    const [one] = speakingFor(child(), as(['anna']), NOW);
    expect(one).toMatchObject({ as: 'guardian', id: 'anna', kinds: dataKinds });
    expect(one?.until.equals(OF_AGE)).toBe(true);
    const soon = moment('2026-04-20T00:00:00Z');
    for (const changes of [{ custody: [{ from: START, until: soon }] }, { concealed: [{ from: soon }] }]) {
      expect(speakingFor(child({ guardians: [{ ...anna, ...changes }] }), as(['anna']), NOW)[0]?.until.equals(soon)).toBe(true);
    }
  });

  it('is nobody from the moment the child is 18, nor where the child decides alone, nobody has judged it, secrecy holds or the identity is protected', () => {
    expect(speakingFor(child(), as(['anna']), OF_AGE.subtract({ microseconds: 1 }))).toHaveLength(1);
    expect(speakingFor(child(), as(['anna']), OF_AGE)).toEqual([]);
    expect(speakingFor(child({ maturities: [{ decides: 'child', assessedAt: START }] }), as(['anna']), NOW)).toEqual([]);
    expect(speakingFor(child({ maturities: [] }), as(['anna']), NOW)).toEqual([]);
    expect(speakingFor(child({ guardians: [{ ...anna, concealed: [{ from: START }] }] }), as(['anna']), NOW)).toEqual([]);
    expect(speakingFor(child(), as(['anna'], true), NOW)).toEqual([]);
    expect(speakingFor(child(), as([]), NOW)).toEqual([]);
  });

  it('is an adult in what the assignment holds, in the parts that it names, to the end of it', () => {
    const [one] = speakingFor(adult(), as(['gode']), NOW);
    expect(one).toMatchObject({ as: 'representative', matters: ['read', 'consent'], kinds: ['needs', 'goals'] });
    expect(speakingFor(adult(), as(['gode']), held.until.subtract({ microseconds: 1 }))).toHaveLength(1);
    expect(speakingFor(adult(), as(['gode']), held.until)).toEqual([]);
    expect(speakingFor(adult({ endedAt: NOW }), as(['gode']), NOW)).toEqual([]);
    expect(speakingFor(adult({ matters: ['consent'] }), as(['gode']), NOW)[0]?.kinds).toEqual([]);
    expect(speakingFor(adult({ dataKinds: undefined }), as(['gode']), NOW)[0]?.kinds).toEqual([]);
  });

  it('is never a child by an assignment made for an adult', () => {
    expect(speakingFor(child({ representatives: [gode] }), as(['gode']), NOW)).toEqual([]);
  });
});
