import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { ANEBY, database, givenLogWorld, givenLook, html, inAneby, REVIEWER, staff } from '../../../tests/given/log-world.ts';
import { eventId, eventInstant } from '../../domain/audit/event.ts';
import { insertEvents } from '../../platform/audit/events.sql.ts';
import { newId } from '../../platform/index.ts';

beforeAll(givenLogWorld);

const patterns = (query: string) => html(`/logg/monster?${query}`, REVIEWER);
const linkIn = (page: string, text: string) =>
  new RegExp(`href="/logg/monster\\?([^"]*)">${text}`).exec(page)?.[1]?.replaceAll('&amp;', '&');

test('a look at somebody who bears the name of somebody in the unit of the one who looked says so, of the days when they worked there', async () => {
  const day = '2026-03-02';
  const worker = await staff('municipal-case-worker', ANEBY, 'Socialtj%');
  await givenLook({ at: `${day}T10:00:00Z` });
  const page = () => patterns(`fran=${day}&till=${day}`);
  expect(await page()).not.toContain('egen enhet');
  const account = newId();
  await database.asOwner(async (tx) => {
    await sql`insert into account (id, kind, name, hsa_id, organisation_id, county_code, created_at)
      select ${account}, 'staff', p.name, 'SE2321000000-KOLLEGA', ${ANEBY}, '06', now() from person p where p.id = ${inAneby}`.execute(tx);
    await sql`insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, valid, created_at)
      values (${newId()}, ${account}, 'participant', ${ANEBY}, ${worker.unit}, '06', '[2026-03-02,2026-03-03)', now())`.execute(tx);
  });
  expect(await page()).toContain('Någon i användarens egen enhet har samma namn som personen');
  await givenLook({ at: '2026-03-04T10:00:00Z' });
  const after = await patterns('fran=2026-03-04&till=2026-03-04');
  expect(after).not.toContain('egen enhet');
  expect(after).toContain('Någon i organisationen har samma namn som personen');
});

test('a period with more rows than are gone through at once is gone through in parts, and says which part it shows', async () => {
  const worker = await staff('municipal-case-worker', ANEBY, 'Socialtj%');
  const events = Array.from({ length: 5_001 }, (_, nth) => {
    const at = Temporal.Instant.from('2026-02-02T08:00:00Z').add({ seconds: nth });
    return {
      ...{ id: eventId(at, randomBytes(10)), at: eventInstant(at), account: worker.account, actorKind: 'staff' as const },
      ...{ assignment: worker.assignment, organisation: ANEBY, unit: worker.unit, ownerOrganisation: ANEBY, person: inAneby },
      ...{ record: { kind: 'person', id: inAneby }, act: 'persons.read-protected', outcome: 'allowed' as const, code: null, purpose: null },
      ...{ via: 'page' as const, request: null, from: null, policyVersion: 'a1b2c3', details: {} },
    };
  });
  await database.transaction('write', async (tx) => {
    for (let from = 0; from < events.length; from += 500) await insertEvents(tx, events.slice(from, from + 500));
  });
  const first = await patterns('fran=2026-01-01&till=2026-02-28');
  expect(first).toMatch(/5\s000\srader är genomgångna/);
  expect(first).toContain('De som är äldre är inte med här.');
  expect(first).toMatch(/Visar 1–100 av \d/);
  expect(await patterns(linkIn(first, 'Nästa sida') ?? '')).toContain('Visar 101–200 av');
  const rest = await patterns(linkIn(first, 'Gå igenom de äldre raderna') ?? '');
  expect(rest).toMatch(/1\srad är genomgången/);
  expect(rest).toContain('Det här är en fortsättning');
  expect(rest).not.toContain('De som är äldre är inte med här.');
});
