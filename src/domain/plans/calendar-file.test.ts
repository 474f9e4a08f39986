import { expect, test } from 'vitest';
import { type CalendarMeeting, calendarFile } from './calendar-file.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const meeting: CalendarMeeting = {
  ...{ id: 'ed746a47-405a-820e-b33c-14f6468ed900', startsAt: Temporal.Instant.from('2026-11-26T09:00:00Z'), minutes: 60 },
  ...{ where: 'Rum 3, entré B; våning 2', moved: 1, summary: 'Möte' },
};

test('a calendar file says when and where, and that the meeting was moved, with nothing of what it is about', () => {
  expect(calendarFile(meeting, now).split('\r\n')).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Overens//Planer//SV', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
    ...['UID:ed746a47-405a-820e-b33c-14f6468ed900@overens', 'DTSTAMP:20261122T120000Z', 'DTSTART:20261126T090000Z', 'DURATION:PT60M'],
    ...['SEQUENCE:1', 'SUMMARY:Möte', 'LOCATION:Rum 3\\, entré B\\; våning 2', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', ''],
  ]);
});

test('a place that may not stand there leaves no trace', () => {
  expect(calendarFile({ ...meeting, where: undefined }, now)).not.toContain('LOCATION');
});

test('what is typed as a place cannot add lines of its own', () => {
  const file = calendarFile({ ...meeting, where: 'Rum\r\nATTENDEE:mailto:a@b\u0007' }, now);
  expect(file).toContain('LOCATION:Rum\\nATTENDEE:mailto:a@b\r\n');
  expect(file.split('\r\n').some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});

test('no line is longer than 75 octets, and folding loses no character', () => {
  const where = 'Åäö 😀 '.repeat(60).trim();
  const file = calendarFile({ ...meeting, where }, now);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${where}`);
});
