import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { loginOf } from '../../domain/access/actor.ts';
import { may, needsStepUp, type Permission } from '../../domain/access/permissions.ts';
import { isFresh } from '../../domain/access/session-life.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { AppEnv } from '../../platform/index.ts';
import { type FormError, Page } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { refusals } from './texts-refusals.ts';

/** What is typed in a form, by the names of its fields. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** The id in the address; undefined when it cannot be one. */
export function idOf(c: Context<AppEnv>): string | undefined {
  return z.uuid().safeParse(c.req.param('id')).data;
}

/** The page of a refusal, with the words of persons. */
export function refused(c: Context<AppEnv>, refusal: Refusal): Promise<Response> {
  return refusalPage(c, refusal, refusals);
}

/** Where a form whose act takes a fresh login sends whoever has an old one, before anything is typed; undefined when it may be shown. */
export function freshFirst(c: Context<AppEnv>, permission: Permission): Response | undefined {
  const { actor, runtime } = c.var;
  const login = loginOf(actor);
  if (c.req.method !== 'GET' || !login || !may(actor, permission) || !needsStepUp(permission)) return undefined;
  if (isFresh(login.authenticatedAt, runtime.clock.now())) return undefined;
  return c.redirect(`/logga-in?igen=1&tillbaka=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303);
}

/** What is answered where there is no such record: the same as beyond reach. */
export function nobody(c: Context<AppEnv>): Promise<Response> {
  return refused(c, refuse('person-not-found'));
}

/** A page about persons, for staff: kept by no search engine, titled without anybody's name. */
export async function staffPage(
  c: Context<AppEnv>,
  page: { title: string; lead?: Child; errors?: readonly FormError[] | undefined; back?: string; wide?: boolean; status?: 409 },
  content: Child,
): Promise<Response> {
  const { title, lead, errors = [], back, wide, status } = page;
  const found = await shellOf(c);
  // The county form comes back to an address without the record in it.
  const shell = c.req.method === 'GET' ? found : { ...found, path: '/personer' };
  return c.html(
    <Page shell={shell} title={title} lead={lead} errors={errors} back={back} wide={wide} density="staff" noindex>
      {content}
    </Page>,
    status ?? (errors.length > 0 ? 422 : 200),
    { 'cache-control': 'no-store' },
  );
}
