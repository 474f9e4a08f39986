import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { ANEBY, get, givenPersonsApp, html, inAneby, inEksjo, NUMBER, REGION, seenBy, send } from '../../../tests/given/persons-app.ts';
import { deliverNotices } from '../notifications/index.ts';
import { told } from './given-rows.ts';

const clock = givenClock('2026-11-22');

beforeAll(() => givenPersonsApp(clock));

describe('the way to an emergency opening', () => {
  test('is offered where the law covers the unit, and nowhere where the form answers no', async () => {
    const offered = async (account: string) => (await (await get('/personer', account)).text()).includes('/personer/nodoppning"');
    const open = async (account: string) => (await get('/personer/nodoppning', account)).status === 200;
    const staff = ['behandlare-beroende-06', 'handlaggare-aneby-06', 'samordnare-aneby-06', 'behandlare-aneby-06'];
    const both = await Promise.all(staff.map(async (account) => [await offered(account), await open(account)]));
    expect(both.map(([way]) => way)).toEqual(both.map(([, form]) => form));
    expect(new Set(both.map(([way]) => way))).toEqual(new Set([true, false]));
  });
});

describe('an emergency opening', () => {
  const form = { nummer: NUMBER, skal: 'unconscious', motivering: 'Behöver veta vilka insatser som pågår.' };

  test('opens what the law covers for some hours, tells the reviewers and the person, and is judged by somebody else', async () => {
    const answer = await send('/personer/nodoppning', form, 'behandlare-beroende-06');
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain(`href="/personer/${inAneby}"`);
    // Of the other municipality only the social services, outside the law, work with the person: as if there were no record.
    const social = await (await givenDatabase()).asOwner((tx) =>
      sql<{ n: number }>`select count(*) as n from case_contact c join unit_version u
      on u.unit_id = c.unit_id where c.person_id = ${inEksjo} and u.kind <> 'individ-familjeomsorg'`.execute(tx),
    );
    expect(page.includes(inEksjo)).toBe((social.rows[0]?.n ?? 0) > 0);
    const opened = await get(`/personer/${inAneby}`, 'behandlare-beroende-06');
    expect(opened.status).toBe(200);
    expect(await opened.text()).not.toContain('/andra');
    expect((await get(`/personer/${inAneby}/andra`, 'behandlare-beroende-06')).status).toBe(403);
    expect((await get(`/personer/${inAneby}`, 'behandlare-psykiatri-06')).status).toBe(404);
    const reviewers = (await told('emergency-opened')).map(({ receivers }) => receivers);
    expect(reviewers).toContainEqual({ role: 'log-reviewer', organisation: REGION });
    expect(reviewers).toContainEqual({ role: 'log-reviewer', organisation: ANEBY });
    expect((await told('emergency-opened-yours')).length).toBeGreaterThan(0);
    // It waits for the reviewers of the huvudman that opened, whatever they do with the notice; to look at what waits is no look at a person.
    const looks = async () => {
      const { rows } = await (await givenDatabase()).asOwner((tx) =>
        sql<{ n: number }>`select count(*)::int as n from audit_event`.execute(tx),
      );
      return rows[0]?.n;
    };
    const before = await looks();
    const WAITS = '<a href="/personer/nodoppningar">Granska nödöppningen';
    const tasks = async (account: string) => (await html('/arbete', account)).split(WAITS).length - 1;
    const openings = (await told('emergency-opened-yours')).length;
    expect([await tasks('loggranskare-region-06'), await tasks('loggranskare-aneby-06'), await tasks('behandlare-beroende-06')]).toEqual([
      openings,
      0,
      0,
    ]);
    expect(await looks()).toBe(before);
    await html('/personer/nodoppningar', 'loggranskare-region-06');
    expect(await looks()).toBe((before ?? 0) + openings);
    const database = await givenDatabase();
    const work = deliverNotices({ database, clock });
    for (const id of await work.waiting()) await work.run(id, { last: false });
    expect(await html('/arbete', 'loggranskare-region-06')).toContain('/notiser#notis-');
    await database.asOwner((tx) => sql`update notice set read_at = now()`.execute(tx));
    expect(await html('/arbete', 'loggranskare-region-06')).not.toContain('/notiser#notis-');
    expect(await tasks('loggranskare-region-06')).toBe(openings);
    const own = await html('/mina-uppgifter', 'enskild-1');
    expect(own).toContain('<h2>Nödöppningar</h2>');
    expect(own).toContain('Region Jönköpings län');
    expect(own).toContain('Personen är medvetslös');
    expect(own).toContain('Inte granskad än');
    expect(own).not.toContain('Behöver veta vilka insatser');
    expect(await html('/mina-uppgifter', 'enskild-3')).not.toContain('Nödöppningar');
    const list = await html('/personer/nodoppningar', 'loggranskare-region-06');
    expect(list).toContain('Behöver veta vilka insatser');
    expect(await html('/personer/nodoppningar', 'loggranskare-aneby-06')).not.toContain('Behöver veta vilka insatser');
    const id = /name="id" value="([^"]+)"/.exec(list)?.[1] ?? '';
    expect((await send('/personer/nodoppningar', { id, bedomning: 'justified', motivering: '' }, 'loggranskare-region-06')).status).toBe(
      422,
    );
    const judged = { id, bedomning: 'justified', motivering: 'Rimligt skäl.' };
    expect((await send('/personer/nodoppningar', judged, 'loggranskare-aneby-06')).status).toBe(404);
    expect((await send('/personer/nodoppningar', judged, 'loggranskare-region-06')).status).toBe(303);
    expect((await send('/personer/nodoppningar', judged, 'loggranskare-region-06')).status).toBe(409);
    expect(await tasks('loggranskare-region-06')).toBe(openings - 1);
    expect(await html('/mina-uppgifter', 'enskild-1')).toContain('Befogad');
  });

  test('is not for the social services that the law does not cover', async () => {
    expect((await get('/personer/nodoppning', 'handlaggare-aneby-06')).status).toBe(403);
    expect((await send('/personer/nodoppning', form, 'handlaggare-aneby-06')).status).toBe(403);
    expect((await get('/personer/nodoppning', 'boendestod-aneby-06')).status).toBe(200);
  });

  test('never opens what the person has blocked, tells who has it, and shuts what was open when a block comes', async () => {
    const changed = {
      namn: 'Påhittad',
      nummer: NUMBER,
      tolk: '',
      adress: 'Påhittade gatan 1',
      vistelse: '',
      sparr: 'ja',
      sett: await seenBy(`/personer/${inAneby}`, 'handlaggare-aneby-06'),
    };
    expect((await send(`/personer/${inAneby}/andra`, changed, 'handlaggare-aneby-06')).status).toBe(303);
    expect((await get(`/personer/${inAneby}`, 'behandlare-beroende-06')).status).toBe(404);
    const page = await (await send('/personer/nodoppning', form, 'behandlare-psykiatri-06')).text();
    expect(page).toContain('Spärrade uppgifter');
    expect(page).toContain('Aneby kommun');
    expect(page).not.toContain(inAneby);
    expect((await get(`/personer/${inAneby}`, 'behandlare-psykiatri-06')).status).toBe(404);
  });
});

describe('the individual', () => {
  test('sees every record about themselves, by huvudman, and nobody else', async () => {
    const page = await html('/mina-uppgifter', 'enskild-3');
    expect([...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['Eksjö kommun', 'Region Jönköpings län']),
    );
    expect(page).toContain('19551102-9810');
    expect(page).not.toContain('19800417');
    expect((await get('/mina-uppgifter', 'handlaggare-aneby-06')).status).toBe(403);
  });
});
