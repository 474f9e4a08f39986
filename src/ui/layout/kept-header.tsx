import { html, raw } from 'hono/html';
import type { NavId, Shell } from '../shell.ts';
import { Header } from './header.tsx';

/** Stands for the address of the page in a header that is kept: no address holds it. */
const ADDRESS = '\u0000';

/** Counties and ways in are few; demo and login are the same for as long as the program runs. */
const MOST_KEPT = 200;

const kept = new Map<string, readonly string[]>();

/** The top of a page for whoever has not logged in. But for the address it is the same on many pages, so it is made once for each kind and kept. */
export function KeptHeader({ shell, nav }: { shell: Shell; nav?: NavId | undefined }) {
  const { county, counties, demo, mayLogIn, path, today } = shell;
  const isEntry = nav !== undefined && path.split('?')[0] === `/${nav}`;
  const key = JSON.stringify([county, counties, demo, mayLogIn, nav, isEntry]);
  const parts =
    kept.get(key) ??
    String(<Header shell={{ county, counties, demo, mayLogIn, today, path: ADDRESS }} nav={nav} entry={isEntry} />).split(ADDRESS);
  if (!kept.has(key) && kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, parts);
  return raw(parts.join(String(html`${path}`)));
}
