import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { ANEBY, BOTH, DAY, EKSJO, givenRecords, NASSJO, SUPPORT, TODAY, WORKER } from '../../../tests/given/records-world.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { municipalityId } from './ensure-organisations.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { splitOrganisation } from './split-organisation.ts';

const { andBack, app, asked, clock, county, owner, sessionOn, unitsOfAneby } = await givenRecords();
afterAll(() => clock.moveTo(TODAY));

const LATER = '2027-06-01';
const [TRANAS, VETLANDA] = [municipalityId('0687'), municipalityId('0685')];
const noon = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();

/** Decides that an organisation is divided from a day: units whose name begins so go to the second part, and so does a record that two parts want. */
async function divide(organisation: string, from: string, [first, second]: readonly [string, string]): Promise<void> {
  const units = (
    await owner(
      sql<{
        id: string;
        name: string;
      }>`select unit_id as id, name from unit_version where organisation_id = ${organisation} and upper_inf(valid)`,
    )
  ).map(({ id, name }) => ({ id, to: name.startsWith('Boende') ? second : first }));
  const seats = (
    await owner(
      sql<{ id: string }>`select id from seat where organisation_id = ${organisation} and not isempty(valid) and upper_inf(valid)`,
    )
  ).map(({ id }) => ({ id, to: first }));
  const input = {
    organisation,
    units,
    seats,
    rest: first,
    from,
    records: [] as { id: string; to: string }[],
    confirmed: undefined as string | undefined,
  };
  for (let tries = 0; tries < 4; tries++) {
    const { confirmed, ...rest } = input;
    const answer = await splitOrganisation(county, confirmed === undefined ? rest : { ...rest, confirmed });
    if (!isRefusal(answer)) return;
    const { asked: wanted, stamp } = answer.params as { asked?: { id: string }[]; stamp?: string };
    if (answer.code === 'records-go-nowhere') input.records = (wanted ?? []).map(({ id }) => ({ id, to: second }));
    else if (answer.code === 'division-to-confirm') input.confirmed = stamp;
    else throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  }
  throw new Error('not divided');
}

async function merge(organisation: string, into: string, from: string): Promise<void> {
  const answer = await mergeOrganisation(county, { organisation, into, from });
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
}

let cases = 0;
/** A record that a unit makes today, with a case of its own. */
async function made(by: string, name: string): Promise<string> {
  clock.moveTo(TODAY);
  const form = { namn: name, nummer: '', tolk: '', arendenummer: `RAD-${++cases}`, adress: '', vistelse: '' };
  const answer = await post(app, '/personer/ny', form, await givenLoggedIn(app, by));
  return answer.headers.get('location')?.split(/[/?]/)[2] ?? '';
}

const ownersOn = async (day: string, persons: readonly string[]) => {
  const rows = await owner(
    sql<{ owner: string | null }>`select owner_on(p.id, p.organisation_id, ${day}::date) as owner
      from unnest(${[...persons]}::uuid[]) with ordinality a (id, nth) join person p on p.id = a.id order by nth`,
  );
  return rows.map((row) => row.owner);
};
const nobodys = (day: string) =>
  owner(sql<{ id: string }>`select id from person where owner_on(id, organisation_id, ${day}::date) is null`);

async function cleared(persons: readonly string[]): Promise<void> {
  for (const id of persons)
    for (const table of ['case_contact', 'person_place', 'person_move', 'person'])
      await owner(sql`delete from ${sql.table(table)} where ${sql.ref(table === 'person' ? 'id' : 'person_id')} = ${id}`);
}

describe('a record that is made while several ends in a row lie ahead', () => {
  test('goes on through a merger and then a division, whenever its case was opened', async () => {
    await andBack(async () => {
      const persons = [await made(SUPPORT, 'Före')];
      await merge(ANEBY, EKSJO, DAY);
      persons.push(await made(SUPPORT, 'Mellan'));
      await divide(EKSJO, LATER, [NASSJO, TRANAS]);
      persons.push(await made(SUPPORT, 'Efter'), await made(WORKER, 'Hos handläggaren'));
      expect(await ownersOn(TODAY, persons)).toEqual([ANEBY, ANEBY, ANEBY, ANEBY]);
      expect(await ownersOn(DAY, persons)).toEqual([EKSJO, EKSJO, EKSJO, EKSJO]);
      expect(await ownersOn(LATER, persons)).toEqual([TRANAS, TRANAS, TRANAS, NASSJO]);
      for (const day of [DAY, LATER]) expect(await nobodys(day)).toEqual([]);
      const later = await sessionOn(LATER, SUPPORT);
      const reached = await asked(later, noon(LATER), sql<{ id: string }>`select id from person`);
      expect(reached.map(({ id }) => id)).toEqual(expect.arrayContaining(persons.slice(0, 3)));
      expect(reached.map(({ id }) => id)).not.toContain(persons[3]);
      await cleared(persons);
    });
  });

  test('goes on through two divisions, whenever its case was opened, and so does a record that has a new case', async () => {
    await andBack(async () => {
      const persons = [await made(SUPPORT, 'Före')];
      await divide(ANEBY, DAY, [EKSJO, NASSJO]);
      persons.push(await made(SUPPORT, 'Mellan'));
      await divide(NASSJO, LATER, [VETLANDA, TRANAS]);
      persons.push(await made(SUPPORT, 'Efter'), await made(WORKER, 'Hos handläggaren'));
      const units = await unitsOfAneby();
      expect(Object.keys(units)).toEqual([]);
      expect(await ownersOn(DAY, persons)).toEqual([NASSJO, NASSJO, NASSJO, EKSJO]);
      expect(await ownersOn(LATER, persons)).toEqual([TRANAS, TRANAS, TRANAS, EKSJO]);
      // Those that were there before either was decided have a place as well, and nothing moves that has one.
      expect((await ownersOn(LATER, [BOTH]))[0]).toBe((await ownersOn(DAY, [BOTH]))[0] === NASSJO ? TRANAS : EKSJO);
      for (const day of [DAY, LATER]) expect(await nobodys(day)).toEqual([]);
      await cleared(persons);
    });
  });
});
