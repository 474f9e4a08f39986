import type { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { type Actor, assignmentOf } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { AppEnv, Runtime, Scope } from '../../platform/index.ts';
import { deactivateAccount, endAssignment, giveAssignment, openAccount, readAccounts } from '../access/index.ts';
import { closeUnit } from './close-unit.ts';
import { municipalityId } from './ensure-organisations.ts';
import { mergeUnits } from './merge-units.ts';
import { openUnit } from './open-unit.ts';
import { stampOf } from './stamp.ts';
import { listUnits } from './units.sql.ts';

let app: Hono<AppEnv>;
let runtime: Runtime;
let town: Scope;
let _county: Scope;
const clock = givenClock();
const ways = { phone: '070-174 06 90', email: '', web: '', address: '', opening: '' };
const reach = { kind: 'individ-familjeomsorg', serves: ['0604'], ages: { from: 18 } };

beforeAll(async () => {
  app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  town = await givenScope('forvaltare-aneby-06');
  _county = await givenScope('forvaltare-lanet-06');
});

async function givenScope(account: string, as = ''): Promise<Scope> {
  return { runtime, actor: await givenActor(app, runtime, account, as) };
}

const organisationOf = ({ actor }: { actor: Actor }) => assignmentOf(actor)?.organisation.id ?? '';

/** A unit of Aneby that has been open since January. */
async function givenUnit(name = 'Enheten'): Promise<string> {
  const opened = await openUnit(town, { organisation: organisationOf(town), name, from: '2026-01-01', ...reach, ways });
  if (isRefusal(opened)) throw new Error(opened.code);
  return opened.id;
}

/** Everything that the register and the history of acts hold. */
async function everything(): Promise<string> {
  return runtime.database.transaction('read', async (tx) => {
    const tables = [
      'organisation',
      'organisation_version',
      'unit',
      'unit_version',
      'succession',
      'seat',
      'account',
      'assignment',
      'act',
      'outbox',
    ];
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{
        all: string;
      }>`select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as all from ${sql.table(table)} t`.execute(tx);
      found.push(`${table} ${rows[0]?.all}`);
    }
    return found.join('\n');
  });
}

async function _stampNow(id: string): Promise<string> {
  const [unit] = await runtime.database.transaction('read', (tx) => listUnits(tx, { ids: [id] }));
  return stampOf(unit);
}

async function everyUnitOf(municipality: string): Promise<string[]> {
  const units = await runtime.database.transaction('read', (tx) => listUnits(tx, { organisation: municipalityId(municipality) }));
  return units.map(({ id }) => id);
}

describe('people', () => {
  const hsaId = (own: string) => `SE2321000000-T${own}`;
  const given = async (own: string) => {
    const opened = await openAccount(town, { organisation: organisationOf(town), name: 'Provia', hsaId: hsaId(own) });
    if (isRefusal(opened)) throw new Error((opened as Refusal).code);
    return opened.id;
  };
  const organisation = municipalityId('0604');

  test('are shut out at once: the next request of a session that was open is nobody’s', async () => {
    const cookie = await givenLoggedIn(app, 'registrator-aneby-06');
    const asked = () => app.request('http://localhost/organisation', { headers: { cookie } });
    expect((await asked()).status).toBe(200);
    const people = await readAccounts(town, { organisation });
    const account = isRefusal(people) ? undefined : people.assignments.find(({ role }) => role === 'registrar')?.account_id;
    expect(isRefusal(await deactivateAccount(town, { account: account ?? '' }))).toBe(false);
    expect((await asked()).headers.get('location')).toContain('/logga-in');
    expect(await deactivateAccount(town, { account: account ?? '' })).toMatchObject({ code: 'account-deactivated' });
    expect((await post(app, '/demo/logga-in', { account: 'registrator-aneby-06' })).headers.getSetCookie().join()).not.toContain(
      '__Host-session=',
    );
  });

  test('get roles that fit, once, on days in order, and never from themselves', async () => {
    const account = await given('1');
    const give = (more: object) => giveAssignment(town, { account, role: 'registrar', organisation, from: '2026-11-22', ...more });
    const before = await everything();
    expect(await give({ role: 'regional-clinician' })).toMatchObject({ code: 'role-not-here' });
    expect(await give({ role: 'municipal-case-worker' })).toMatchObject({ code: 'role-needs-unit' });
    expect(await give({ role: 'strategy-group', body: 'reko' })).toMatchObject({ code: 'forbidden' });
    expect(await give({ to: '2026-11-21' })).toMatchObject({ code: 'ends-before-it-begins' });
    expect(await give({ role: 'participant', unit: (await everyUnitOf('0686'))[0] })).toMatchObject({ code: 'unit-not-of-organisation' });
    const own = town.actor.kind === 'staff' ? town.actor.login.account : '';
    expect(await give({ account: own })).toMatchObject({ code: 'own-account' });
    expect(await everything()).toBe(before);
    expect(isRefusal(await give({}))).toBe(false);
    expect(await give({ from: '2027-01-01' })).toMatchObject({ code: 'assignment-overlaps' });
  });

  test('stand in only for somebody else with the same role at the same place', async () => {
    const [one, other] = [await given('2'), await given('3')];
    const unit = await givenUnit();
    const base = { organisation, unit, from: '2026-11-22' };
    const held = await giveAssignment(town, { ...base, account: one, role: 'participant' });
    const deputyFor = isRefusal(held) ? '' : held.id;
    expect(await giveAssignment(town, { ...base, account: one, role: 'participant', deputyFor })).toMatchObject({
      code: 'deputy-does-not-fit',
    });
    expect(await giveAssignment(town, { ...base, account: other, role: 'unit-manager', deputyFor })).toMatchObject({
      code: 'deputy-does-not-fit',
    });
    expect(isRefusal(await giveAssignment(town, { ...base, account: other, role: 'participant', deputyFor }))).toBe(false);
    expect(await endAssignment(town, { assignment: deputyFor, lastDay: '2026-11-21' })).toMatchObject({ code: 'ends-before-it-begins' });
    expect(isRefusal(await endAssignment(town, { assignment: deputyFor, lastDay: '2026-12-31' }))).toBe(false);
    expect(await endAssignment(town, { assignment: deputyFor, lastDay: '2026-12-31' })).toMatchObject({ code: 'already-ended' });
  });

  test('go on with their assignment in the unit that theirs is merged into, and lose it when the unit closes', async () => {
    const account = await given('4');
    const [a, b] = [await givenUnit('A'), await givenUnit('B')];
    await giveAssignment(town, { account, role: 'participant', organisation, unit: a, from: '2026-11-22', to: '2027-06-30' });
    const merged = await mergeUnits(town, { parts: [a, b], name: 'AB', from: '2027-01-01' });
    const ofAccount = async () => {
      const people = await readAccounts(town, { organisation });
      const own = isRefusal(people) ? [] : people.assignments.filter(({ account_id }) => account_id === account);
      return own.map(({ unit_id, from_day, to_day }) => `${unit_id} ${from_day} ${to_day}`);
    };
    const unit = isRefusal(merged) ? '' : merged.id;
    expect(await ofAccount()).toEqual([`${a} 2026-11-22 2026-12-31`, `${unit} 2027-01-01 2027-06-30`]);
    await closeUnit(town, { unit, lastDay: '2027-03-31' });
    expect(await ofAccount()).toEqual([`${a} 2026-11-22 2026-12-31`, `${unit} 2027-01-01 2027-03-31`]);
  });
});
