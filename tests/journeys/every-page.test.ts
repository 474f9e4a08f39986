import { describe, expect, test } from 'vitest';
import { visits } from '../architecture/door-visits.ts';
import type { Visit } from '../architecture/visit.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Reader } from './visit.ts';

/** What answers machines, or sends the reader elsewhere. */
const NO_PAGE = /^GET \/(api\/v1(?!\/docs)|assets|healthz|readyz|demo\/oidc|demo\/konton|logga-in)|\.(csv|ics|pdf|docx|json)\}?$/;

/** Every visit of a page, as the list of doors knocks on it. */
const pages: readonly (readonly [string, Visit])[] = Object.entries(visits).flatMap(([door, ways]) =>
  door.startsWith('GET ') && !NO_PAGE.test(door) ? ways.map((visit) => [`${visit.path}${visit.follow ?? ''}`, visit] as const) : [],
);

const app = await givenApp({ login: true });
const cookies = new Map<string, string>();

async function readerOf({ as, cookie = '' }: Visit): Promise<Reader> {
  if (as === undefined) return givenReader(app, cookie);
  if (!cookies.has(as)) cookies.set(as, await givenLoggedIn(app, as));
  return givenReader(app, cookies.get(as) ?? '');
}

describe('every page', () => {
  test('is among those that are tried here', () => {
    const paths = pages.map(([path]) => path);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths).toEqual(expect.arrayContaining(['/', '/om', '/sok', '/api/v1/docs', '/organisation', '/personer', '/notiser']));
  });

  // The visit itself expects axe to find nothing.
  test.each(pages)(
    '%s has one heading over all, a title, no fault that axe can find, and no link inside the page that leads nowhere',
    async (_, visit) => {
      const reader = await readerOf(visit);
      const first = await reader.visit(visit.path);
      const link = visit.follow === undefined ? undefined : first.links().find(({ href }) => href.startsWith(visit.follow ?? ''));
      const page = link ? await reader.visit(link.href) : first;
      if (!visit.refused) expect(page.status).toBe(200);
      expect(page.document.querySelectorAll('h1').length).toBe(1);
      expect(page.document.title).toMatch(/\p{L}.* – Överens|^Överens – /u);
      const inside = page.links().filter(({ href }) => href.startsWith('#'));
      expect(inside.filter(({ href }) => !page.document.getElementById(decodeURIComponent(href.slice(1))))).toEqual([]);
    },
  );

  test('that is asked for and not there, or where something goes wrong, is as accessible as the others', async () => {
    for (const path of ['/finns-inte', '/avtal/finns-inte', '/lan/01', '/kommun/9999', '/kunskap/finns-inte']) {
      expect((await (await givenReader(app)).visit(path)).status, path).toBe(404);
    }
  });
});
