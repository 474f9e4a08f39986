import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { AppEnv } from '../../../platform/index.ts';
import { isLanguage, MANNER } from './words/manner.ts';

const A_YEAR = 365 * 24 * 60 * 60;

/** Remembers in the reader's own browser which language and which letters they want, and goes to the same page without the choice in its address. What is no choice changes nothing. */
export const ownManner = new Hono<AppEnv>().use('/min-plan/*', async (c, next) => {
  const [language, letters] = [c.req.query(MANNER.language), c.req.query(MANNER.letters)];
  if (c.req.method !== 'GET' || (language === undefined && letters === undefined)) return next();
  const address = new URL(c.req.url);
  const kept = { path: '/min-plan', httpOnly: true, sameSite: 'Lax', secure: address.protocol === 'https:' } as const;
  if (isLanguage(language)) setCookie(c, MANNER.language, language, { ...kept, maxAge: A_YEAR });
  if (letters !== undefined) {
    const large = letters === MANNER.large;
    setCookie(c, MANNER.letters, large ? letters : '', { ...kept, maxAge: large ? A_YEAR : 0 });
  }
  address.searchParams.delete(MANNER.language);
  address.searchParams.delete(MANNER.letters);
  return c.redirect(`${address.pathname}${address.search}`, 303);
});
