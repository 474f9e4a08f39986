import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import {
  app,
  EKSJO,
  get,
  givenPersonsApp,
  html,
  inAneby,
  inEksjo,
  NUMBER,
  protectedInAneby,
  protectedInRegion,
  REGION,
  record,
  seenBy,
  send,
} from '../../../tests/given/persons-app.ts';
import { stableId } from '../../platform/index.ts';
import { events, told } from './given-rows.ts';

const days = givenClock('2026-11-22');
let later = 0;

beforeAll(() => givenPersonsApp({ ...days, now: () => days.now().add({ minutes: later }) }));

describe('a record', () => {
  test('is shown to staff whose unit works with the person', async () => {
    const page = await html(`/personer/${inAneby}`, 'handlaggare-aneby-06');
    expect(page).toContain(NUMBER);
    expect(page).toContain('Påhittade gatan');
    expect(page).toContain('href="/personer/'.concat(inAneby, '/andra"'));
  });

  test('has no personal data in its title or address', async () => {
    const page = await html(`/personer/${inAneby}`, 'handlaggare-aneby-06');
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Person – Överens');
  });

  test.each([
    ['the other municipality', inAneby, 'handlaggare-eksjo-06'],
    ['the region', inAneby, 'behandlare-beroende-06'],
    ['the first municipality, of the other', inEksjo, 'handlaggare-aneby-06'],
    ['a unit that has no contact', protectedInAneby, 'boendestod-aneby-06'],
    ['anybody, since nobody has that id', '0199d0a4-0000-7000-8000-000000000000', 'handlaggare-aneby-06'],
    ['anybody, since that is no id', 'x', 'handlaggare-aneby-06'],
  ])('does not exist for %s', async (_, id, as) => {
    const answer = await get(`/personer/${id}`, as);
    expect(answer.status).toBe(404);
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(await answer.text()) ?? [];
    expect(main.replace(/<[^>]*>/g, '')).toBe(
      'Personen finns inte härDet finns ingen person på den här adressen som din enhet arbetar med.Till Att göra',
    );
  });

  test('is refused to roles without the permission, and asked of the public by login', async () => {
    expect((await get(`/personer/${inAneby}`, 'enhetschef-aneby-06')).status).toBe(403);
    expect((await get(`/personer/${inAneby}`, 'enskild-1')).status).toBe(403);
    const answer = await app.request(`${TEST_ORIGIN}/personer/${inAneby}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/logga-in?tillbaka=${encodeURIComponent(`/personer/${inAneby}`)}`,
    ]);
  });

  test('is logged when it is read, and when it is refused', async () => {
    const looks = await events('persons.read');
    expect(looks.filter(({ person_id, outcome }) => person_id === inAneby && outcome === 'allowed').length).toBeGreaterThan(0);
    expect(looks.filter(({ person_id, outcome }) => person_id === inAneby && outcome === 'refused').length).toBeGreaterThan(2);
  });
});

