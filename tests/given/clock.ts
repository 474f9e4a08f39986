import type { Clock } from '../../src/platform/clock.ts';

/** A clock that stands still on a day until it is moved. */
export type MovableClock = Clock & { moveTo(day: string): void };

/** A clock at noon, Swedish time, on the day. */
export function givenClock(day = '2026-11-22'): MovableClock {
  let today = Temporal.PlainDate.from(day);
  return {
    today: () => today,
    now: () => today.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant(),
    moveTo: (to) => {
      today = Temporal.PlainDate.from(to);
    },
  };
}
