import type { Context } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDate, type Shell } from '../../ui/index.ts';
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
    dataVersion: isRefusal(found) ? undefined : formatDate(found.loaded),
  };
}
