import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { readDay } from '../../domain/counties/day.ts';
import type { AppEnv } from '../../platform/index.ts';
import type { AskedDay } from '../../ui/index.ts';
import { dayFaultTexts } from '../../ui/texts.ts';

/** The day that the address asks about (`datum`). What is no day is told, and the page shows today. */
export function askedDay(c: Context<AppEnv>): AskedDay {
  const today = c.var.runtime.clock.today().toString();
  const typed = c.req.query('datum')?.trim() || undefined;
  const read = typed === undefined ? undefined : readDay(typed);
  const on = read && 'day' in read ? read.day : undefined;
  return {
    on,
    kept: on === today ? undefined : on,
    today,
    typed: typed?.slice(0, LONGEST),
    error: read && 'fault' in read ? dayFaultTexts[read.fault] : undefined,
  };
}

/** More than a day is; so that a page does not grow with what is written in its address. */
const LONGEST = 40;

/** The pages that show something on a day. */
const ON_A_DAY = /^\/(avtal|jamfor|kommun|kunskap|lagrum|lan|uppfoljning|vem-gor-vad)(\/|$)/;

/** Today is not written in an address: it would be another day tomorrow. A form that was sent with today, or no day, leads to the address without. */
export const todayUnsaid = createMiddleware<AppEnv>(async (c, next) => {
  const { pathname, searchParams } = new URL(c.req.url);
  const typed = searchParams.get('datum')?.trim();
  const isUnsaid = typed === '' || typed === c.var.runtime.clock.today().toString();
  if (c.req.method !== 'GET' || !isUnsaid || !ON_A_DAY.test(pathname)) return next();
  searchParams.delete('datum');
  return c.redirect(searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
});
