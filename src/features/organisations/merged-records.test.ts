import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import {
  ANEBY,
  BEFORE,
  BOTH,
  DAY,
  EKSJO,
  givenRecords,
  MIDNIGHT,
  NUMBER,
  OTHER,
  PROTECTED,
  record,
  TODAY,
  WORKER,
} from '../../../tests/given/records-world.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { mergeOrganisation } from './merge-organisation.ts';

const { andBack, app, clock, county, idsOf, owner, reached, recordOf, sessionOn } = await givenRecords();
afterAll(() => clock.moveTo(TODAY));

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as T;
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
