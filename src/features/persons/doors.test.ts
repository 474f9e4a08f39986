import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, TODAY, type World } from '../../../tests/given/persons-world.ts';
import { grants, type Permission } from '../../domain/access/permissions.ts';
import { abilitiesOn, mayRead } from '../../domain/persons/policy.ts';
import { reachOf } from '../../domain/persons/reach.ts';
import type { Clock } from '../../platform/clock.ts';
import { stableId } from '../../platform/index.ts';
import { municipalityId } from '../organisations/index.ts';

type App = Awaited<ReturnType<typeof givenApp>>;

const NOBODY = '0199d0a4-0000-7000-8000-000000000000';
const opening = { nummer: '198004179803', skal: 'unconscious', motivering: 'kort' };

/** Every door about persons, the permission it asks for first, and what it answers to those who may try: out of reach, or faulty. */
const doors: readonly (readonly [method: string, path: string, permission: Permission, allowed: number])[] = [
  ['GET', '/personer', 'persons.find', 200],
  ['POST', '/personer', 'persons.find', 422],
  ['GET', '/personer/ny', 'persons.register', 200],
  ['POST', '/personer/ny', 'persons.register', 422],
  ['GET', `/personer/${NOBODY}`, 'persons.read', 404],
  ['GET', `/personer/${NOBODY}/andra`, 'persons.read', 404],
  ['POST', `/personer/${NOBODY}/andra`, 'persons.change', 404],
  ['GET', `/personer/${NOBODY}/arende`, 'persons.read', 404],
  ['POST', `/personer/${NOBODY}/arende`, 'persons.open-case-contact', 404],
  ['POST', `/personer/${NOBODY}/arende/avsluta`, 'persons.end-case-contact', 404],
  ['GET', `/personer/${NOBODY}/skydd`, 'persons.read', 404],
  ['POST', `/personer/${NOBODY}/skydd`, 'persons.protect', 404],
  ['GET', '/personer/skyddsbehorighet', 'persons.authorise-protected', 200],
  ['POST', '/personer/skyddsbehorighet', 'persons.authorise-protected', 404],
  ['POST', '/personer/skyddsbehorighet/avsluta', 'persons.authorise-protected', 404],
  ['GET', '/personer/nodoppning', 'persons.open-in-emergency', 200],
  ['POST', '/personer/nodoppning', 'persons.open-in-emergency', 422],
  ['GET', '/personer/nodoppningar', 'persons.review-emergency', 200],
  ['POST', '/personer/nodoppningar', 'persons.review-emergency', 404],
  ['GET', '/mina-uppgifter', 'persons.read-own', 200],
];
const forms: Readonly<Record<string, Record<string, string>>> = {
  '/personer/nodoppning': opening,
  '/personer/nodoppningar': { id: NOBODY, bedomning: 'justified', motivering: 'Rimligt' },
  '/personer/skyddsbehorighet': { id: NOBODY },
  '/personer/skyddsbehorighet/avsluta': { id: NOBODY },
  [`/personer/${NOBODY}/andra`]: { namn: 'A', nummer: '', tolk: '', sparr: 'nej', sett: 'x' },
  [`/personer/${NOBODY}/arende`]: { arendenummer: 'A1' },
  [`/personer/${NOBODY}/arende/avsluta`]: { arende: NOBODY },
  [`/personer/${NOBODY}/skydd`]: { skydd: 'inget' },
};

const rolesOf = (permission: Permission): object => Object(grants[permission].to);

