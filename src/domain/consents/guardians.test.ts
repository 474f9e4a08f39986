import { describe, expect, it } from 'vitest';
import { covers } from './covers.ts';
import { givenAsk, givenConsent, moment, rows } from './given-rows.ts';
import { type Guardian, guardianSees, type Subject, voicesOf } from './guardians.ts';
import { jointAnswer } from './joint-answer.ts';
import type { Decider } from './maturity.ts';

const BORN = Temporal.PlainDate.from('2008-05-10');
const START = moment('2020-01-01T00:00:00Z');
const NOW = moment('2026-04-01T00:00:00Z');
/** The Swedish day they turn 18 begins at 22:00 UTC the day before, in summer time. */
const OF_AGE = moment('2026-05-09T22:00:00Z');
const JUST_BEFORE = OF_AGE.subtract({ microseconds: 1 });

const guardian = (id: string, changes: Partial<Guardian> = {}): Guardian => ({ id, custody: [{ from: START }], concealed: [], ...changes });
const [ANNA, BO] = [
  { as: 'guardian', id: 'anna' },
  { as: 'guardian', id: 'bo' },
] as const;
const PERSON = { as: 'person' } as const;

function child(decides: Decider | undefined, changes: Partial<Subject> = {}): Subject {
  const maturities = decides ? [{ decides, assessedAt: START }] : [];
  return { born: BORN, guardians: [guardian('anna'), guardian('bo')], maturities, representatives: [], ...changes };
}

const voices = (subject: Subject, at = NOW) => voicesOf(subject, 'lift-secrecy', at);

describe('whose yes is needed for a child', () => {
  it('is that of each guardian with custody, with the child, or of the child alone, as maturity was judged', () => {
    expect(voices(child('guardians'))).toEqual({ voices: [[ANNA], [BO]] });
    expect(voices(child('together'))).toEqual({ voices: [[ANNA], [BO], [PERSON]] });
    expect(voices(child('child'))).toEqual({ voices: [[PERSON]] });
  });

  it('is never told by age alone: without a judgement it stops', () => {
    const ages = ['2026-01-01', '2014-04-01', '2011-04-01', '2008-05-10'].map((born) =>
      child(undefined, { born: Temporal.PlainDate.from(born) }),
    );
    expect(ages.map((subject) => voices(subject))).toEqual(ages.map(() => ({ stop: 'maturity-not-assessed' })));
  });

  it('follows the latest judgement, and of two at once the one that asks more', () => {
    const later = (decides: Decider) => [
      { decides: 'guardians' as const, assessedAt: START },
      { decides, assessedAt: moment('2026-03-01T00:00:00Z') },
    ];
    expect(voices(child(undefined, { maturities: later('child') }))).toEqual({ voices: [[PERSON]] });
    expect(voices(child(undefined, { maturities: later('child').map((one) => ({ ...one, assessedAt: START })) }))).toEqual({
      voices: [[ANNA], [BO], [PERSON]],
    });
  });

  it('is not that of a guardian without custody, nor of one towards whom secrecy holds', () => {
    const concealed = [{ from: START }];
    const left = [{ from: START, until: NOW }];
    expect(voices(child('guardians', { guardians: [guardian('anna'), guardian('bo', { concealed })] }))).toEqual({ voices: [[ANNA]] });
    expect(voices(child('guardians', { guardians: [guardian('anna'), guardian('bo', { custody: left })] }))).toEqual({ voices: [[ANNA]] });
    expect(voices(child('guardians', { guardians: [guardian('bo', { concealed })] }))).toEqual({ stop: 'no-guardian-to-ask' });
  });

  it('is also that of the guardians where a county asks them whatever the maturity', () => {
    expect(voicesOf(child('child'), 'make-plan', NOW, ['make-plan'])).toEqual({ voices: [[ANNA], [BO], [PERSON]] });
    expect(voicesOf(child('child'), 'lift-secrecy', NOW, ['make-plan'])).toEqual({ voices: [[PERSON]] });
  });

  it('is not known when the age is not', () => {
    expect(voices(child('guardians', { born: undefined }))).toEqual({ stop: 'age-unknown' });
  });
});

describe('at 18', () => {
  const consents = [givenConsent({ giver: ANNA }), givenConsent({ id: 'c2', giver: BO })];
  const covered = (at: Temporal.Instant) => {
    const found = voices(child('guardians'), at);
    return 'stop' in found ? found.stop : covers(givenAsk(), rows(consents), found.voices, at).verdict;
  };

  it('the guardians’ consents and their sight end as the Swedish day begins, to the microsecond', () => {
    expect([covered(JUST_BEFORE), covered(OF_AGE)]).toEqual(['covered', 'uncovered']);
    expect(guardianSees(child('guardians'), 'anna', JUST_BEFORE)).toEqual({ sees: true });
    expect(guardianSees(child('guardians'), 'anna', OF_AGE)).toEqual({ sees: false, because: 'of-age' });
    expect(voices(child('guardians'), OF_AGE)).toEqual({ voices: [[PERSON]] });
  });

  it('comes on 28 February for whoever is born on the 29th', () => {
    const leap = child('guardians', { born: Temporal.PlainDate.from('2008-02-29') });
    expect(voices(leap, moment('2026-02-27T22:59:59.999999Z'))).toEqual({ voices: [[ANNA], [BO]] });
    expect(voices(leap, moment('2026-02-27T23:00:00Z'))).toEqual({ voices: [[PERSON]] });
  });
});

describe('what a guardian sees', () => {
  it.each([
    [
      'nothing while secrecy holds towards them',
      child('guardians', { guardians: [guardian('anna', { concealed: [{ from: START }] })] }),
      'concealed',
    ],
    ['nothing without custody', child('guardians', { guardians: [guardian('anna', { custody: [] })] }), 'no-custody'],
    ['nothing for somebody who is no guardian', child('guardians', { guardians: [] }), 'no-custody'],
    ['nothing by custody where the child disposes alone', child('child'), 'child-decides'],
    ['nothing before maturity has been judged', child(undefined), 'maturity-not-assessed'],
    ['nothing when the age is not known', child('guardians', { born: undefined }), 'age-unknown'],
  ])('is %s', (_, subject, because) => {
    expect(guardianSees(subject, 'anna', NOW)).toEqual({ sees: false, because });
  });
});

describe('two guardians', () => {
  const asked = { plan: 'plan', kind: 'lift-secrecy' } as const;
  const [yes, no] = [givenConsent({ giver: ANNA }), givenConsent({ id: 'c2', giver: BO, answer: 'declined', scopes: [] })];
  const joint = (...said: ReturnType<typeof givenConsent>[]) => jointAnswer(rows(said), asked, [[ANNA], [BO]], NOW);

  it('who disagree are a stop that says who said what', () => {
    expect(joint(yes, no)).toEqual({ answer: 'guardians-disagree', yes: ['anna'], no: ['bo'] });
    expect(covers(givenAsk(), rows([yes, no]), [[ANNA], [BO]], NOW).verdict).toBe('uncovered');
  });

  it('come to a yes only by two', () => {
    expect(joint(yes)).toEqual({ answer: 'waiting', waiting: [[BO]] });
    expect(joint(yes, givenConsent({ id: 'c2', giver: BO }))).toEqual({ answer: 'given' });
    expect(joint(yes, givenConsent({ id: 'c2', giver: BO, answer: 'partly' }))).toEqual({ answer: 'partly' });
    expect(joint(no)).toEqual({ answer: 'declined' });
    expect(jointAnswer(rows([yes]), asked, [], NOW)).toEqual({ answer: 'nobody-to-ask' });
  });
});
