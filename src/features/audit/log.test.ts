import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { drawSample } from '../../domain/audit/draw-sample.ts';
import { type AuditEvent, eventId, eventInstant } from '../../domain/audit/event.ts';
import { writeAudit } from '../../platform/audit/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { stableId } from '../../platform/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';

const clock = givenClock('2026-11-23');
const ANEBY = municipalityId('0604');
const EKSJO = municipalityId('0686');
const REGION = regionId('06');
const record = (individual: string, owner: string) => stableId(`demo:person:06:${individual}:${owner}`);
const inAneby = record('enskild-1', ANEBY);
const inEksjo = record('enskild-1', EKSJO);
const protectedInAneby = record('enskild-2', ANEBY);
const NUMBER = '19800417-9803';

let app: Awaited<ReturnType<typeof givenApp>>;
let database: Database;
const cookies: Record<string, string> = {};
const accounts: Record<string, string> = {};

const WORKER = 'handlaggare-aneby-06';
const SUPPORT = 'boendestod-aneby-06';
const REVIEWER = 'loggranskare-aneby-06';
const OTHER_REVIEWER = 'loggranskare-eksjo-06';
const REGION_REVIEWER = 'loggranskare-region-06';

/** The account, assignment and unit of somebody fictional, by what they do. */
async function staff(role: string, organisation: string, unit: string | null = null) {
  const { rows } = await database.asOwner((tx) =>
    sql<{ account: string; assignment: string; unit: string | null }>`
      select m.account_id as account, m.id as assignment, m.unit_id as unit from assignment m
      left join unit_version u on u.unit_id = m.unit_id
      where m.role = ${role} and m.organisation_id = ${organisation} and (${unit}::text is null or u.name like ${unit}) order by m.id limit 1`.execute(
      tx,
    ),
  );
  const [found] = rows;
  if (!found) throw new Error(`nobody is ${role} there`);
  return found;
}

async function given(but: Partial<AuditEvent> & { at?: string }): Promise<string> {
  const at = Temporal.Instant.from(but.at ?? '2026-11-23T09:00:00Z');
  const worker = await staff('municipal-case-worker', ANEBY, 'Socialtj%');
  const event: AuditEvent = {
    id: eventId(at, randomBytes(10)),
    account: worker.account,
    actorKind: 'staff',
    assignment: worker.assignment,
    organisation: ANEBY,
    unit: worker.unit,
    ownerOrganisation: ANEBY,
    person: inAneby,
    record: { kind: 'person', id: inAneby },
    act: 'persons.read',
    outcome: 'allowed',
    code: null,
    purpose: { kind: 'case-handling', share: null },
    via: 'page',
    request: 'r-1',
    from: '192.0.2.7',
    policyVersion: 'a1b2c3',
    details: {},
    ...but,
    at: eventInstant(at),
  };
  await database.transaction('write', (tx) => writeAudit(tx, event));
  return event.id;
}

const days = { fran: '2026-11-01', till: '2026-11-23' };
const html = async (path: string, as: string) =>
  (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } })).text();
const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);
const search = async (form: Record<string, string>, as: string) => (await send('/logg', { ...days, ...form }, as)).text();
const asOwner = <Row>(statement: ReturnType<typeof sql<Row>>) => database.asOwner((tx) => statement.execute(tx)).then(({ rows }) => rows);
const logged = (act: string) =>
  asOwner(
    sql<{ person_id: string | null; owner_organisation_id: string; outcome: string; purpose: string; details: Record<string, unknown> }>`
      select person_id, owner_organisation_id, outcome, purpose, details from audit_event where act = ${act} order by id`,
  );

beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  database = await givenDatabase();
  for (const account of [WORKER, SUPPORT, REVIEWER, OTHER_REVIEWER, REGION_REVIEWER, 'enskild-1', 'enskild-2', 'enskild-3']) {
    cookies[account] = await givenLoggedIn(app, account);
  }
  accounts[REVIEWER] = (await staff('log-reviewer', ANEBY)).account;
  const clinician = await staff('regional-clinician', REGION);
  await given({ at: '2026-11-20T10:00:00Z' });
  await given({ at: '2026-11-20T22:30:00Z', act: 'persons.read-protected', person: protectedInAneby, details: { protected: true } });
  await given({ at: '2026-11-19T10:00:00Z', outcome: 'refused', code: 'person-not-found', ownerOrganisation: null, purpose: null });
  const { account, assignment, unit } = await staff('municipal-case-worker', EKSJO, 'Socialtj%');
  await given({ at: '2026-11-18T10:00:00Z', person: inEksjo, organisation: EKSJO, ownerOrganisation: EKSJO, account, assignment, unit });
  await given({
    at: '2026-11-17T10:00:00Z',
    ...{ account: clinician.account, assignment: clinician.assignment, unit: clinician.unit },
    organisation: REGION,
  });
  const reviewer = await staff('log-reviewer', ANEBY);
  await given({
    at: '2026-11-16T10:00:00Z',
    account: reviewer.account,
    assignment: reviewer.assignment,
    unit: null,
    act: 'persons.review-emergency',
  });
});

describe('the log of a huvudman', () => {
  test('is shown to its reviewer: what its staff did, and what others did with its records', async () => {
    const page = await search({}, REVIEWER);
    expect(page).toContain('läste uppgifterna om');
    expect(page).toContain('behandlare, region');
    expect(page).toContain('men nekades: uppgifterna fanns inte eller var utom räckhåll');
  });

  test('names no one with protected identity', async () => {
    const [{ name } = { name: '' }] = await asOwner(sql<{ name: string }>`select name from person where id = ${protectedInAneby}`);
    const page = await search({ handling: 'persons.read-protected' }, REVIEWER);
    expect(page).toContain('en person med skyddade personuppgifter');
    expect(page).not.toContain(name);
  });

  test('shows the reviewer of another municipality nothing of it', async () => {
    const page = await search({}, OTHER_REVIEWER);
    expect(page).toContain('Eksjö');
    expect(page).not.toContain('Socialtjänstens vuxenenhet Aneby');
    expect(page.match(/<tbody[\s\S]*<\/tbody>/)?.[0].match(/<tr/g)).toHaveLength(1);
  });

  test('shows the region what its own staff did at the municipality, without naming whom', async () => {
    const [{ name } = { name: '' }] = await asOwner(sql<{ name: string }>`select name from person where id = ${inAneby}`);
    const page = await search({}, REGION_REVIEWER);
    expect(page).toContain('en person i uppgifter hos');
    expect(page).not.toContain(name);
  });

  test('is not there for anybody else', async () => {
    for (const who of [WORKER, 'enskild-1']) expect((await send('/logg', days, who)).status).toBe(403);
  });

  test('is found by number or case number, by user and by outcome, and never has them in an address', async () => {
    const [{ number } = { number: '' }] = await asOwner(
      sql<{ number: string }>`select case_number as number from case_contact where person_id = ${inAneby} limit 1`,
    );
    const rows = (page: string) => page.match(/<tbody[\s\S]*<\/tbody>/)?.[0].match(/<tr/g)?.length ?? 0;
    expect(rows(await search({ person: NUMBER }, REVIEWER))).toBe(rows(await search({ person: number }, REVIEWER)));
    expect(rows(await search({ person: NUMBER }, REVIEWER))).toBe(4);
    expect(rows(await search({ utfall: 'refused' }, REVIEWER))).toBe(1);
    expect(rows(await search({ anvandare: 'SE2321000000-P0608' }, REVIEWER))).toBeLessThan(6);
    const page = await search({ person: NUMBER }, REVIEWER);
    expect(page).not.toMatch(new RegExp(`(href|action)="[^"]*${NUMBER}`));
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Logg – Överens');
  });

  test('says so when nobody is found, and keeps what was written', async () => {
    const missing = await send('/logg', { ...days, person: 'X-finns-inte' }, REVIEWER);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toMatch(/Ingen i er logg har det numret[\s\S]*value="X-finns-inte"/);
    expect((await send('/logg', { ...days, fran: '2026-13-01' }, REVIEWER)).status).toBe(422);
  });

  test('tells the log who searched it, for whom, and whose rows were shown', async () => {
    await search({ person: NUMBER }, REVIEWER);
    const searched = (await logged('audit.search')).filter(({ person_id }) => person_id !== null);
    expect(searched.length).toBeGreaterThan(0);
    for (const one of searched)
      expect(one).toMatchObject({
        person_id: inAneby,
        owner_organisation_id: ANEBY,
        purpose: 'review',
        details: { found: 4, persons: [inAneby] },
      });
    const before = (await logged('audit.search')).filter(({ outcome }) => outcome === 'refused').length;
    await search({}, WORKER);
    expect((await logged('audit.search')).filter(({ outcome }) => outcome === 'refused')).toHaveLength(before + 1);
  });

  test('comes page by page without losing or repeating a row', async () => {
    for (let n = 0; n < 60; n++) await given({ at: `2026-10-05T10:00:00.${String(n % 3).padStart(3, '0')}Z`, request: `p-${n}` });
    const period = { fran: '2026-10-05', till: '2026-10-05' };
    const first = await search(period, REVIEWER);
    const older = /name="fore" value="([^"]+)"/.exec(first)?.[1] ?? '';
    const second = await search({ ...period, fore: older }, REVIEWER);
    const rows = (page: string) => page.match(/<tbody[\s\S]*<\/tbody>/)?.[0].match(/<tr/g)?.length ?? 0;
    expect([rows(first), rows(second)]).toEqual([50, 10]);
    expect(second).not.toContain('name="fore"');
  });

  test('can be taken away as CSV, which is logged too', async () => {
    const file = await send('/logg/csv', { ...days, person: NUMBER }, REVIEWER);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect((await file.text()).trim().split('\r\n')).toHaveLength(5);
    expect(await logged('audit.export')).toHaveLength(1);
  });
});