describe('every door about persons', () => {
  test('is in the list of the application, and no other is', async () => {
    const app = await givenApp();
    const named = (path: string) => path.replace(NOBODY, ':id');
    const real = app.routes.filter(({ path }) => /^\/(personer|mina-uppgifter)/.test(path)).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(real)].sort()).toEqual(doors.map(([method, path]) => `${method} ${named(path)}`).sort());
  });

  test('answers every fictional account as its role is granted, and sends the public to log in', async () => {
    const app = await givenApp({ clock: givenClock(), login: true, demo: true });
    const listed = (await (await app.request(`${TEST_ORIGIN}/demo/konton.json`)).json()) as {
      id: string;
      role: string;
      organisation: string;
    }[];
    const accounts = listed.filter(({ id }) => id.endsWith('-06') || id.startsWith('enskild-'));
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(15);
    const wrong: string[] = [];
    const ask = async ([method, path]: (typeof doors)[number], cookie: string) => {
      const answer =
        method === 'GET'
          ? await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })
          : await post(app, path, forms[path] ?? {}, cookie);
      return answer.status;
    };
    for (const { id, role, organisation } of accounts) {
      const cookie = await givenLoggedIn(app, id, role === 'coordinator' ? 'Samordnare' : '');
      for (const door of doors) {
        const [method, path, permission, allowed] = door;
        const granted = role in rolesOf(permission);
        const lawful = permission !== 'persons.open-in-emergency' || !organisation.startsWith('Socialtjänst');
        const status = await ask(door, cookie);
        if (status !== (granted && lawful ? allowed : 403)) wrong.push(`${id} ${method} ${path}: ${status}`);
      }
    }
    for (const door of doors) {
      const status = await ask(door, '');
      if (status !== 303) wrong.push(`public ${door[0]} ${door[1]}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('pages and policies', () => {
  test('agree on a sample of the random world: what is found, and what the page offers', async () => {
    const database = await givenDatabase();
    const clock: Clock = { today: () => TODAY, now: () => NOW };
    const world: World = await givenPersonsWorld(database, givenKeyRing(), { seed: 99, actors: 60, persons: 60 });
    const app = await givenApp({ clock, login: true });
    const wrong: string[] = [];
    const times = { read: 0, change: 0 };
    for (const [nth, one] of world.actors.entries()) {
      for (const person of world.persons.filter((_, index) => index % 3 === nth % 3)) {
        const reach = reachOf(one.actor, world.standing(one, person), { today: TODAY, now: NOW });
        const granted =
          one.actor.kind === 'staff' && one.actor.assignment !== undefined && one.actor.assignment.role in rolesOf('persons.read');
        const reads = mayRead(one.actor, reach);
        const abilities = abilitiesOn(one.actor, reach);
        const expected = one.actor.kind === 'public' ? 303 : reads ? 200 : granted ? 404 : 403;
        const answer = await app.request(`${TEST_ORIGIN}/personer/${person.id}`, { headers: { cookie: `__Host-session=${one.secret}` } });
        const page = await answer.text();
        const says = [answer.status, page.includes('/andra"'), page.includes('/skydd"'), page.includes('/arende"'), /Adress \d/.test(page)];
        const should = [expected, abilities.change, abilities.protect, abilities['open-case-contact'], reads && abilities['see-place']];
        if (says.join() !== should.join()) wrong.push(`${JSON.stringify(one.actor)} ${says} should be ${should}`);
        times.read += Number(reads);
        times.change += Number(abilities.change);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(times.read).toBeGreaterThan(10);
    expect(times.change).toBeGreaterThan(5);
  });
});

describe('midnight in Sweden', () => {
  const person = stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`);
  const end = async (statement: ReturnType<typeof sql>) => (await givenDatabase()).asOwner((tx) => statement.execute(tx));
  let now = Temporal.Instant.from('2026-11-30T22:50:00Z');
  const clock: Clock = { today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(), now: () => now };
  const at = async (app: App, cookie: string, moment: string) => {
    now = Temporal.Instant.from(moment);
    return (await app.request(`${TEST_ORIGIN}/personer/${person}`, { headers: { cookie } })).status;
  };
  let app: App;
  beforeAll(async () => {
    app = await givenApp({ clock, login: true, demo: true });
  });

  test('ends an assignment: the record is there a second before, and no longer when the day begins', async () => {
    const cookie = await givenLoggedIn(app, 'handlaggare-aneby-06');
    await end(sql`update assignment set valid = daterange('2025-01-01', '2026-12-01') where account_id =
      (select id from account where hsa_id = 'SE2321000000-P06001')`);
    expect(await at(app, cookie, '2026-11-30T22:59:59Z')).toBe(200);
    expect(await at(app, cookie, '2026-11-30T23:00:00Z')).toBe(403);
  });

  test('ends a case contact', async () => {
    now = Temporal.Instant.from('2026-11-30T22:50:00Z');
    const cookie = await givenLoggedIn(app, 'boendestod-aneby-06');
    await end(sql`update case_contact set valid = daterange('2025-01-01', '2026-12-01') where person_id = ${person}`);
    expect(await at(app, cookie, '2026-11-30T22:59:59Z')).toBe(200);
    expect(await at(app, cookie, '2026-11-30T23:00:00Z')).toBe(404);
  });
});
