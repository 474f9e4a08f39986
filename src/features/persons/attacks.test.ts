import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { stableId } from '../../platform/index.ts';
import { municipalityId } from '../organisations/index.ts';

const WORKER = 'handlaggare-aneby-06';
const COLLEAGUE = 'boendestod-aneby-06';
const NEIGHBOUR = 'handlaggare-eksjo-06';
const CLINICIAN = 'behandlare-beroende-06';
const ANEBY = municipalityId('0604');
const record = (individual: string, owner: string) => stableId(`demo:person:06:${individual}:${owner}`);
const inAneby = `/personer/${record('enskild-1', ANEBY)}`;

let app: Awaited<ReturnType<typeof givenApp>>;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
  for (const account of [WORKER, COLLEAGUE, NEIGHBOUR, CLINICIAN]) cookies[account] = await givenLoggedIn(app, account);
});

const html = async (path: string, as: string) =>
  (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } })).text();
const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);
const rowsOf = async <Row>(statement: ReturnType<typeof sql<Row>>) =>
  (await (await givenDatabase()).asOwner((tx) => statement.execute(tx))).rows;
const nameOf = async (path: string) =>
  (await rowsOf(sql<{ name: string }>`select name from person where id = ${path.slice(-36)}`))[0]?.name ?? '';
const kept = async (path: string) =>
  (
    await rowsOf(sql<{ name: string; blocked: boolean; number: boolean; interpreter: string | null }>`
      select name, blocked_since is not null as blocked, number_hash is not null as number, interpreter_language as interpreter
      from person where id = ${path.slice(-36)}`)
  )[0];
const contactsOf = async (path: string) =>
  (await rowsOf(sql<{ n: number }>`select count(*)::int as n from case_contact where person_id = ${path.slice(-36)}`))[0]?.n;

/** The form of a record as a browser would send it without anything having been typed. */
async function formAt(path: string, as: string): Promise<Record<string, string>> {
  const page = await html(`${path}/andra`, as);
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  const shown = /name="adress"[^>]*>([^<]*)</.exec(page)?.[1] ?? '';
  const sparr = /value="(ja|nej)"[^>]*checked/.exec(page)?.[1] ?? '';
  return { namn: value('namn'), nummer: value('nummer'), tolk: '', adress: shown, vistelse: '', sparr, sett: value('sett') };
}

describe('a form of a record that somebody else has changed since', () => {
  test('lifts no block and changes nothing, keeps what was typed, and says what stands now', async () => {
    const [mine, theirs] = [await formAt(inAneby, WORKER), await formAt(inAneby, COLLEAGUE)];
    expect([mine.sparr, mine.sett]).toEqual(['nej', theirs.sett]);
    expect((await send(`${inAneby}/andra`, { ...theirs, sparr: 'ja', tolk: 'ar' }, COLLEAGUE)).status).toBe(303);
    const before = await kept(inAneby);
    expect(before).toMatchObject({ blocked: true, interpreter: 'ar' });
    const stale = await send(`${inAneby}/andra`, { ...mine, namn: 'Mitt Nya Namn' }, WORKER);
    expect(stale.status).toBe(409);
    const page = await stale.text();
    for (const said of ['value="Mitt Nya Namn"', 'Det du skrev finns kvar', 'Så står det nu', 'arabiska']) expect(page).toContain(said);
    expect(await kept(inAneby)).toEqual(before);
    const again = /name="sett" value="([^"]*)"/.exec(page)?.[1] ?? '';
    expect((await send(`${inAneby}/andra`, { ...mine, sparr: 'ja', sett: again }, WORKER)).status).toBe(303);
  });

  test('of two sent at the same time one is saved', async () => {
    const form = await formAt(inAneby, WORKER);
    const answers = await Promise.all(['A A', 'B B', 'C C'].map((namn) => send(`${inAneby}/andra`, { ...form, namn }, WORKER)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  });

  test.each(['namn', 'nummer', 'tolk', 'adress', 'vistelse', 'sparr', 'sett'])('is refused without the field %s', async (missing) => {
    const { [missing]: _, ...rest } = await formAt(inAneby, WORKER);
    const before = await kept(inAneby);
    const answer = await send(`${inAneby}/andra`, { ...rest, ...(missing === 'tolk' ? {} : { tolk: 'so' }) }, WORKER);
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain('Ska vara');
    expect(await kept(inAneby)).toEqual(before);
  });
});

describe('an emergency opening that is sent many times at once', () => {
  test('is one opening, told once, and the same again later while it lasts', async () => {
    await rowsOf(sql`update person set blocked_since = null`);
    const form = { nummer: '198004179803', skal: 'unconscious', motivering: 'Behöver veta vilka insatser som pågår.' };
    const counts = async () =>
      (
        await rowsOf(sql<{ openings: number; persons: number; told: number }>`select count(*)::int as openings,
          count(distinct person_id)::int as persons,
          (select count(*)::int from outbox where kind = 'emergency-opened') as told from emergency_opening`)
      )[0];
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('/personer/nodoppning', form, CLINICIAN)));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`href="${inAneby}"`);
    }
    const after = await counts();
    expect(after?.persons).toBeGreaterThan(0);
    expect(after).toEqual({ openings: after?.persons, persons: after?.persons, told: 2 * (after?.persons ?? 0) });
    expect((await send('/personer/nodoppning', form, CLINICIAN)).status).toBe(200);
    expect(await counts()).toEqual(after);
  });

  test('cannot lie beside another of the same account, unit and person, whatever code forgets', async () => {
    await expect(
      rowsOf(sql`insert into emergency_opening (id, person_id, owner_organisation_id, account_id, organisation_id, unit_id, provision, reason_code,
          reason_cipher, opened_at, until)
        select gen_random_uuid(), person_id, owner_organisation_id, account_id, organisation_id, unit_id, provision, reason_code, reason_cipher,
          opened_at, until from emergency_opening limit 1`),
    ).rejects.toThrow(/emergency_opening_once/);
  });
});

