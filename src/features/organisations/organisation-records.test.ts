import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Database } from '../../platform/db/index.ts';
import { type Scope, stableId } from '../../platform/index.ts';
import { municipalityId } from './ensure-organisations.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { splitOrganisation } from './split-organisation.ts';

const [ANEBY, EKSJO, NASSJO] = [municipalityId('0604'), municipalityId('0686'), municipalityId('0682')];
const TODAY = '2026-11-22';
const DAY = '2027-01-01';
/** Midnight in Stockholm, and just before. */
const MIDNIGHT = Temporal.Instant.from('2026-12-31T23:00:00Z');
const BEFORE = MIDNIGHT.subtract({ milliseconds: 1 });
const [WORKER, SUPPORT, OTHER] = ['handlaggare-aneby-06', 'boendestod-aneby-06', 'handlaggare-eksjo-06'];
const NUMBER = '19800417-9803';

const clock = givenClock(TODAY);
let app: Awaited<ReturnType<typeof givenApp>>;
let database: Database;
let runtime: Scope['runtime'];
let county: Scope;

beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  county = { runtime, actor: await givenActor(app, runtime, 'forvaltare-lanet-06') };
});
afterAll(() => clock.moveTo(TODAY));

const owner = <Row>(statement: RawBuilder<Row>) => database.asOwner((tx) => statement.execute(tx)).then(({ rows }) => rows);
function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as T;
}

/** Somebody's session of a day, as the running program uses it: which outlasts the night here, so that its edge can be tried. */
async function sessionOn(day: string, account: string, as = ''): Promise<string> {
  clock.moveTo(day);
  const { secret, session } = getLogin(await givenActor(app, runtime, account, as));
  await owner(sql`update session set expires_at = 'infinity' where id = ${session}`);
  return secret;
}

