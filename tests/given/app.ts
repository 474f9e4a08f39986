import type { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import type { Clock } from '../../src/platform/clock.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { assetsFolder } from '../../src/ui/index.ts';
import { givenDatabase } from './database.ts';

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

/** The whole application on the database of this test file. */
export async function givenApp(
  options: { clock?: Clock; ratePerMinute?: number; demo?: boolean; origin?: string } = {},
): Promise<Hono<AppEnv>> {
  return createApp({
    runtime: { database: await givenDatabase(), clock: options.clock ?? givenClock() },
    log: createLog('silent'),
    demo: options.demo ?? false,
    https: false,
    ...(options.origin ? { origin: options.origin } : {}),
    ratePerMinute: options.ratePerMinute ?? 0,
    assets: assetsFolder(),
    callerOf: () => 'test',
  });
}
