import type { Context } from 'hono';
import type { Actor } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { assignmentRoleTexts, formatDate, type Shell, type ShellLogin, workPlaces } from '../../ui/index.ts';
import { readRegister } from './read-counties.ts';

/** What the layout of every page needs: the counties to choose among, the chosen one, today. */
export async function shellOf(c: Context<AppEnv>): Promise<Shell> {
  const found = await readRegister(scopeOf(c), {});
  const counties = isRefusal(found) ? [] : found.counties.map(({ code, name }) => ({ code, name }));
  const { pathname, search } = new URL(c.req.url);
  return {
    path: `${pathname}${search}`,
    today: c.var.runtime.clock.today(),
    counties,
    county: counties.find(({ code }) => code === c.var.county),
    demo: c.var.demo,
    login: loginShown(c.var.actor, await c.var.unread?.()),
    mayLogIn: c.var.login !== undefined,
    dataVersion: isRefusal(found) ? undefined : formatDate(found.loaded),
  };
}

function loginShown(actor: Actor, unread: number | undefined): ShellLogin | undefined {
  if (actor.kind === 'public') return undefined;
  const { name } = actor.login;
  const places = workPlaces(actor);
  if (actor.kind === 'individual') return { name, staff: false, places, unread };
  const { assignment } = actor;
  const place = assignment && (assignment.unit?.name ?? assignment.organisation.name);
  return { name, staff: true, places, unread, acting: assignment && `${assignmentRoleTexts[assignment.role]}, ${place}` };
}
