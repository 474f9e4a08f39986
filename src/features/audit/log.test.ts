import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ANEBY,
  asOwner,
  clock,
  cookies,
  database,
  days,
  givenLogWorld,
  givenLook,
  html,
  inAneby,
  inEksjo,
  logged,
  NUMBER,
  OTHER_REVIEWER,
  protectedInAneby,
  REGION,
  REGION_REVIEWER,
  REVIEWER,
  rowsOf,
  search,
  send,
  staff,
  WORKER,
} from '../../../tests/given/log-world.ts';

beforeAll(givenLogWorld);

describe('the log of a huvudman', () => {
  test('is shown to its reviewer: what its staff did, and what others did with its records', async () => {
    const page = await search({}, REVIEWER);
    expect(page).toContain('läste uppgifterna om');
    expect(page).toContain('behandlare, region');
    expect(page).toContain('men nekades: uppgifterna fanns inte eller var utom räckhåll');
  });

  test('is shown also of looks that others were refused, whose owner the log could not tell', async () => {
    const clinician = await staff('regional-clinician', REGION);
    const refused = { outcome: 'refused', code: 'person-not-found', ownerOrganisation: null, purpose: null, organisation: REGION } as const;
    await givenLook({ at: '2026-09-01T10:00:00Z', ...clinician, ...refused });
    const day = { fran: '2026-09-01', till: '2026-09-01' };
    expect([
      rowsOf(await search(day, REVIEWER)),
      rowsOf(await search(day, REGION_REVIEWER)),
      rowsOf(await search(day, OTHER_REVIEWER)),
    ]).toEqual([1, 1, 0]);
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
    expect(rowsOf(page)).toBe(1);
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
    const rows = rowsOf;
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
    for (let n = 0; n < 60; n++) await givenLook({ at: `2026-10-05T10:00:00.${String(n % 3).padStart(3, '0')}Z`, request: `p-${n}` });
    const period = { fran: '2026-10-05', till: '2026-10-05' };
    const first = await search(period, REVIEWER);
    const older = /name="fore" value="([^"]+)"/.exec(first)?.[1] ?? '';
    const second = await search({ ...period, fore: older }, REVIEWER);
    const rows = rowsOf;
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
  const asActor = async (cookie: string, statement: RawBuilder<{ n: number }>) => {
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
    expect(await html('/logg/monster?fran=2025-01-01&till=2026-11-20', REVIEWER)).toContain('högst 400 dagar');
  });
});
