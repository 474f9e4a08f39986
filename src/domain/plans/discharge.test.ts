import { describe, expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { type DischargeEvents, type DischargeStepName, dischargeRules, dischargeStepsAt } from './discharge.ts';

const { national, deadlines } = givenPlanning;
const rules = dischargeRules(national, deadlines);
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant();

function step(name: DischargeStepName, now: string, events: Partial<DischargeEvents> = {}) {
  const found = dischargeStepsAt({ admitted: at('2026-11-09T10:00'), ...events }, rules, at(now)).find((one) => one.step === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
}

test('the time limits are those of the catalogue, all by law', () => {
  expect(Object.values(rules).map(({ id, amount, unit, basis }) => [id, amount, unit, basis])).toEqual([
    ['D05', 24, 'hours', 'law'],
    ['D06', 3, 'days', 'law'],
    ['D08', 0, 'days', 'law'],
  ]);
});

test('a catalogue without the time limit is a fault of the data, never a guess', () => {
  expect(() => dischargeRules(national, { deadlines: [] })).toThrow('D05');
});

describe('the notice of admission', () => {
  test.each([
    ['2026-11-10T10:00', 'due'],
    ['2026-11-10T10:01', 'late'],
  ])('at %s, when it has not been sent, is %s', (now, state) => {
    expect(step('admission-notice', now).state).toBe(state);
  });

  test.each([
    ['2026-11-10T10:00', 'done'],
    ['2026-11-10T10:01', 'done-late'],
  ])('sent at %s is %s', (admissionNotice, state) => {
    expect(step('admission-notice', '2026-11-20T08:00', { admissionNotice: at(admissionNotice) }).state).toBe(state);
  });

  test('has its 24 hours from when the need was seen, if that was later', () => {
    expect(step('admission-notice', '2026-11-12T15:00', { needSeen: at('2026-11-11T15:00') }).state).toBe('due');
  });

  test.each([
    ['2026-03-28T20:00', '2026-03-29T21:00'],
    ['2026-10-24T20:00', '2026-10-25T19:00'],
  ])('has 24 real hours when the clocks change: from %s to %s', (admitted, due) => {
    expect(step('admission-notice', admitted, { admitted: at(admitted) }).dueAt).toEqual(at(due));
  });
});

describe('the summons', () => {
  test('waits for the notice that somebody is ready', () => {
    expect(step('summons', '2026-11-12T10:00')).toMatchObject({ state: 'waiting' });
  });

  test.each([
    ['2026-11-13T23:59', 'due'],
    ['2026-11-14T00:00', 'late'],
  ])('three days after Tuesday 10 November is %s %s', (now, state) => {
    const found = step('summons', now, { dischargeReady: at('2026-11-10T16:30') });
    expect(found).toMatchObject({ state, due: Temporal.PlainDate.from('2026-11-13') });
    expect(found).not.toHaveProperty('moved');
  });

  // Ready on Thursday the 12th: the third day is Sunday the 15th.
  test.each([
    ['2026-11-15T23:59', 'due', 'done'],
    ['2026-11-16T00:00', 'in-doubt', 'in-doubt'],
    ['2026-11-16T23:59', 'in-doubt', 'in-doubt'],
    ['2026-11-17T00:00', 'late', 'done-late'],
  ])(
    'whose last day is a Sunday is, at %s, %s when not sent and %s when sent: that it moves to Monday is not confirmed',
    (now, unsent, sent) => {
      const dischargeReady = at('2026-11-12T09:00');
      expect(step('summons', now, { dischargeReady })).toMatchObject({ state: unsent, moved: Temporal.PlainDate.from('2026-11-16') });
      expect(step('summons', '2026-12-01T00:00', { dischargeReady, summons: at(now) }).state).toBe(sent);
    },
  );

  test('counts from the Swedish day of the notice, not from that of Greenwich', () => {
    const dischargeReady = Temporal.Instant.from('2026-11-09T23:30:00Z');
    expect(step('summons', '2026-11-11T10:00', { dischargeReady }).due?.toString()).toBe('2026-11-13');
  });
});

describe('around the discharge itself', () => {
  const discharged = at('2026-11-14T14:00');

  test('information is handed over the same day, also on a Saturday, and not a minute after it', () => {
    expect(step('transfer', '2026-11-14T23:59', { discharged })).toMatchObject({
      state: 'due',
      due: Temporal.PlainDate.from('2026-11-14'),
    });
    expect(step('transfer', '2026-11-15T00:00', { discharged }).state).toBe('late');
    expect(step('transfer', '2026-11-20T00:00', { discharged, transfer: at('2026-11-13T10:00') }).state).toBe('done');
  });

  test('a fixed care contact is named before it', () => {
    expect(step('fixed-contact', '2026-11-13T00:00').state).toBe('due');
    expect(step('fixed-contact', '2026-11-15T00:00', { discharged }).state).toBe('late');
    expect(step('fixed-contact', '2026-11-15T00:00', { discharged, fixedContact: discharged }).state).toBe('done');
    expect(step('fixed-contact', '2026-11-15T00:00', { discharged, fixedContact: at('2026-11-14T14:01') }).state).toBe('done-late');
  });
});
