import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { ANEBY, BOTH, DAY, EKSJO, givenRecords, NASSJO, SUPPORT, TODAY, WORKER } from '../../../tests/given/records-world.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { closeUnit } from './close-unit.ts';
import { municipalityId } from './ensure-organisations.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { moveUnit } from './move-unit.ts';
import { splitOrganisation } from './split-organisation.ts';

const { andBack, app, asked, clock, county, database, owner, runtime, sessionOn, unitsOfAneby } = await givenRecords();
const town: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-aneby-06') };
afterAll(() => clock.moveTo(TODAY));

const LATER = '2027-06-01';
const [TRANAS, VETLANDA] = [municipalityId('0687'), municipalityId('0685')];
const noon = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();

/**
 * Decides that an organisation is divided from a day: units whose name begins so go to the second part, and so does a record that two parts want. With `seats`, a
 * seat goes there too, and all that is of no unit. Answers the code of what it refuses.
 */
async function divide(
  organisation: string,
  from: string,
  [first, second]: readonly [string, string],
  seats: 'first' | 'second' = 'first',
): Promise<string | undefined> {
  const units = (
    await owner(
      sql<{
        id: string;
        name: string;
      }>`select unit_id as id, name from unit_version where organisation_id = ${organisation} and upper_inf(valid)`,
    )
  ).map(({ id, name }) => ({ id, to: name.startsWith('Boende') ? second : first }));
  const places = (
    await owner(
      sql<{ id: string }>`select id from seat where organisation_id = ${organisation} and not isempty(valid) and upper_inf(valid)`,
    )
  ).map(({ id }) => ({ id, to: seats === 'first' ? first : second }));
  const input = {
    organisation,
    units,
    seats: places,
    rest: first,
    from,
    records: [] as { id: string; to: string }[],
    confirmed: undefined as string | undefined,
  };
  for (let tries = 0; tries < 4; tries++) {
    const { confirmed, ...rest } = input;
    const answer = await splitOrganisation(county, confirmed === undefined ? rest : { ...rest, confirmed });
    if (!isRefusal(answer)) return undefined;
    const { asked: wanted, stamp } = answer.params as { asked?: { id: string }[]; stamp?: string };
    if (answer.code === 'records-go-nowhere') input.records = (wanted ?? []).map(({ id }) => ({ id, to: second }));
    else if (answer.code === 'division-to-confirm') input.confirmed = stamp;
    else return answer.code;
  }
  return 'not divided';
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
  await owner(
    sql`delete from case_contact_before where contact_id in (select id from case_contact where person_id = any (${[...persons]}::uuid[]))`,
  );
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
      expect(await divide(EKSJO, LATER, [NASSJO, TRANAS])).toBeUndefined();
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
      expect(await divide(ANEBY, DAY, [EKSJO, NASSJO])).toBeUndefined();
      persons.push(await made(SUPPORT, 'Mellan'));
      expect(await divide(NASSJO, LATER, [VETLANDA, TRANAS])).toBeUndefined();
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

  test('goes with the rest where its unit is closed or handed over before the division, and never to nobody', async () => {
    for (const ends of [closeUnit, moveUnit]) {
      await andBack(async () => {
        const [, support = ''] = Object.entries(await unitsOfAneby()).find(([name]) => name.startsWith('Boende')) ?? [];
        const answer = await (ends === closeUnit
          ? closeUnit(town, { unit: support, lastDay: '2026-12-20' })
          : moveUnit(county, { unit: support, to: VETLANDA, from: '2026-12-20' }));
        expect(isRefusal(answer)).toBe(false);
        expect(await divide(ANEBY, DAY, [EKSJO, NASSJO], 'second')).toBeUndefined();
        const persons = [await made(SUPPORT, 'Sluten'), await made(WORKER, 'Öppen')];
        expect(await ownersOn(TODAY, persons)).toEqual([ANEBY, ANEBY]);
        expect(await ownersOn(DAY, persons)).toEqual([EKSJO, EKSJO]);
        expect(await nobodys(DAY)).toEqual([]);
        await cleared(persons);
      });
    }
  });

  test('goes where its unit goes when the division is decided for the same day while the case is opened, and just before midnight', async () => {
    await andBack(async () => {
      const units = await unitsOfAneby();
      const support = Object.entries(units).find(([name]) => name.startsWith('Boende'))?.[1] ?? '';
      clock.moveTo(TODAY);
      expect(await divide(ANEBY, TODAY, [EKSJO, NASSJO])).toBeUndefined();
      const persons = [crypto.randomUUID(), crypto.randomUUID()];
      // What was begun before it was decided, and is written down after.
      for (const [nth, id] of persons.entries()) {
        const begun = noon(TODAY).add({ hours: nth * 12 });
        await database.asOwner(async (tx) => {
          await sql`select set_config('overens.now', ${begun.toString()}, true)`.execute(tx);
          await sql`insert into person (id, organisation_id, name, created_at) values (${id}, ${ANEBY}, 'Påbörjad', ${begun})`.execute(tx);
          await sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
            values (gen_random_uuid(), ${id}, ${ANEBY}, ${support}, ${`PÅB-${nth}`}, '[2026-11-22,)')`.execute(tx);
        });
      }
      expect(await ownersOn(TODAY, persons)).toEqual([NASSJO, NASSJO]);
      expect(await nobodys(TODAY)).toEqual([]);
      await cleared(persons);
    });
  });
});

test('a part is not divided itself, nor goes up into another, before what is decided to come to it has come', async () => {
  await andBack(async () => {
    const [, support = ''] = Object.entries(await unitsOfAneby()).find(([name]) => name.startsWith('Boende')) ?? [];
    expect(isRefusal(await closeUnit(town, { unit: support, lastDay: '2026-12-20' }))).toBe(false);
    // A seat and records alone come to the second part.
    expect(await divide(ANEBY, DAY, [EKSJO, NASSJO], 'second')).toBeUndefined();
    for (const day of ['2026-12-15', DAY]) {
      expect(await divide(NASSJO, day, [VETLANDA, TRANAS])).toBe('change-not-after-last');
      const merged = await mergeOrganisation(county, { organisation: NASSJO, into: TRANAS, from: day });
      expect(isRefusal(merged) && [merged.code, merged.params]).toEqual(['change-not-after-last', { last: DAY }]);
    }
    expect(isRefusal(await mergeOrganisation(county, { organisation: NASSJO, into: TRANAS, from: LATER }))).toBe(false);
    expect(await nobodys(LATER)).toEqual([]);
  });
});