describe('searching', () => {
  const results = async (form: Record<string, string>, as: string) => {
    const page = await (await send('/personer', form, as)).text();
    return [...page.matchAll(/href="\/personer\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
  };

  test('finds by name, number and case number, within reach alone', async () => {
    const found = { namn: 'olivia', nummer: '', arendenummer: '' };
    const [name] = /<dd[^>]*>([^<]+)</.exec(await html(`/personer/${inAneby}`, 'handlaggare-aneby-06'))?.slice(1) ?? [''];
    expect(await results({ ...found, namn: String(name).slice(0, 4) }, 'handlaggare-aneby-06')).toEqual([inAneby]);
    expect(await results({ ...found, namn: String(name) }, 'handlaggare-eksjo-06')).toEqual([inEksjo]);
    expect(await results({ nummer: NUMBER }, 'handlaggare-aneby-06')).toEqual([inAneby]);
    expect(await results({ nummer: NUMBER.replace('-', '') }, 'handlaggare-eksjo-06')).toEqual([inEksjo]);
    expect(await results({ arendenummer: 'DEMO-06-1a' }, 'handlaggare-aneby-06')).toEqual([inAneby]);
    expect(await results({ arendenummer: 'DEMO-06-1a' }, 'handlaggare-eksjo-06')).toEqual([]);
  });

  test('logs what it returned, and that it was done when it returned nothing', async () => {
    const searches = await events('persons.find');
    expect(searches.filter(({ person_id, details }) => person_id === inAneby && details.by === 'number')).toHaveLength(1);
    expect(searches.filter(({ person_id, details }) => person_id === null && details.found === 0).length).toBeGreaterThan(0);
  });

  test('masks the name of someone with protected identity, and does not find them by it, for whoever lacks authorisation', async () => {
    const page = await (await send('/personer', { nummer: '199206242381' }, 'behandlare-beroende-06')).text();
    expect(page).toContain('Skyddade uppgifter</a>');
    expect(page.match(/<td[^>]*>19920624-2381/)).toBeNull();
    const name = (await html('/mina-uppgifter', 'enskild-2')).match(/<dd[^>]*>([^<]+)</)?.[1] ?? '';
    expect(name.length).toBeGreaterThan(3);
    expect(await results({ namn: name }, 'behandlare-beroende-06')).toEqual([]);
    expect(await results({ namn: name }, 'handlaggare-aneby-06')).toEqual([protectedInAneby]);
  });

  test.each([
    ['nothing', {}],
    ['two things', { namn: 'Anna', nummer: NUMBER }],
    ['one letter', { namn: 'a' }],
    ['a number with a wrong digit', { nummer: '198004179804' }],
  ])('refuses %s and keeps what was typed', async (_, form) => {
    const answer = await send('/personer', form, 'handlaggare-aneby-06');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const typed of Object.values(form)) expect(page).toContain(`value="${typed}"`);
  });

  test('sends nothing by the address', async () => {
    const page = await html('/personer', 'handlaggare-aneby-06');
    expect(page).toContain('<form method="post" action="/personer">');
    expect(await (await get(`/personer?nummer=${NUMBER}`, 'handlaggare-aneby-06')).text()).not.toContain(inAneby);
  });
});

describe('protected identity', () => {
  test('tells a reviewer of a search with a masked hit, once a search, and of one without nothing', async () => {
    const before = (await told('protected-looked')).length;
    await send('/personer', { nummer: NUMBER }, 'behandlare-beroende-06');
    expect(await told('protected-looked')).toHaveLength(before);
    const page = await (await send('/personer', { nummer: '199206242381' }, 'behandlare-beroende-06')).text();
    expect(page).toContain('en granskare har fått veta');
    const after = await told('protected-looked');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.receivers).toEqual({ role: 'log-reviewer', organisation: REGION });
    expect(after.at(-1)?.params).toMatchObject({ person: protectedInRegion, authorised: false });
  });

  test('asks for a fresh login before its form is shown, so that nothing that was chosen is lost', async () => {
    later = 20;
    for (const [path, as] of [
      [`/personer/${inAneby}/skydd`, 'handlaggare-aneby-06'],
      ['/personer/nodoppning', 'boendestod-aneby-06'],
      ['/personer/skyddsbehorighet', 'mas-aneby-06'],
    ] as const) {
      const answer = await get(path, as);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/logga-in?igen=1&tillbaka=${encodeURIComponent(path)}`);
    }
    later = 0;
    expect((await get(`/personer/${inAneby}/skydd`, 'handlaggare-aneby-06')).status).toBe(200);
  });

  test('keeps the address from whoever lacks authorisation, and tells a reviewer of every look', async () => {
    const before = (await told('protected-looked')).length;
    const page = await html(`/personer/${protectedInRegion}`, 'behandlare-beroende-06');
    expect(page).toContain('Skyddade personuppgifter');
    expect(page).not.toContain('Påhittade gatan');
    const after = await told('protected-looked');
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)?.receivers).toEqual({ role: 'log-reviewer', organisation: REGION });
    expect((await events('persons.read-protected')).at(-1)).toMatchObject({
      person_id: protectedInRegion,
      details: { protected: true, authorised: false },
    });
  });

  test('shows the address with authorisation, which nobody gives themselves and which can be taken back at once', async () => {
    expect(await html(`/personer/${protectedInAneby}`, 'handlaggare-aneby-06')).toContain('Påhittade gatan');
    const list = await html('/personer/skyddsbehorighet', 'mas-aneby-06');
    const access = /action="\/personer\/skyddsbehorighet\/avsluta"[\s\S]*?value="([^"]+)"/.exec(list)?.[1] ?? '';
    expect((await send('/personer/skyddsbehorighet/avsluta', { id: access }, 'mas-aneby-06')).status).toBe(303);
    expect(await html(`/personer/${protectedInAneby}`, 'handlaggare-aneby-06')).not.toContain('Påhittade gatan');
    const self = stableId('demo:SE2321000000-P06006');
    expect((await send('/personer/skyddsbehorighet', { id: self }, 'mas-aneby-06')).status).toBe(404);
    expect((await get('/personer/skyddsbehorighet', 'handlaggare-aneby-06')).status).toBe(403);
  });

  test('is never overwritten blindly: a change by whoever may not see the address leaves it', async () => {
    const sett = await seenBy(`/personer/${protectedInAneby}`, 'handlaggare-aneby-06');
    const form = { namn: 'Nytt Namn', nummer: '199206242381', tolk: '', sparr: 'nej', sett };
    expect(
      (await send(`/personer/${protectedInAneby}/andra`, { ...form, adress: 'Annan gata', vistelse: '' }, 'handlaggare-aneby-06')).status,
    ).toBe(403);
    expect((await send(`/personer/${protectedInAneby}/andra`, form, 'handlaggare-aneby-06')).status).toBe(303);
    expect(await html('/mina-uppgifter', 'enskild-2')).toContain('Påhittade gatan');
  });

  test('can be set by the unit that works with the person, and lifted there by whoever is authorised; a reviewer is told', async () => {
    expect(await html(`/personer/${inAneby}`, 'boendestod-aneby-06')).toContain('Påhittade gatan');
    expect((await send(`/personer/${inAneby}/skydd`, { skydd: 'fingerade-personuppgifter' }, 'boendestod-aneby-06')).status).toBe(303);
    const page = await html(`/personer/${inAneby}`, 'boendestod-aneby-06');
    expect(page).not.toContain('Påhittade gatan');
    expect(page).not.toContain('Fingerade');
    expect((await told('protection-changed')).at(-1)?.params).toEqual({ person: inAneby, set: true });
    // Lifting would show the address: whoever may not see it may not lift what hides it.
    expect((await send(`/personer/${inAneby}/skydd`, { skydd: 'inget' }, 'boendestod-aneby-06')).status).toBe(403);
    expect(await html(`/personer/${inAneby}`, 'boendestod-aneby-06')).not.toContain('Påhittade gatan');
    const staff = await html('/personer/skyddsbehorighet', 'mas-aneby-06');
    for (const [, id = ''] of staff.matchAll(/action="\/personer\/skyddsbehorighet"[^>]*>\s*<button[^>]*value="([^"]+)"/g))
      await send('/personer/skyddsbehorighet', { id }, 'mas-aneby-06');
    expect((await send(`/personer/${inAneby}/skydd`, { skydd: 'inget' }, 'boendestod-aneby-06')).status).toBe(303);
    expect(await html(`/personer/${inAneby}`, 'boendestod-aneby-06')).toContain('Påhittade gatan');
  });
});

describe('registering and contacts', () => {
  const form = { namn: 'Ny Påhittsson', nummer: '', tolk: 'ar', arendenummer: 'NY-1', adress: 'Gatan 1', vistelse: '' };

  test('makes a record of someone without a number, for the own unit alone, until the contact ends', async () => {
    const answer = await send('/personer/ny', form, 'handlaggare-aneby-06');
    const path = answer.headers.get('location')?.replace('?klart=1', '') ?? '';
    expect(path).toMatch(/^\/personer\/[0-9a-f-]{36}$/);
    const page = await html(path, 'handlaggare-aneby-06');
    for (const said of ['Ny Påhittsson', 'Inget nummer', 'arabiska', 'Gatan 1', 'NY-1']) expect(page).toContain(said);
    expect((await get(path, 'boendestod-aneby-06')).status).toBe(404);
    const contact = /name="arende" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await send(`${path}/arende/avsluta`, { arende: contact }, 'boendestod-aneby-06')).status).toBe(404);
    expect((await send(`${path}/arende/avsluta`, { arende: contact }, 'handlaggare-aneby-06')).status).toBe(303);
    expect((await get(path, 'handlaggare-aneby-06')).status).toBe(404);
  });

  test('refuses a case number that the huvudman has, a number with a wrong digit and a missing name, and keeps what was typed', async () => {
    for (const wrong of [{ arendenummer: 'DEMO-06-1a' }, { nummer: '198004179804' }, { namn: '' }, { arendenummer: 'två ord' }]) {
      const answer = await send('/personer/ny', { ...form, arendenummer: 'NY-2', ...wrong }, 'handlaggare-aneby-06');
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Gatan 1');
    }
  });

  test('with a number that the huvudman knows gives the unit a contact with that record, and changes nothing else', async () => {
    const known = record('enskild-3', EKSJO);
    const { rows } = await (await givenDatabase()).asOwner((tx) =>
      sql<{ name: string }>`select name from person where id = ${known}`.execute(tx),
    );
    const joining = { ...form, namn: rows[0]?.name ?? '', nummer: '195511029810', arendenummer: 'NY-3' };
    const answer = await send('/personer/ny', joining, 'handlaggare-eksjo-06');
    expect(answer.headers.get('location')).toBe(`/personer/${known}?klart=fanns`);
    const page = await html(`/personer/${known}`, 'handlaggare-eksjo-06');
    expect(page).not.toContain('Ny Påhittsson');
    expect(page).toContain('NY-3');
  });

  test('opens a contact for another unit of the huvudman, and for no other', async () => {
    const list = await html(`/personer/${inEksjo}/arende`, 'handlaggare-eksjo-06');
    const [, support] = /<option value="([^"]+)"[^>]*>Boendestödet Eksjö/.exec(list) ?? [];
    expect(
      (await send(`/personer/${inEksjo}/arende`, { enhet: String(support), arendenummer: 'NY-4' }, 'handlaggare-eksjo-06')).status,
    ).toBe(303);
    const [, foreign] =
      /<option value="([^"]+)"[^>]*>Boendestödet Aneby/.exec(await html(`/personer/${inAneby}/arende`, 'handlaggare-aneby-06')) ?? [];
    expect(
      (await send(`/personer/${inEksjo}/arende`, { enhet: String(foreign), arendenummer: 'NY-5' }, 'handlaggare-eksjo-06')).status,
    ).toBe(422);
  });
});

describe('a number that somebody has', () => {
  test('is told with a link to whom it is within reach, and else gives nobody away', async () => {
    const made = await send(
      '/personer/ny',
      { namn: 'Utan Nummer', nummer: '', tolk: '', arendenummer: 'NR-1', adress: '', vistelse: '' },
      'handlaggare-aneby-06',
    );
    const path = made.headers.get('location')?.replace('?klart=1', '') ?? '';
    const form = { namn: 'Utan Nummer', nummer: NUMBER, tolk: '', sparr: 'nej', sett: await seenBy(path, 'handlaggare-aneby-06') };
    const known = await send(`${path}/andra`, form, 'handlaggare-aneby-06');
    expect(known.status).toBe(422);
    expect(await known.text()).toContain(`href="/personer/${inAneby}"`);
    await (await givenDatabase()).asOwner((tx) => sql`update case_contact set valid = 'empty' where person_id = ${inAneby}`.execute(tx));
    const beyond = await send(`${path}/andra`, form, 'handlaggare-aneby-06');
    expect(beyond.status).toBe(422);
    const page = await beyond.text();
    expect(page).toContain('kontakta enhetens registrator');
    expect(page).not.toContain(inAneby);
  });
});
