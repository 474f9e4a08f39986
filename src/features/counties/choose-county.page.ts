import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { AppEnv } from '../../platform/index.ts';

const Form = z.object({
  county: z
    .string()
    .regex(/^(\d{2})?$/)
    .catch(''),
  return: z.string().max(2000).catch('/'),
});
const A_YEAR = 365 * 24 * 60 * 60;

/** Remembers the chosen county in the reader's own browser and goes back to where they were. */
export const chooseCountyPage = new Hono<AppEnv>().post('/lan/valj', async (c) => {
  const { county, return: back } = Form.parse(await c.req.parseBody());
  setCookie(c, 'lan', county, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
    maxAge: county ? A_YEAR : 0,
  });
  return c.redirect(localPath(back), 303);
});

/** A path on this site, never an address elsewhere. */
function localPath(path: string): string {
  const base = 'http://local';
  if (!path.startsWith('/') || !URL.canParse(path, base)) return '/';
  const url = new URL(path, base);
  return url.origin === base ? `${url.pathname}${url.search}` : '/';
}
