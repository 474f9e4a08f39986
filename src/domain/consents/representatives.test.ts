import { describe, expect, it } from 'vitest';
import { givenConsent, JUNE, MARCH, moment, rows } from './given-rows.ts';
import { voicesOf } from './guardians.ts';
import { jointAnswer, voiceStatus } from './joint-answer.ts';
import {
  matters,
  mayRepresent,
  NewRepresentative,
  type Representative,
  representativeEnds,
  representativeFaults,
  representativeKinds,
} from './representatives.ts';

const APRIL = moment('2026-04-01T00:00:00Z');
const CAI = { as: 'representative', id: 'cai' } as const;
const PERSON = { as: 'person' } as const;
const cai = (changes: Partial<Representative> = {}): Representative => ({
  id: 'cai',
  kind: 'god-man',
  matters: ['read', 'consent'],
  from: MARCH,
  until: JUNE,
  ...changes,
});

describe('somebody who speaks for an adult', () => {
  it.each([
    ['before their assignment', MARCH.subtract({ microseconds: 1 }), false],
    ['from its first moment', MARCH, true],
    ['until its last', JUNE.subtract({ microseconds: 1 }), true],
    ['at its end', JUNE, false],
  ])('%s', (_, at, may) => {
    expect(mayRepresent(cai(), 'read', at)).toBe(may);
  });

  it('may only what the assignment holds', () => {
    expect(matters.filter((matter) => mayRepresent(cai(), matter, APRIL))).toEqual(['read', 'consent']);
  });

  it('may nothing from the moment it is ended before its time', () => {
    const ended = cai({ endedAt: APRIL });
    expect(mayRepresent(ended, 'read', APRIL.subtract({ microseconds: 1 }))).toBe(true);
    expect(mayRepresent(ended, 'read', APRIL)).toBe(false);
    expect(representativeEnds(ended)).toEqual(APRIL);
    expect(representativeEnds(cai({ endedAt: moment('2027-01-01T00:00:00Z') }))).toEqual(JUNE);
  });

  it('never consents as a relative, whatever the row says', () => {
    expect(representativeKinds.filter((kind) => !mayRepresent(cai({ kind }), 'consent', APRIL))).toEqual(['relative']);
  });

  it('is refused as a relative that consents, as an assignment that ends before it begins, and with parts to read where it holds no reading', () => {
    const written = {
      kind: 'relative',
      matters: ['consent'],
      from: '2026-06-01T00:00:00Z',
      until: '2026-06-01T00:00:00Z',
      evidence: 'Beslut',
    };
    expect(representativeFaults(NewRepresentative.parse(written)).map(({ code }) => code)).toEqual([
      'representative-ends-before-start',
      'relative-cannot-consent',
    ]);
    const opening = { ...written, kind: 'god-man', until: '2026-07-01T00:00:00Z', dataKinds: ['needs'] };
    const faults = (held: string[]) => representativeFaults(NewRepresentative.parse({ ...opening, matters: held })).map(({ code }) => code);
    expect([faults(['speak']), faults(['read', 'speak'])]).toEqual([['kinds-need-read'], []]);
    expect(NewRepresentative.safeParse({ ...written, until: undefined }).success).toBe(false);
  });
});

describe('whose yes is needed for an adult', () => {
  const adult = { born: Temporal.PlainDate.from('1980-01-01'), guardians: [], maturities: [], representatives: [cai()] };

  it('is their own or that of a representative whose assignment holds consent', () => {
    expect(voicesOf(adult, 'lift-secrecy', APRIL)).toEqual({ voices: [[PERSON, CAI]] });
    expect(voicesOf(adult, 'lift-secrecy', JUNE)).toEqual({ voices: [[PERSON]] });
    expect(voicesOf({ ...adult, representatives: [cai({ matters: ['read'] })] }, 'lift-secrecy', APRIL)).toEqual({ voices: [[PERSON]] });
  });

  it('heard: the person’s own yes or no goes before what the representative says', () => {
    const asked = { plan: 'plan', kind: 'lift-secrecy' } as const;
    const [own, theirs] = [givenConsent({ answer: 'declined', scopes: [] }), givenConsent({ id: 'c2', giver: CAI })];
    const cannot = givenConsent({ answer: 'cannot', scopes: [] });
    const heard = (...said: ReturnType<typeof givenConsent>[]) => voiceStatus(rows(said), asked, [PERSON, CAI], APRIL);
    expect([heard(own, theirs), heard(cannot, theirs), heard(theirs), heard(cannot)]).toEqual([
      'declined',
      'given',
      'given',
      'cannot-consent',
    ]);
    expect(jointAnswer(rows([cannot]), asked, [[PERSON]], APRIL)).toEqual({ answer: 'cannot-consent' });
  });
});
