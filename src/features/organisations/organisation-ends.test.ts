import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { giveAssignment, openAccount, readAccounts } from '../access/index.ts';
import { closeOrganisation } from './close-organisation.ts';
import { municipalityId, regionId } from './ensure-organisations.ts';
import { givenRegister } from './given-register.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { moveUnit } from './move-unit.ts';
import { openOrganisation } from './open-organisation.ts';
import { readOrganisationHistory } from './read-organisation-history.ts';
import { readSeats } from './read-organisations.ts';
import { readUnit } from './read-units.ts';
import { seatMember } from './seat-member.ts';

const { app, runtime, clock, town, county, givenUnit } = await givenRegister();
const everything = () => everythingIn(runtime);
const on = '2027-01-01';
const before = '2026-12-31';

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as T;
}

const opened = async (name: string, kind: 'private-provider' | 'user-organisation' = 'private-provider') =>
  done(await openOrganisation(county, { county: '06', kind, name, from: '2026-11-01' })).id;

let nth = 0;
/** A provider with a unit, somebody who works in it and manages it, and a seat in a joint body. */
async function givenProvider(name: string) {
  const organisation = await opened(name);
  const unit = await givenUnit(`${name}s enhet`);
  done(await moveUnit(county, { unit, to: organisation, from: '2026-11-22' }));
  const hsaId = `SE2321000000-O${++nth}`;
  const account = done(await openAccount(county, { organisation, name: `Arbetar hos ${name}`, hsaId })).id;
  const base = { account, organisation, from: '2026-11-22' } as const;
  done(await giveAssignment(county, { ...base, role: 'participant', unit, to: '2027-06-30' }));
  done(await giveAssignment(county, { ...base, role: 'system-administrator' }));
  const seat = { county: '06', body: 'strategigrupp-aldre', position: 'member', organisation, holder: name, account } as const;
  const held = done(await seatMember(county, { ...seat, from: '2026-11-22', to: '2027-12-31' })).id;
  return { organisation, unit, account, seat: held };
}

const assignmentsAt = async (scope: Scope, organisation: string) =>
  done(await readAccounts(scope, { organisation })).assignments.map(({ role, unit_id, from_day, to_day }) =>
    [role, unit_id ?? '', from_day, to_day ?? ''].join(' '),
  );
const historyOf = async (id: string, day: string) => done(await readOrganisationHistory(county, { id, on: day }));

describe('an organisation that is to end', () => {
  test('has no unit handed over to it: nobody would take that along', async () => {
    const [one, into] = [await givenProvider('Snart borta'), await opened('Kvar')];
    const other = await givenUnit('En annan enhet');
    done(await mergeOrganisation(county, { organisation: one.organisation, into, from: on }));
    expect(await moveUnit(county, { unit: other, to: one.organisation, from: '2026-12-01' })).toMatchObject({ code: 'organisation-ends' });
    expect(done(await moveUnit(county, { unit: other, to: into, from: '2026-12-01' })).id).toBe(other);
  });
});

