import { describe, expect, test } from 'vitest';
import { visits } from '../architecture/door-visits.ts';
import { givenReader } from './visit.ts';

/** Every address of a page, as the list of doors knocks on it; the rest answer machines. */
const addresses = Object.entries(visits).flatMap(([door, ways]) =>
  /^GET \/(?!api\/v1(?!\/docs)|assets|healthz|readyz)/.test(door) && !door.endsWith('.csv') ? ways.map(({ path }) => path) : [],
);

describe('every page', () => {
  test('is among those that are tried here', () => {
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses).toEqual(expect.arrayContaining(['/', '/om', '/sok', '/api/v1/docs']));
  });

  // The visit itself expects axe to find nothing.
  test.each(addresses)(
    '%s has one heading over all, a title, no fault that axe can find, and no link inside the page that leads nowhere',
    async (path) => {
      const page = await (await givenReader()).visit(path);
      expect(page.status).toBe(200);
      expect(page.document.querySelectorAll('h1').length).toBe(1);
      expect(page.document.title).toMatch(/\p{L}.* – Överens|^Överens – /u);
      const inside = page.links().filter(({ href }) => href.startsWith('#'));
      expect(inside.filter(({ href }) => !page.document.getElementById(decodeURIComponent(href.slice(1))))).toEqual([]);
    },
  );

  test('that is asked for and not there, or where something goes wrong, is as accessible as the others', async () => {
    for (const path of ['/finns-inte', '/avtal/finns-inte', '/lan/01', '/kommun/9999', '/kunskap/finns-inte']) {
      expect((await (await givenReader()).visit(path)).status, path).toBe(404);
    }
  });
});