describe('row-level security', () => {
  const asActor = async (cookie: string, statement: ReturnType<typeof sql<{ n: number }>>) => {
    const secret = cookie.split('=')[1] ?? '';
    return database.transaction('read', async (tx) => {
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${String(clock.now())}, true)`.execute(tx);
      return (await statement.execute(tx)).rows[0]?.n;
    });
  };
  const all = sql<{ n: number }>`select count(*)::int as n from audit_event`;

  test('shows nothing of the log to nobody, and nothing to staff who review no log', async () => {
    expect((await database.transaction('read', (tx) => all.execute(tx))).rows[0]?.n).toBe(0);
    expect(await asActor(cookies[WORKER] ?? '', all)).toBe(0);
  });

  test('shows an individual the rows about themselves, at every huvudman, and no others', async () => {
    const mine = sql<{
      n: number;
    }>`select count(*) filter (where person_id = any(${[inAneby, inEksjo]}::uuid[]))::int as n from audit_event`;
    const others = sql<{
      n: number;
    }>`select count(*) filter (where person_id is null or person_id <> all(${[inAneby, inEksjo]}::uuid[]))::int as n from audit_event`;
    expect(await asActor(cookies['enskild-1'] ?? '', mine)).toBeGreaterThan(0);
    expect(await asActor(cookies['enskild-1'] ?? '', others)).toBe(0);
  });

  test('tells of persons only their own huvudman’s reviewer', async () => {
    const facts = sql<{ n: number }>`select count(*)::int as n from audit_person_facts(${[inAneby]}::uuid[])`;
    expect(await asActor(cookies[REVIEWER] ?? '', facts)).toBe(1);
    for (const who of [OTHER_REVIEWER, REGION_REVIEWER, WORKER, 'enskild-1']) expect(await asActor(cookies[who] ?? '', facts)).toBe(0);
  });
});

describe('a sample', () => {
  const draw = async (form: Record<string, string>, as = REVIEWER) => send('/logg/urval', { ...days, antal: '4', ur: 'all', ...form }, as);
  const idOf = (response: Response) => /urval\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
  const drawnOf = (id: string) =>
    asOwner(
      sql<{ event_id: string; account_id: string }>`select event_id, account_id from audit_sample_row where sample_id = ${id} order by nth`,
    );

  test('is drawn as the rule says, from its seed, and is said to be drawn the same again', async () => {
    const id = idOf(await draw({}));
    const [sample] = await asOwner(
      sql<{
        seed: string;
        population: number;
        method: string;
        drawn_by: string;
      }>`select seed, population, method, drawn_by from audit_sample where id = ${id}`,
    );
    const ids = await asOwner(sql<{ id: string }>`select id from audit_event where actor_kind = 'staff' and act like 'persons.%'
      and ${ANEBY} in (organisation_id, owner_organisation_id) and at >= '2026-10-31T23:00:00Z'`);
    expect(sample).toMatchObject({ population: ids.length, method: 'sha256-rank-1', drawn_by: accounts[REVIEWER] });
    const again = drawSample(
      ids.map((row) => row.id),
      { seed: sample?.seed ?? '', size: 4 },
      (text) => createHash('sha256').update(text).digest('hex'),
    );
    expect((await drawnOf(id)).map(({ event_id }) => event_id)).toEqual(again);
    expect(await html(`/logg/urval/${id}`, REVIEWER)).toContain('Samma rader dras igen');
  });

  test('of a stratum has that alone', async () => {
    for (const [ur, act] of [
      ['protected', 'persons.read-protected'],
      ['after-hours', 'persons.read-protected'],
    ] as const) {
      const rows = await drawnOf(idOf(await draw({ ur, fran: '2026-11-16', till: '2026-11-20' })));
      const acts = await asOwner(
        sql<{ act: string }>`select act from audit_event where id = any(${rows.map(({ event_id }) => event_id)}::uuid[])`,
      );
      expect(acts).toEqual([{ act }]);
    }
  });

  test('is not drawn from nothing, nor from days to come, nor by the wrong size', async () => {
    const before = await asOwner(sql`select id from audit_sample`);
    for (const wrong of [{ ur: 'emergency' }, { fran: '2026-12-01', till: '2026-12-02' }, { antal: '0' }, { antal: '201' }])
      expect((await draw(wrong)).status).toBe(422);
    expect(await asOwner(sql`select id from audit_sample`)).toEqual(before);
  });

  test('of one huvudman does not exist for the reviewer of another', async () => {
    const id = idOf(await draw({}));
    expect(await html(`/logg/urval/${id}`, OTHER_REVIEWER)).toContain('Urvalet finns inte');
    expect((await draw({}, WORKER)).status).toBe(403);
  });

  test('gets one verdict a row; a correction is a new one, and the first stays', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const row = (await drawnOf(id)).find(({ account_id }) => account_id !== accounts[REVIEWER]);
    const rad = row?.event_id ?? '';
    const verdict = (form: Record<string, string>, as = REVIEWER) =>
      send(`/logg/urval/${id}`, { rad, bedomning: 'justified', skal: 'Rätt enhet.', ...form }, as);
    expect((await verdict({ skal: '' })).status).toBe(422);
    expect((await verdict({ bedomning: '' })).status).toBe(422);
    expect((await verdict({}, OTHER_REVIEWER)).status).toBe(404);
    expect((await verdict({})).status).toBe(303);
    const again = await verdict({ bedomning: 'unjustified' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Någon hann före');
    const [first] = await asOwner(sql<{ id: string }>`select id from audit_verdict where sample_id = ${id}`);
    expect((await verdict({ bedomning: 'to-ask-about', skal: 'Fråga chefen.', rattar: first?.id ?? '' })).status).toBe(303);
    expect((await verdict({ bedomning: 'unjustified', rattar: first?.id ?? '' })).status).toBe(422);
    const page = await html(`/logg/urval/${id}`, REVIEWER);
    expect(page).toMatch(/Behöver en fråga, enligt[\s\S]*Fråga chefen\.[\s\S]*Tidigare bedömningar[\s\S]*Rätt enhet\./);
    const [kept] = await asOwner(
      sql<{ text: string }>`select encode(reason_cipher, 'escape') as text from audit_verdict where sample_id = ${id} limit 1`,
    );
    expect(kept?.text).not.toContain('enhet');
  });

  test('of two verdicts at once keeps one and tells the other', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const rad = (await drawnOf(id)).find(({ account_id }) => account_id !== accounts[REVIEWER])?.event_id ?? '';
    const both = await Promise.all(
      ['justified', 'unjustified'].map((bedomning) => send(`/logg/urval/${id}`, { rad, bedomning, skal: 'Samtidigt.' }, REVIEWER)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await asOwner(sql`select 1 from audit_verdict where sample_id = ${id}`)).toHaveLength(1);
  });

  test('never lets anybody judge their own look: not the page, not the policy, not the database', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const own = (await drawnOf(id)).find(({ account_id }) => account_id === accounts[REVIEWER]);
    const page = await html(`/logg/urval/${id}`, REVIEWER);
    expect(page).toContain('Din egen rad');
    expect(page).not.toContain(`id="skal-${own?.event_id}"`);
    expect(
      (await send(`/logg/urval/${id}`, { rad: own?.event_id ?? '', bedomning: 'justified', skal: 'Jag själv.' }, REVIEWER)).status,
    ).toBe(403);
    const write = (account: string | undefined) =>
      asOwner(sql`insert into audit_verdict (id, sample_id, event_id, account_id, verdict, reason_cipher, given_by, given_at)
        values (gen_random_uuid(), ${id}, ${own?.event_id}, ${account}, 'justified', '\\x00', ${own?.account_id}, now())`);
    await expect(write(own?.account_id)).rejects.toThrow(/audit_verdict_never_own/);
    await expect(write(await staff('municipal-case-worker', ANEBY).then(({ account }) => account))).rejects.toThrow(/audit_verdict_of_row/);
  });

  test.each(['audit_sample', 'audit_sample_row', 'audit_verdict'])('is never changed: %s is only added to', async (table) => {
    const statement = sql.raw<unknown>(`delete from ${table}`);
    await expect(database.transaction('write', (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    await expect(asOwner(statement)).rejects.toThrow(/only added to/);
  });
});

describe('odd patterns', () => {
  test('are shown with why, to the reviewer alone, and looking is logged', async () => {
    const page = await html('/logg/monster?fran=2026-11-16&till=2026-11-20', REVIEWER);
    expect(page).toContain('Skyddade personuppgifter');
    expect(page).toContain('Utanför kontorstid');
    expect(page).toContain('Enheten hade ingen känd kontakt med personen då');
    expect(page).toContain('ov-basis--routine');
    expect((await logged('audit.find-patterns')).at(-1)).toMatchObject({ purpose: 'review', owner_organisation_id: ANEBY });
    expect(await html('/logg/monster', WORKER)).toContain('Du får inte göra detta');
  });

  test('never ask about more than a month at once', async () => {
    expect(await html('/logg/monster?fran=2026-01-01&till=2026-11-20', REVIEWER)).toContain('högst 31 dagar');
  });
});

describe('the extract of an individual', () => {
  test('says where and in what role, at each huvudman, and never a name of staff', async () => {
    const page = await html('/min-logg', 'enskild-1');
    expect(page).toMatch(/<h2>Aneby[\s\S]*<h2>Eksjö/);
    expect(page).toContain('Handläggare, kommun');
    expect(page).toContain('Läste uppgifterna om dig');
    const names = await asOwner(sql<{ name: string }>`select name from account where kind = 'staff'`);
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
    expect(names.filter(({ name }) => main.includes(name))).toEqual([]);
    expect(page).not.toContain('192.0.2.7');
  });

  test('never shows looks at others', async () => {
    expect(await html('/min-logg', 'enskild-1')).not.toContain('skyddade uppgifterna');
    expect(await html('/min-logg', 'enskild-2')).toContain('Läste de skyddade uppgifterna om dig');
    expect(await html('/min-logg', REVIEWER)).toContain('Du får inte göra detta');
  });

  test('is the same as CSV and as an accessible PDF, and each is logged as one’s own', async () => {
    const csv = await html('/min-logg.csv', 'enskild-1');
    expect(csv).toContain('Läste uppgifterna om dig');
    const pdf = await app.request(`${TEST_ORIGIN}/min-logg.pdf`, { headers: { cookie: cookies['enskild-1'] ?? '' } });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toContain('pdfuaid:part');
    const own = await logged('audit.read-own-extract');
    expect(own.filter(({ outcome }) => outcome === 'allowed').every(({ purpose }) => purpose === 'own')).toBe(true);
    expect(own.some(({ person_id }) => person_id === inEksjo)).toBe(true);
  });
});
