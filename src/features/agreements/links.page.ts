import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import { linksCsv } from '../link-checks/index.ts';
import { readOutsideLinks } from './outside-links.ts';

/** The list of all links, to be filled in by somebody who can reach them, and read back with `overens links check`. */
export const linksPage = new Hono<AppEnv>().get('/lankar.csv', async (c) => {
  const found = await readOutsideLinks(scopeOf(c), {});
  if (isRefusal(found)) return c.notFound();
  return fileAnswer(c, linksCsv(found.links, found.latest), { name: 'lankar', format: 'csv' });
});
