import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import {
  ANEBY,
  BEFORE,
  BOTH,
  DAY,
  EKSJO,
  givenRecords,
  MIDNIGHT,
  NASSJO,
  record,
  SUPPORT,
  TODAY,
  WORKER,
} from '../../../tests/given/records-world.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { municipalityId } from './ensure-organisations.ts';
import { splitOrganisation } from './split-organisation.ts';

const { andBack, app, asked, clock, county, database, idsOf, owner, reached, recordOf, runtime, sessionOn, unitsOfAneby } =
  await givenRecords();
afterAll(() => clock.moveTo(TODAY));

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as T;
}

class Back extends Error {}

describe('the records of a huvudman that is divided', () => {
  /** Each unit to one of two, in turn by name: the unit that decides about support to Eksjö, the one that gives it to Nässjö. */
  const division = async (but: { records?: { id: string; to: string }[] } = {}) => {
    const units = Object.entries(await unitsOfAneby()).map(([name, id]) => ({ id, to: name.startsWith('Boende') ? NASSJO : EKSJO }));
    const seats = (await owner(sql<{ id: string }>`select id from seat where organisation_id = ${ANEBY} and not isempty(valid)`)).map(
      ({ id }) => ({ id, to: EKSJO }),
    );
    return { organisation: ANEBY, units, seats, rest: EKSJO, from: DAY, ...but };
  };
  type Asked = Awaited<ReturnType<typeof division>>;
  const confirmed = async (asked: Asked) => {
    const shown = await splitOrganisation(county, asked);
    if (!isRefusal(shown)) throw new Error('done without being shown');
    expect(shown.code).toBe('division-to-confirm');
    return { shown, answer: done(await splitOrganisation(county, { ...asked, confirmed: String(shown.params.stamp) })) };
  };
  /** The record that both units work with, as a division names it. */
  const handle = async () => {
    const answer = await splitOrganisation(county, await division());
    if (!isRefusal(answer) || answer.code !== 'records-go-nowhere') throw new Error(JSON.stringify(answer));
    const { asked } = answer.params as { asked: { id: string; parts: string[] }[] };
    expect(asked.map(({ parts }) => parts)).toEqual([[EKSJO, NASSJO].toSorted()]);
    return asked[0]?.id ?? '';
  };

  test('go where their units go; the one that two of them work with to the one that is named, and the other sees no more of it', async () => {
    for (const to of [EKSJO, NASSJO])
      await andBack(async () => {
        const [worker, support] = [await sessionOn(TODAY, WORKER), await sessionOn(TODAY, SUPPORT)];
        const [had, supported] = [await reached(worker, BEFORE), await reached(support, BEFORE)];
        expect([had.includes(BOTH), supported.includes(BOTH)]).toEqual([true, true]);
        clock.moveTo(TODAY);
        const { shown, answer } = await confirmed(await division({ records: [{ id: await handle(), to }] }));
        expect(shown.params.ended).toBe(1);
        expect(answer.records.find(({ person }) => person === BOTH)?.to).toBe(to);
        const [later, supportLater] = [await sessionOn(DAY, WORKER), await sessionOn(DAY, SUPPORT)];
        expect([await reached(worker, BEFORE), await reached(support, BEFORE)]).toEqual([had, supported]);
        expect([await reached(worker, MIDNIGHT), await reached(support, MIDNIGHT)]).toEqual([[], []]);
        const without = (all: string[], kept: boolean) => all.filter((id) => kept || id !== BOTH);
        expect(await reached(later, MIDNIGHT)).toEqual(without(had, to === EKSJO));
        expect(await reached(supportLater, MIDNIGHT)).toEqual(without(supported, to === NASSJO));
        const losing = to === EKSJO ? supportLater : later;
        expect(await recordOf(losing, MIDNIGHT, BOTH)).toBeUndefined();
        expect((await idsOf(losing, MIDNIGHT, 'case_contact')).filter((row) => row.includes(BOTH))).toEqual([]);
        expect((await recordOf(to === EKSJO ? later : supportLater, MIDNIGHT, BOTH))?.owner).toBe(to);
      });
  });

  test('are not parted, and nothing has changed, before somebody has said where each goes, or by anybody but the county', async () => {
    await andBack(async () => {
      const town: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-aneby-06') };
      const state = await everythingIn(runtime);
      const id = await handle();
      const code = async (records: { id: string; to: string }[], scope = county) => {
        const answer = await splitOrganisation(scope, await division({ records }));
        return isRefusal(answer) ? answer.code : 'done';
      };
      expect(await code([{ id, to: municipalityId('0685') }])).toBe('records-go-nowhere');
      expect(await code([{ id: crypto.randomUUID(), to: EKSJO }])).toBe('records-go-nowhere');
      expect(await code([{ id, to: EKSJO }])).toBe('division-to-confirm');
      expect(await code([{ id, to: EKSJO }], town)).toBe('forbidden');
      expect(await owner(sql`select from person_move`)).toEqual([]);
      expect(await everythingIn(runtime)).toBe(state);
    });
  });

  test('are parted once when two do it at the same time, and a case that is opened meanwhile goes where its unit goes', async () => {
    await andBack(async () => {
      const whole = await division({ records: [{ id: await handle(), to: EKSJO }] });
      const shown = await splitOrganisation(county, whole);
      const stamp = isRefusal(shown) ? String(shown.params.stamp) : '';
      const both = await Promise.all([1, 2].map(() => splitOrganisation(county, { ...whole, confirmed: stamp })));
      expect(both.flatMap((answer) => (isRefusal(answer) ? [answer.code] : []))).toEqual(['already-closed']);
      const cookie = await givenLoggedIn(app, SUPPORT);
      const form = { namn: 'Sent Kommen', nummer: '', tolk: '', arendenummer: 'SEN-1', adress: '', vistelse: '' };
      const made = (await post(app, '/personer/ny', form, cookie)).headers.get('location')?.split(/[/?]/)[2] ?? '';
      const later = await sessionOn(DAY, SUPPORT);
      expect((await recordOf(later, MIDNIGHT, made))?.owner).toBe(NASSJO);
      expect(await reached(await sessionOn(DAY, WORKER), MIDNIGHT)).not.toContain(made);
      for (const table of ['case_contact', 'person_place', 'person_move', 'person'])
        await owner(sql`delete from ${sql.table(table)} where ${sql.ref(table === 'person' ? 'id' : 'person_id')} = ${made}`);
    });
  });

  test('are parted by nobody who asks the database itself, but the county, of its own, to the parts, on the day', async () => {
    await andBack(async () => {
      await confirmed(await division({ records: [{ id: await handle(), to: EKSJO }] }));
      const other = record('enskild-1', EKSJO);
      const tried = (secret: string, person: string, part: string, day = DAY) =>
        database
          .transaction('write', async (tx) => {
            await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
              tx,
            );
            await sql`select part_records(${ANEBY}, ${day}::date, ${[person]}::uuid[], ${[part]}::uuid[])`.execute(tx);
            throw new Back('done');
          })
          .catch((error: Error) => error.message);
      const secretOf = (scope: Scope) => getLogin(scope.actor).secret;
      const town: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-aneby-06') };
      expect(await tried(secretOf(town), BOTH, EKSJO)).toMatch(/only the county/);
      for (const [person, part, day] of [
        [other, EKSJO, DAY],
        [BOTH, municipalityId('0685'), DAY],
        [BOTH, EKSJO, '2027-01-02'],
      ] as const)
        expect(await tried(secretOf(county), person, part, day)).toMatch(/of the organisation/);
      // What has been decided is not decided anew.
      expect(await tried(secretOf(county), BOTH, NASSJO)).toMatch(/duplicate key/);
      const cases = (secret: string) => asked(secret, clock.now(), sql`select from cases_of_organisation(${ANEBY}, ${DAY}::date)`);
      expect((await cases(secretOf(county))).length).toBeGreaterThan(0);
      for (const who of [secretOf(town), await sessionOn(TODAY, WORKER)]) expect(await cases(who)).toEqual([]);
      for (const table of ['person_move'])
        await expect(asked(secretOf(county), clock.now(), sql`select from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
    });
  });

  test('are asked about in the form by case number and unit, never by name, and each look is told to the log', async () => {
    await andBack(async () => {
      const { units, seats } = await division();
      const cookie = await givenLoggedIn(app, 'forvaltare-lanet-06');
      const path = `/organisation/andra/${ANEBY}/dela`;
      const page = await (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
      const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const form = {
        seen,
        from: DAY,
        rest: EKSJO,
        ...Object.fromEntries([...units.map(({ id, to }) => [`unit-${id}`, to]), ...seats.map(({ id, to }) => [`seat-${id}`, to])]),
      };
      const looks = async () =>
        (
          await owner(
            sql`select from audit_event where act = 'organisations.split-organisation' and person_id = ${BOTH} and owner_organisation_id = ${ANEBY}`,
          )
        ).length;
      const looked = await looks();
      const endings = async () =>
        (await owner(sql`select from act where kind = 'persons.end-case-contact' and subject_id = ${BOTH}`)).length;
      const ended = await endings();
      const first = await post(app, path, form, cookie);
      const html = await first.text();
      expect([first.status, html]).toEqual([422, expect.stringContaining('Välj vem som tar över akten som inte följer en enhet')]);
      const [person] = await owner(sql<{ name: string }>`select name from person where id = ${BOTH}`);
      const numbers = await owner(sql<{ case_number: string }>`select case_number from case_contact where person_id = ${BOTH}`);
      for (const { case_number } of numbers) expect(html).toContain(case_number);
      expect(html).not.toContain(person?.name);
      expect(html).not.toContain(BOTH);
      const name = /name="(record-[^"]+)"/.exec(html)?.[1] ?? '';
      const options = /name="record-[\s\S]*?<\/select>/.exec(html)?.[0] ?? '';
      expect([options.includes(EKSJO), options.includes(NASSJO), options.includes(municipalityId('0685'))]).toEqual([true, true, false]);
      expect(await looks()).toBe(looked + 1);
      const preview = await (await post(app, path, { ...form, [name]: NASSJO }, cookie)).text();
      expect(preview).toContain('1 ärende avslutas');
      expect(preview).toMatch(/akterna om \d+ personer|akten om 1 person/);
      const confirmed = /name="confirmed" value="([^"]+)"/.exec(preview)?.[1] ?? '';
      expect((await post(app, path, { ...form, [name]: NASSJO, confirmed }, cookie)).status).toBe(303);
      expect((await owner(sql`select from person_move where person_id = ${BOTH} and organisation_id = ${NASSJO}`)).length).toBe(1);
      expect(await endings()).toBe(ended + 1);
    });
  });
});