describe('an organisation that goes up into another', () => {
  test('takes its units, assignments, seats and accounts along from that day, and none before', async () => {
    const one = await givenProvider('Lilla');
    const into = await opened('Stora');
    expect(done(await mergeOrganisation(county, { organisation: one.organisation, into, from: on }))).toEqual({ id: into, records: [] });
    for (const [day, owner] of [
      [before, one.organisation],
      [on, into],
    ] as const) {
      expect(done(await readUnit(county, { id: one.unit, on: day })).was?.organisation).toBe(owner);
      const { seats } = done(await readSeats(county, { county: '06', on: day }));
      const [seat] = seats.filter(({ holder }) => holder === 'Lilla');
      expect([seat?.organisation, seat?.account]).toEqual([owner, one.account]);
    }
    expect(await assignmentsAt(county, one.organisation)).toEqual(
      expect.arrayContaining([`participant ${one.unit} 2026-11-22 ${before}`, `system-administrator  2026-11-22 ${before}`]),
    );
    expect((await assignmentsAt(county, into)).toSorted()).toEqual([
      `participant ${one.unit} ${on} 2027-06-30`,
      `system-administrator  ${on} `,
    ]);
    const { staff } = done(await readAccounts(county, { organisation: one.organisation }));
    expect(staff.map(({ id }) => id)).toEqual([one.account]);
    clock.moveTo(on);
    const later: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-lanet-06') };
    const moved = done(await readAccounts(later, { organisation: into }));
    expect(moved.staff.map(({ id, organisation_id }) => [id, organisation_id])).toEqual([[one.account, into]]);
    clock.moveTo('2026-11-22');
  });

  test('is itself until that day and the other from it, whichever of them one asks for', async () => {
    const { organisation } = await givenProvider('Östra');
    const into = await opened('Hela');
    done(await mergeOrganisation(county, { organisation, into, from: on }));
    const names = async (id: string, day: string) => (await historyOf(id, day)).is.map(({ name }) => name);
    expect([await names(organisation, before), await names(organisation, on)]).toEqual([['Östra'], ['Hela']]);
    expect([await names(into, before), await names(into, on)]).toEqual([['Hela'], ['Hela']]);
    const told = (await (await app.request(`http://localhost/api/v1/organisations/${organisation}?on=${on}`)).json()) as object;
    expect(told).toMatchObject({ exists: false, is: [{ id: into, name: 'Hela' }], steps: [{ on, to: { id: into } }] });
    expect(await (await app.request(`http://localhost/organisationer/${organisation}?datum=${on}`)).text()).toContain('Hela');
    expect(await mergeOrganisation(county, { organisation, into, from: '2027-02-01' })).toMatchObject({ code: 'already-closed' });
  });

  test('is refused, and nothing has changed, to what does not fit, and to those who are not the county', async () => {
    const one = await opened('Ensam');
    const users = await opened('Brukare', 'user-organisation');
    const [aneby, eksjo] = [municipalityId('0604'), municipalityId('0686')];
    const state = await everything();
    const merge = (organisation: string, into: string, from = on, scope = county) => mergeOrganisation(scope, { organisation, into, from });
    expect(await merge(one, one)).toMatchObject({ code: 'organisation-into-itself' });
    expect(await merge(one, users)).toMatchObject({ code: 'organisation-of-other-kind' });
    expect(await merge(one, aneby)).toMatchObject({ code: 'organisation-of-other-kind' });
    expect(await merge(regionId('06'), regionId('20'))).toMatchObject({ code: 'own-organisation' });
    expect(await merge(municipalityId('2080'), municipalityId('2081'))).toMatchObject({ code: 'forbidden' });
    expect(await merge(one, await Promise.resolve(users), '2026-11-01')).toMatchObject({ refused: true });
    expect(await merge(aneby, eksjo, on, town)).toMatchObject({ code: 'forbidden' });
    expect(await everything()).toBe(state);
  });

  test('waits for assignments that are to begin: they are taken back or given there', async () => {
    const { organisation, account } = await givenProvider('Väntande');
    const into = await opened('Mottagande');
    done(await giveAssignment(county, { account, organisation, role: 'log-reviewer', from: '2027-03-01' }));
    const state = await everything();
    const toCome = { code: 'assignments-to-come', params: { who: 'Arbetar hos Väntande', from: '2027-03-01' } };
    expect(await mergeOrganisation(county, { organisation, into, from: on })).toMatchObject(toCome);
    expect(await everything()).toBe(state);
  });
});

describe('an organisation that ends', () => {
  test('ends with its units, assignments and seats after its last day', async () => {
    const one = await givenProvider('Avslutad');
    expect(isRefusal(await closeOrganisation(county, { organisation: one.organisation, lastDay: before }))).toBe(false);
    expect(done(await readUnit(county, { id: one.unit, on })).was).toBeUndefined();
    expect(done(await readUnit(county, { id: one.unit, on: before })).was?.organisation).toBe(one.organisation);
    expect((await assignmentsAt(county, one.organisation)).every((line) => line.endsWith(before))).toBe(true);
    const { seats } = done(await readSeats(county, { county: '06', on }));
    expect(seats.some(({ holder }) => holder === 'Avslutad')).toBe(false);
    expect((await historyOf(one.organisation, on)).name).toBeUndefined();
  });

  test('waits while it has cases with persons, which nobody would take over', async () => {
    const one = await givenProvider('Behövd');
    const [person, contact] = [crypto.randomUUID(), crypto.randomUUID()];
    await runtime.database.asOwner(async (tx) => {
      await sql`insert into person (id, organisation_id, name, created_at) values (${person}, ${one.organisation}, 'Påhittad', now())`.execute(
        tx,
      );
      await sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
        values (${contact}, ${person}, ${one.organisation}, ${one.unit}, 'B-1', '[2026-11-22,)')`.execute(tx);
    });
    const close = () => closeOrganisation(county, { organisation: one.organisation, lastDay: before });
    expect(await close()).toMatchObject({ code: 'cases-remain' });
    await runtime.database.asOwner((tx) =>
      sql`update case_contact set valid = '[2026-11-22,2027-01-01)' where id = ${contact}`.execute(tx),
    );
    expect(isRefusal(await close())).toBe(false);
  });

  test('is never a municipality or a region: they go up into another', async () => {
    const state = await everything();
    for (const organisation of [municipalityId('0686'), regionId('06')])
      expect(await closeOrganisation(county, { organisation, lastDay: before })).toMatchObject({ code: 'forbidden' });
    expect(await everything()).toBe(state);
  });
});
