import type { Context } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { ErrorPage, type Shell } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';

type Status = 403 | 404 | 405 | 413 | 429 | 500 | 503;

/** A page that says what happened and what to do. Stands also when the database does not; it is not asked for what should cost little. */
export async function errorAnswer(c: Context<AppEnv>, status: Status): Promise<Response> {
  return c.html(<ErrorPage shell={await errorShell(c, status)} status={status} requestId={c.var.requestId} />, status);
}

/** What is around such a page: as little as there can be when it should cost little. */
export async function errorShell(c: Context<AppEnv>, status: Status): Promise<Shell> {
  const bare: Shell = { path: '/', today: c.var.runtime.clock.today(), counties: [], demo: c.var.demo };
  const shell = status >= 429 ? bare : await shellOf(c).catch(() => bare);
  return { ...shell, path: '/' };
}
