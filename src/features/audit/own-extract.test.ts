import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { app, asOwner, cookies, givenLogWorld, html, inEksjo, logged, REVIEWER } from '../../../tests/given/log-world.ts';
import { TEST_ORIGIN } from '../../../tests/given/logged-in.ts';

beforeAll(givenLogWorld);

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

  test('says of no huvudman that nobody has looked while there are other pages', async () => {
    const whole = await html('/min-logg', 'enskild-3');
    expect(whole).toContain('Ingen annan än du har tittat.');
    expect(await html('/min-logg?fore=019abcde-0000-7000-8000-000000000000', 'enskild-3')).not.toContain('Ingen annan än du har tittat.');
  });

  test('counts a visit to the records of several huvudmen as one', async () => {
    await html('/min-logg', 'enskild-2');
    expect(await html('/min-logg', 'enskild-2')).toMatch(/Dina egna besök visas inte. De är [12]\./);
  });

  test('never shows looks at others', async () => {
    expect(await html('/min-logg', 'enskild-1')).not.toContain('skyddade uppgifterna');
    expect(await html('/min-logg', 'enskild-2')).toContain('Läste de skyddade uppgifterna om dig');
    expect(await html('/min-logg', REVIEWER)).toContain('Du får inte göra detta');
    const refused = (await logged('audit.read-own-extract')).filter(({ outcome }) => outcome === 'refused');
    expect(refused).toMatchObject([{ person_id: null, owner_organisation_id: null }]);
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
