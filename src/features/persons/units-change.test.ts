import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';

type App = Awaited<ReturnType<typeof givenApp>>;

const days = givenClock('2026-11-22');
let app: App;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  app = await givenApp({ clock: days, login: true, demo: true });
  for (const account of ['handlaggare-aneby-06', 'boendestod-aneby-06', 'forvaltare-aneby-06'])
    cookies[account] = await givenLoggedIn(app, account);
});

const get = async (path: string, as: string) => app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } });
const html = async (path: string, as: string) => (await get(path, as)).text();
const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);

describe('when units change', () => {
  const unitOf = async (name: string) => {
    const { rows } = await (await givenDatabase()).asOwner((tx) =>
      sql<{ id: string }>`select unit_id as id from unit_version where name like ${`${name}%`}`.execute(tx),
    );
    return rows[0]?.id ?? '';
  };
  const act = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const page = await html(path, 'forvaltare-aneby-06');
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1];
    const body = new URLSearchParams([...fields.map(([name, value]) => [name, value]), ...(seen ? [['seen', seen]] : [])]);
    const headers = {
      origin: TEST_ORIGIN,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookies['forvaltare-aneby-06'] ?? '',
    };
    return app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers, body: body.toString() });
  };
  const on = async (day: string) => {
    days.moveTo(day);
    for (const one of ['handlaggare-aneby-06', 'boendestod-aneby-06', 'forvaltare-aneby-06']) cookies[one] = await givenLoggedIn(app, one);
  };

  test('the persons of merged units are reached from the new one from its first day, and those of a split unit by nobody who has not been given an assignment at the one that takes over', async () => {
    const form = { namn: 'Följer Med', nummer: '', tolk: '', arendenummer: 'SLÅ-1', adress: '', vistelse: '' };
    const path = (await send('/personer/ny', form, 'handlaggare-aneby-06')).headers.get('location')?.replace('?klart=1', '') ?? '';
    const parts = [await unitOf('Socialtjänstens vuxenenhet Aneby'), await unitOf('Boendestödet Aneby')];
    const merged = await act('/organisation/enheter/sla-ihop', [
      ...parts.map((part) => ['parts', part] as const),
      ['name', 'Stöd Aneby'],
      ['from', '2026-11-23'],
    ]);
    expect(merged.status).toBe(303);
    expect((await get(path, 'boendestod-aneby-06')).status).toBe(404);

    await on('2026-11-23');
    for (const one of ['handlaggare-aneby-06', 'boendestod-aneby-06'])
      expect(await html(path, one)).toContain('Stöd Aneby (tidigare Socialtjänstens vuxenenhet');
    const found = await (await send('/personer', { namn: 'Följer' }, 'boendestod-aneby-06')).text();
    expect(found).toContain(path);

    const split = await act(`/organisation/enheter/${await unitOf('Stöd Aneby')}/dela`, [
      ['names', 'Stöd Norr\nStöd Söder'],
      ['cases', 'Stöd Norr'],
      ['from', '2026-11-24'],
    ]);
    expect(split.status).toBe(303);
    expect(await html(`${path}/arende`, 'handlaggare-aneby-06')).toContain('Stöd Norr');
    await on('2026-11-24');
    for (const one of ['handlaggare-aneby-06', 'boendestod-aneby-06']) expect((await get(path, one)).status).not.toBe(200);
  });
});
