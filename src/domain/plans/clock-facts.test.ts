import { describe, expect, test } from 'vitest';
import type { Subject } from '../consents/guardians.ts';
import { clockFactsOf, type PlanSteps } from './clock-facts.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-22T12:00:00Z');
const SELF: Subject = { born: Temporal.PlainDate.from('1980-04-17'), guardians: [], maturities: [], representatives: [] };
const steps = (over: Partial<PlanSteps> = {}): PlanSteps => ({
  initiative: Temporal.PlainDate.from('2026-11-02'),
  subject: SELF,
  ...{ asked: undefined, noted: undefined, summoned: undefined, met: undefined, assessments: [], answers: [], withdrawals: [] },
  ...over,
});
const taken = (over: Partial<PlanSteps>) =>
  Object.fromEntries(Object.entries(clockFactsOf(steps(over), now).taken).flatMap(([step, day]) => (day ? [[step, day.toString()]] : [])));
const ended = (over: Partial<PlanSteps>) => clockFactsOf(steps(over), now).ended?.toString();

const yes = {
  id: 'c1',
  giver: { as: 'person' },
  answer: 'given',
  takenAt: at('2026-11-05T08:00:00Z'),
  recordedAt: at('2026-11-05T08:00:00Z'),
} as const;
const no = { ...yes, id: 'c2', answer: 'declined', takenAt: at('2026-11-09T08:00:00Z'), recordedAt: at('2026-11-09T08:00:00Z') } as const;
const assessed = (organisation: string, needed: boolean, when: string) => ({ organisation, needed, at: at(when) });

describe('what the clock counts with', () => {
  test('first contact is the first time the person was asked, or had their words written down', () => {
    expect(taken({})).toEqual({});
    expect(taken({ asked: at('2026-11-05T08:00:00Z'), noted: at('2026-11-04T08:00:00Z') })).toEqual({ 'first-contact': '2026-11-04' });
    expect(taken({ asked: at('2026-11-05T08:00:00Z') })).toEqual({ 'first-contact': '2026-11-05' });
  });

  test('that a huvudman assesses the need is no contact with the person', () => {
    expect(taken({ assessments: [assessed('a', true, '2026-11-03T08:00:00Z')] })).toEqual({});
  });

  test('days are Swedish days, also just before midnight', () => {
    expect(taken({ met: at('2026-11-10T23:30:00Z') })).toEqual({ meeting: '2026-11-11' });
  });

  test('the duty falls away when nobody finds it needed, and when the person says no', () => {
    expect(ended({})).toBeUndefined();
    expect(ended({ assessments: [assessed('a', false, '2026-11-03T08:00:00Z')] })).toBe('2026-11-03');
    const needed = [assessed('a', true, '2026-11-03T08:00:00Z'), assessed('b', false, '2026-11-04T08:00:00Z')];
    expect(ended({ assessments: needed })).toBeUndefined();
    expect(ended({ assessments: needed, answers: [yes] })).toBeUndefined();
    expect(ended({ assessments: needed, answers: [yes, no] })).toBe('2026-11-09');
    const withdrawals = [{ consent: 'c1', at: at('2026-11-12T08:00:00Z'), recordedAt: at('2026-11-12T08:00:00Z') }];
    expect(ended({ assessments: needed, answers: [yes], withdrawals })).toBe('2026-11-12');
  });

  test('the duty falls away by the no of any guardian whose yes is needed, from when it was said, and never by that of one who is not asked', () => {
    const custody = [{ from: at('2020-01-01T00:00:00Z') }];
    const child = (decides: 'guardians' | 'child'): Subject => ({
      born: Temporal.PlainDate.from('2015-01-01'),
      guardians: ['anna', 'bo'].map((id) => ({ id, custody, concealed: [] })),
      maturities: [{ decides, assessedAt: at('2026-01-01T00:00:00Z') }],
      representatives: [],
    });
    const assessments = [assessed('a', true, '2026-11-03T08:00:00Z')];
    const anna = { ...yes, giver: { as: 'guardian', id: 'anna' } } as const;
    const bo = { ...no, giver: { as: 'guardian', id: 'bo' } } as const;
    const later = { ...anna, id: 'c3', takenAt: at('2026-11-12T08:00:00Z'), recordedAt: at('2026-11-12T08:00:00Z') };
    expect(ended({ assessments, subject: child('guardians'), answers: [anna] })).toBeUndefined();
    expect(ended({ assessments, subject: child('guardians'), answers: [anna, bo, later] })).toBe('2026-11-09');
    expect(ended({ assessments, subject: child('child'), answers: [anna, bo, later] })).toBeUndefined();
    expect(ended({ assessments, subject: child('guardians'), answers: [yes, no] })).toBeUndefined();
  });

  test('speaks of a representative whose assignment holds consent as of the person, who goes first', () => {
    const assessments = [assessed('a', true, '2026-11-03T08:00:00Z')];
    const held = { from: at('2026-01-01T00:00:00Z'), until: at('2027-01-01T00:00:00Z') };
    const subject: Subject = { ...SELF, representatives: [{ id: 'gode', kind: 'god-man', matters: ['consent'], ...held }] };
    const said = { ...no, giver: { as: 'representative', id: 'gode' } } as const;
    expect(ended({ assessments, subject, answers: [said] })).toBe('2026-11-09');
    expect(ended({ assessments, subject, answers: [yes, said] })).toBeUndefined();
  });

  test('and comes back when somebody finds it needed after all', () => {
    const turned = [assessed('a', false, '2026-11-03T08:00:00Z'), assessed('a', true, '2026-11-08T08:00:00Z')];
    expect(ended({ assessments: turned })).toBeUndefined();
  });
});
