import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { type AppEnv, localPath } from '../../platform/index.ts';

/** No county is a choice too: it makes the browser forget. */
const Form = z.object({
  county: z
    .string()
    .regex(/^(\d{2})?$/)
    .optional()
    .catch(undefined),
  return: z.string().max(2000).catch('/'),
});
const A_YEAR = 365 * 24 * 60 * 60;
const MOST_BYTES = 8 * 1024;

/** Remembers the chosen county in the reader's own browser and goes back to where they were. What is no choice changes nothing. */
export const chooseCountyPage = new Hono<AppEnv>().post(
  '/lan/valj',
  bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.redirect('/', 303) }),
  async (c) => {
    const { county, return: back } = Form.parse(await c.req.parseBody().catch(() => ({})));
    if (county !== undefined) {
      setCookie(c, 'lan', county, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: new URL(c.req.url).protocol === 'https:',
        maxAge: county ? A_YEAR : 0,
      });
    }
    return c.redirect(localPath(back), 303);
  },
);
