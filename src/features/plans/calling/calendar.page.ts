import { type Context, Hono } from 'hono';
import { calendarFile } from '../../../domain/plans/calendar-file.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../../platform/index.ts';
import { mannerOf } from '../own/words/manner.ts';
import { readOwnPlan, readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { calendarTexts } from './texts-calling.ts';

/** The meeting that is set, for a calendar: when, and where unless the person has protected identity or whose plan it is is shut to the reader. */
function answer(c: Context<AppEnv>, { calling, identity }: ShownPlan, summary: string = calendarTexts.summary) {
  const set = calling.meetings?.findLast(({ turn }) => turn === 'set');
  if (!set) return c.notFound();
  const where = identity && !identity.protected ? set.where : undefined;
  const file = calendarFile({ ...set, id: set.meeting, where, summary }, c.var.runtime.clock.now());
  return fileAnswer(c, file, { name: calendarTexts.file, format: 'ics', fleeting: true });
}

async function ofStaff(c: Context<AppEnv>) {
  const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
  return isRefusal(plan) ? c.notFound() : answer(c, plan);
}

async function ofIndividual(c: Context<AppEnv>) {
  const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
  return isRefusal(found) ? c.notFound() : answer(c, found.plan, mannerOf(c).words.next.calendarName);
}

/** The meeting as a file for a calendar, for those who may read of it. */
export const calendarPage = new Hono<AppEnv>().get('/planer/:id/mote.ics', ofStaff).get('/min-plan/:id/mote.ics', ofIndividual);