/** What the running program gets by a statement in somebody's session at a moment, with every policy forgotten but the walls. */
const asked = async <Row>(secret: string, at: Temporal.Instant, statement: RawBuilder<Row>) =>
  database.transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${at.toString()}, true)`.execute(tx);
    return (await statement.execute(tx)).rows;
  });
const idsOf = async (secret: string, at: Temporal.Instant, table: 'person' | 'case_contact' | 'person_place') =>
  (await asked(secret, at, sql<{ id: string }>`select t::text as id from ${sql.table(table)} t order by 1`)).map(({ id }) => id);
const reached = async (secret: string, at: Temporal.Instant) =>
  (await asked(secret, at, sql<{ id: string }>`select id from person order by id`)).map(({ id }) => id);
const recordOf = async (secret: string, at: Temporal.Instant, id: string) =>
  (await asked(secret, at, sql<{ owner: string; name: string; address_cipher: unknown }>`select * from acting_record(${id})`))[0];

const record = (individual: string, at: string) => stableId(`demo:person:06:${individual}:${at}`);
const BOTH = record('enskild-1', ANEBY);
const PROTECTED = record('enskild-2', ANEBY);
const unitsOfAneby = async () =>
  Object.fromEntries(
    (
      await owner(
        sql<{
          name: string;
          id: string;
        }>`select name, unit_id as id from unit_version where organisation_id = ${ANEBY} and upper_inf(valid)`,
      )
    ).map(({ name, id }) => [name, id]),
  );

class Back extends Error {}
/** What a merger or a division begins and ends, and what tells which row it is. */
const KEPT: Readonly<Record<string, string>> = {
  organisation_version: 'organisation_id, lower(valid)',
  unit_version: 'unit_id, lower(valid)',
  succession: 'id',
  case_contact: 'id',
  assignment: 'id',
  seat: 'id',
};
/** Whatever is decided in here has not been decided afterwards. */
async function andBack(run: () => Promise<void>): Promise<void> {
  const kept = sql.id(`kept_${crypto.randomUUID().slice(0, 8)}`);
  await owner(sql`create schema ${kept}`);
  for (const table of Object.keys(KEPT)) await owner(sql`create table ${kept}.${sql.id(table)} as select * from ${sql.table(table)}`);
  try {
    await run();
  } finally {
    await database.asOwner(async (tx) => {
      for (const table of ['person_move', 'account_move']) await sql`delete from ${sql.table(table)}`.execute(tx);
      await sql`update session set assignment_id = null where assignment_id not in (select id from ${kept}.assignment)`.execute(tx);
      // What an act was done as cannot be taken away: such an assignment is withdrawn.
      await sql`update assignment set withdrawn = valid, valid = 'empty' where not isempty(valid) and id not in (select id from ${kept}.assignment)`.execute(
        tx,
      );
      for (const [table, key] of Object.entries(KEPT)) {
        if (table !== 'assignment')
          await sql`delete from ${sql.table(table)} where (${sql.raw(key)}) not in (select ${sql.raw(key)} from ${kept}.${sql.id(table)})`.execute(
            tx,
          );
        if (table === 'succession') continue;
        const same = sql.raw(key.includes(',') ? key.replaceAll(/\w+_id|valid/g, 'now.$&') : 'now.id');
        const was = sql.raw(key.includes(',') ? key.replaceAll(/\w+_id|valid/g, 'was.$&') : 'was.id');
        await sql`update ${sql.table(table)} now set valid = was.valid from ${kept}.${sql.id(table)} was where (${same}) = (${was})`.execute(
          tx,
        );
      }
      await sql`drop schema ${kept} cascade`.execute(tx);
    });
    clock.moveTo(TODAY);
  }
}

describe('the records of a huvudman that goes up into another', () => {
  test("are reached by the same units as before from midnight, as the other's, and by nobody else", async () => {
    await andBack(async () => {
      const before = await sessionOn(TODAY, WORKER);
      const others = await sessionOn(TODAY, OTHER);
      const ours = await reached(before, BEFORE);
      const theirs = await reached(others, BEFORE);
      expect(ours).toContain(BOTH);
      clock.moveTo(TODAY);
      done(await mergeOrganisation(county, { organisation: ANEBY, into: EKSJO, from: DAY }));
      const after = await sessionOn(DAY, WORKER);
      expect([await reached(before, BEFORE), await reached(after, BEFORE)]).toEqual([ours, []]);
      expect([await reached(before, MIDNIGHT), await reached(after, MIDNIGHT)]).toEqual([[], ours]);
      expect([await reached(others, BEFORE), await reached(others, MIDNIGHT)]).toEqual([theirs, theirs]);
      expect((await recordOf(before, BEFORE, BOTH))?.owner).toBe(ANEBY);
      expect((await recordOf(after, MIDNIGHT, BOTH))?.owner).toBe(EKSJO);
      expect(await recordOf(before, MIDNIGHT, BOTH)).toBeUndefined();
      expect(await recordOf(others, MIDNIGHT, BOTH)).toBeUndefined();
      // The individual has it all the while, under the name of whoever owns it.
      const self = await sessionOn(TODAY, 'enskild-1');
      expect([(await recordOf(self, BEFORE, BOTH))?.owner, (await recordOf(self, MIDNIGHT, BOTH))?.owner]).toEqual([ANEBY, EKSJO]);
    });
  });

  test('are worked with as before, and a number that two of them have means the one that was theirs already', async () => {
    await andBack(async () => {
      done(await mergeOrganisation(county, { organisation: ANEBY, into: EKSJO, from: DAY }));
      clock.moveTo(DAY);
      const cookie = await givenLoggedIn(app, WORKER);
      const page = await (await app.request(`${TEST_ORIGIN}/personer/${BOTH}`, { headers: { cookie } })).text();
      expect(page).toContain('Eksjö');
      const [person] = await owner(sql<{ name: string }>`select name from person where id = ${BOTH}`);
      const form = await (await app.request(`${TEST_ORIGIN}/personer/${BOTH}/andra`, { headers: { cookie } })).text();
      const sett = /name="sett" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const typed = { namn: person?.name ?? '', nummer: NUMBER, tolk: 'so', adress: 'Nya gatan 1', vistelse: '', sparr: 'nej', sett };
      expect((await post(app, `/personer/${BOTH}/andra`, typed, cookie)).status).toBe(303);
      expect((await post(app, `/personer/${BOTH}/arende`, { arendenummer: 'EFTER-1', enhet: '' }, cookie)).status).toBe(303);
      const register = { namn: person?.name ?? '', nummer: NUMBER, tolk: '', arendenummer: 'EFTER-2', adress: '', vistelse: '' };
      expect((await post(app, '/personer/ny', register, cookie)).headers.get('location')).toContain(record('enskild-1', EKSJO));
    });
  });

  test('keep what is protected hidden until the new huvudman has said who may see it', async () => {
    await andBack(async () => {
      const before = await sessionOn(TODAY, WORKER);
      expect((await recordOf(before, BEFORE, PROTECTED))?.address_cipher).not.toBeNull();
      clock.moveTo(TODAY);
      done(await mergeOrganisation(county, { organisation: ANEBY, into: EKSJO, from: DAY }));
      const after = await sessionOn(DAY, WORKER);
      expect(await recordOf(after, MIDNIGHT, PROTECTED)).toMatchObject({ address_cipher: null });
      const places = async () => (await idsOf(after, MIDNIGHT, 'person_place')).filter((row) => row.includes(PROTECTED)).length;
      expect(await places()).toBe(0);
      const [account] = await owner(
        sql<{ id: string }>`select account_id as id from session where token_hash = sha256(decode(${after}, 'hex'))`,
      );
      await owner(sql`insert into protected_access (id, organisation_id, account_id, valid, given_at)
        values (${crypto.randomUUID()}, ${EKSJO}, ${account?.id}, daterange(${DAY}::date, null), now())`);
      expect((await recordOf(after, MIDNIGHT, PROTECTED))?.address_cipher).not.toBeNull();
      expect(await places()).toBe(1);
      await owner(sql`delete from protected_access where organisation_id = ${EKSJO}`);
    });
  });

  test('are each told of in the log, which the person can read', async () => {
    await andBack(async () => {
      const was = await owner(sql<{ id: string }>`select id from audit_event where act = 'organisations.merge-organisation'`);
      const { records } = done(await mergeOrganisation(county, { organisation: ANEBY, into: EKSJO, from: DAY }));
      const all = await owner(sql<{ id: string }>`select id from person where organisation_id = ${ANEBY} order by id`);
      expect(records.map(({ person }) => person)).toEqual(all.map(({ id }) => id));
      const told = await owner(sql<{ person_id: string; details: object }>`
        select person_id, details from audit_event where act = 'organisations.merge-organisation' and not id = any(${was.map(({ id }) => id)}::uuid[]) order by person_id`);
      expect(told).toEqual(all.map(({ id }) => ({ person_id: id, details: { into: EKSJO, on: DAY } })));
      const cookie = await givenLoggedIn(app, 'enskild-1');
      const extract = await (await app.request(`${TEST_ORIGIN}/min-logg`, { headers: { cookie } })).text();
      expect(extract).toContain('följa med när organisationen går upp i en annan');
    });
  });
});

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