describe('registering', () => {
  const form = { namn: 'Ny Påhittsson', nummer: '', tolk: '', arendenummer: 'R-1', adress: '', vistelse: '' };

  test('the same new number many times at once makes one person, and the rest join it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        send('/personer/ny', { ...form, nummer: '19121212-1212', arendenummer: `SAMMA-${nth}` }, WORKER),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 303));
    const leads = answers.map((answer) => answer.headers.get('location') ?? '');
    expect(new Set(leads.map((lead) => lead.split('?')[0])).size).toBe(1);
    expect(leads.filter((lead) => lead.endsWith('?klart=fanns'))).toHaveLength(11);
    expect(await html(leads.find((lead) => lead.endsWith('fanns')) ?? '', WORKER)).toContain('Personen fanns redan');
  });

  test('by a number that the huvudman knows takes the name of the record, and a reviewer is told when it is joined', async () => {
    const known = `/personer/${record('enskild-3', municipalityId('0686'))}`;
    const [name, before] = [await nameOf(known), await contactsOf(known)];
    expect(name.split(' ').length).toBeGreaterThan(1);
    const told = () =>
      rowsOf(sql<{ params: object; receivers: object }>`select params, receivers from outbox
        where kind = 'contact-by-number' and params->>'person' = ${known.slice(-36)}`);
    const earlier = (await told()).length;
    const tries = { ...form, nummer: '195511029810', arendenummer: 'KÄND-1' };
    for (const wrong of ['Ny Påhittsson', name.split(' ')[0] ?? '', `${name} X`]) {
      const answer = await send('/personer/ny', { ...tries, namn: wrong }, NEIGHBOUR);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('Namnet och numret går inte att använda ihop');
      if (wrong === 'Ny Påhittsson') expect(page).not.toContain(name);
      expect(page).not.toContain(known);
    }
    expect([await contactsOf(known), (await told()).length]).toEqual([before, earlier]);
    const folded = name.toLocaleUpperCase('sv').split(' ').reverse().join('  ');
    const joined = await send('/personer/ny', { ...tries, namn: folded }, NEIGHBOUR);
    expect(joined.headers.get('location')).toBe(`${known}?klart=fanns`);
    expect(await contactsOf(known)).toBe((before ?? 0) + 1);
    const news = await told();
    expect(news).toHaveLength(earlier + 1);
    expect(news.at(-1)?.receivers).toEqual({ role: 'log-reviewer', organisation: municipalityId('0686') });
    expect(JSON.stringify(news)).not.toContain(name);
  });

  test('never joins somebody with protected identity without authorisation, also by the right name, and does not say that it is why', async () => {
    const hidden = `/personer/${record('enskild-2', ANEBY)}`;
    const [name, before] = [await nameOf(hidden), await contactsOf(hidden)];
    const tries = { ...form, nummer: '199206242381', arendenummer: 'SKYDD-1', namn: name };
    const said = async (answer: Response) => (await answer.text()).match(/Namnet och numret[^<]*/)?.[0];
    const refused = await send('/personer/ny', tries, COLLEAGUE);
    expect(refused.status).toBe(422);
    const wrongName = await send('/personer/ny', { ...tries, nummer: '198004179803', namn: 'Någon Annan' }, COLLEAGUE);
    expect(await said(refused)).toBe(await said(wrongName));
    expect(await contactsOf(hidden)).toBe(before);
    const authorised = await send('/personer/ny', tries, WORKER);
    expect(authorised.headers.get('location')).toBe(`${hidden}?klart=fanns`);
  });

  test.each([
    ['tolk', '__proto__', 'Välj ett språk i listan'],
    ['tolk', 'constructor', 'Välj ett språk i listan'],
    ['arendenummer', '---', 'med minst en bokstav eller siffra'],
    ['arendenummer', '\u3164', 'med minst en bokstav eller siffra'],
    ['namn', '...', 'med minst en bokstav eller siffra'],
    ['namn', '\u3164\u115F', 'med minst en bokstav eller siffra'],
  ])('refuses %s %j in words of its own', async (field, value, says) => {
    const answer = await send('/personer/ny', { ...form, arendenummer: 'EGNA-1', [field]: value }, WORKER);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(says);
    expect(page).not.toContain('&quot;am&quot;');
    expect(page).not.toContain('Har inte någon av de former');
  });

  test('says of an emergency in words of its own that its reason is none', async () => {
    const form = { nummer: '198004179803', skal: '__proto__', motivering: 'kort' };
    const page = await (await send('/personer/nodoppning', form, CLINICIAN)).text();
    expect(page).toContain('Välj varför personen inte kan svara');
    expect(page).not.toContain('confused&quot;');
  });
});

describe('doors that tell whether a number is known', () => {
  const doors = ['/personer/nodoppning', '/personer/ny', '/personer/1d0a4f38-1f3b-4c5e-9d6f-6a5d8c0b7e11/andra', '/logg', '/personer'];
  test.each(doors)('POST %s is within the limit of searches', async (path) => {
    const narrow = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true, searchesPerMinute: 2 });
    const answers: number[] = [];
    for (let nth = 0; nth < 4; nth += 1) answers.push((await post(narrow, path, {}, cookies[WORKER])).status);
    expect(answers.at(-1)).toBe(429);
    expect(answers[0]).not.toBe(429);
  });
});
