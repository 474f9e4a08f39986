import { expect, test } from 'vitest';
import { dischargeFault, eventsOf } from './discharge-notes.ts';

const now = Temporal.Instant.from('2026-11-22T11:00:00Z');
const notes = (events: Parameters<typeof dischargeFault>[0]['events']) => ({ events });

test('nothing noted is no fault, and says nothing', () => {
  expect(dischargeFault(notes({}), now)).toBeUndefined();
  expect(eventsOf(notes({}))).toBeUndefined();
});

test('what is noted becomes moments', () => {
  const events = eventsOf(notes({ admitted: '2026-11-20T08:00:00Z', dischargeReady: '2026-11-21T10:00:00Z' }));
  expect(events?.dischargeReady?.toString()).toBe('2026-11-21T10:00:00Z');
  expect(events).not.toHaveProperty('summons');
});

test.each([
  ['discharge-not-admitted', { summons: '2026-11-20T08:00:00Z' }],
  ['discharge-in-future', { admitted: '2026-11-20T08:00:00Z', transfer: '2026-11-22T11:00:01Z' }],
  ['discharge-before-admission', { admitted: '2026-11-20T08:00:00Z', admissionNotice: '2026-11-20T07:59:00Z' }],
])('refuses with %s', (code, events) => {
  expect(dischargeFault(notes(events), now)).toMatchObject({ code });
});

test('what happens the very moment of the admission, or now, is as it can be', () => {
  expect(
    dischargeFault(notes({ admitted: '2026-11-20T08:00:00Z', admissionNotice: '2026-11-20T08:00:00Z', transfer: now.toString() }), now),
  ).toBeUndefined();
});
