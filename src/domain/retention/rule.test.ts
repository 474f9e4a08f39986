import { describe, expect, test } from 'vitest';
import { dayOfBirth, dueOf, keptForBirthDay, type RetentionRule, ruleOn, serviceOf } from './rule.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const ruled = (more: Partial<RetentionRule>): RetentionRule => ({
  ...{ id: 'r', appliesTo: 'all', from: day('2026-01-01'), keep: 'years', years: 5, countsFrom: 'last-note', byEndOfNextYear: false },
  ...{ birthDays: [], basis: 'law', citation: 'SoL 16 kap. 1 §', nth: 1, ...more },
});
const on = day('2026-11-22');

describe('the rule of a copy', () => {
  test('is none where nothing is stated, and none before the day it is stated from', () => {
    expect(ruleOn([], { unitKind: 'aldreomsorg', on })).toBeUndefined();
    expect(ruleOn([ruled({ from: day('2026-11-23') })], { unitKind: 'aldreomsorg', on })).toBeUndefined();
  });

  test('is that of the service before that of all, whichever is later', () => {
    const rules = [ruled({ id: 'health', appliesTo: 'health-care' }), ruled({ id: 'all', from: day('2026-05-01') })];
    expect(ruleOn(rules, { unitKind: 'kommunal-halso-sjukvard', on })?.id).toBe('health');
    expect(ruleOn(rules, { unitKind: 'aldreomsorg', on })?.id).toBe('all');
  });

  test('never takes what is both, or unknown, for one of the services', () => {
    for (const kind of ['familjecentral', 'mariamottagning', 'skola-elevhalsa', 'something-new']) {
      expect(serviceOf(kind)).toBeUndefined();
      expect(
        ruleOn([ruled({ appliesTo: 'health-care' }), ruled({ appliesTo: 'social-services' })], { unitKind: kind, on }),
      ).toBeUndefined();
    }
  });

  test('is the last that was written of two from the same day, and none when that takes it back', () => {
    const rules = [ruled({ id: 'first', nth: 1 }), ruled({ id: 'second', nth: 2, years: 10 })];
    expect(ruleOn(rules, { unitKind: 'aldreomsorg', on })?.id).toBe('second');
    const back = ruled({ nth: 3, keep: 'unstated', years: null, countsFrom: null, basis: null, citation: '' });
    expect(ruleOn([...rules, back], { unitKind: 'aldreomsorg', on })).toBeUndefined();
    expect(ruleOn([...rules, { ...back, appliesTo: 'social-services' }], { unitKind: 'aldreomsorg', on })?.id).toBe('second');
  });
});

describe('the time of a copy', () => {
  const copy = { receivedOn: day('2026-11-22'), lastNote: day('2028-02-29') };

  test('is counted from the last note or from the day it came, as the rule says', () => {
    expect(dueOf(ruled({}), copy)?.due.toString()).toBe('2033-02-28');
    expect(dueOf(ruled({ countsFrom: 'received', years: 10 }), copy)?.due.toString()).toBe('2036-11-22');
  });

  test('has a last day only where the rule has one: the end of the calendar year after', () => {
    expect(dueOf(ruled({}), copy)?.atLatest).toBeUndefined();
    expect(dueOf(ruled({ byEndOfNextYear: true }), copy)?.atLatest?.toString()).toBe('2034-12-31');
  });

  test('never goes for what is kept for good', () => {
    expect(dueOf(ruled({ keep: 'always', years: null, countsFrom: null }), copy)).toBeUndefined();
  });
});

describe('those who are kept for the day they were born on', () => {
  const sample = ruled({ birthDays: [5, 15, 25] });

  test('are known by their number, also by one with 60 added', () => {
    expect(keptForBirthDay(sample, dayOfBirth('personnummer', '19800415-2391'))).toBe('yes');
    expect(keptForBirthDay(sample, dayOfBirth('samordningsnummer', '198004852395'))).toBe('yes');
    expect(keptForBirthDay(sample, dayOfBirth('personnummer', '198004172391'))).toBe('no');
  });

  test('are unknown, never guessed, by a number that says no day', () => {
    expect(keptForBirthDay(sample, dayOfBirth('reservnummer', '198004152391'))).toBe('unknown');
    expect(keptForBirthDay(sample, dayOfBirth(null, undefined))).toBe('unknown');
    expect(keptForBirthDay(ruled({}), undefined)).toBe('no');
  });
});
