import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { deactivateAccount, endAssignment, giveAssignment, openAccount, readAccounts } from '../access/index.ts';
import { closeUnit } from './close-unit.ts';
import { municipalityId, regionId } from './ensure-organisations.ts';
import { exportUnits } from './export-units.ts';
import { givenRegister } from './given-register.ts';
import { importUnits, previewImport } from './import-units.ts';
import { mergeUnits } from './merge-units.ts';
import { moveUnit } from './move-unit.ts';
import { splitUnit } from './split-unit.ts';
import { listUnits, lockForChange } from './units.sql.ts';

const { app, runtime, town, county, organisationOf, givenUnit } = await givenRegister();
const everything = () => everythingIn(runtime);

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

  test('are known by their HSA-id however it is typed: no second account is opened for the same', async () => {
    await given('Ab9');
    const again = await openAccount(town, { organisation, name: 'Provia', hsaId: hsaId('aB9').toLowerCase() });
    expect(again).toMatchObject({ code: 'account-exists' });
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
    expect(await endAssignment(town, { assignment: deputyFor, lastDay: '2026-12-31' })).toMatchObject({ code: 'already-closed' });
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

  const held = async (account: string) => {
    const people = await readAccounts(town, { organisation });
    return isRefusal(people) ? [] : people.assignments.filter(({ account_id }) => account_id === account);
  };
  const actsOf = async (id: string) => {
    const { rows } = await runtime.database.asOwner((tx) =>
      sql<{ kind: string }>`select kind from act where subject_id = ${id} order by kind`.execute(tx),
    );
    return rows.map(({ kind }) => kind);
  };
  const participantIn = async (unit: string, account: string, more: object = {}) => {
    const done = await giveAssignment(town, { account, role: 'participant', organisation, unit, from: '2026-11-22', ...more });
    if (isRefusal(done)) throw new Error((done as Refusal).code);
    return done.id;
  };

  test('act in a unit on no other days than the unit’s own', async () => {
    const account = await given('5');
    const unit = await givenUnit();
    await closeUnit(town, { unit, lastDay: '2027-03-31' });
    const give = (more: object) => giveAssignment(town, { account, role: 'participant', organisation, unit, from: '2026-11-22', ...more });
    const before = await everything();
    expect(await give({})).toMatchObject({ code: 'unit-closes-before', params: { last: '2027-03-31' } });
    expect(await give({ to: '2027-04-01' })).toMatchObject({ code: 'unit-closes-before' });
    expect(await give({ from: '2027-04-01' })).toMatchObject({ code: 'unit-not-of-organisation' });
    expect(await everything()).toBe(before);
    expect(isRefusal(await give({ to: '2027-03-31' }))).toBe(false);
  });

  test('who are to begin in a unit keep it from closing, being moved, split or merged before, and are named', async () => {
    const account = await given('6');
    const [unit, other] = [await givenUnit(), await givenUnit()];
    await participantIn(unit, account, { from: '2027-06-01' });
    const before = await everything();
    const from = '2027-06-01';
    const toCome = { code: 'assignments-to-come', params: { who: 'Provia', from: '2027-06-01' } };
    expect(await closeUnit(town, { unit, lastDay: '2027-05-31' })).toMatchObject(toCome);
    expect(await moveUnit(county, { unit, to: regionId('06'), from })).toMatchObject(toCome);
    expect(await splitUnit(town, { unit, names: ['A', 'B'], cases: 'A', from })).toMatchObject(toCome);
    expect(await mergeUnits(town, { parts: [other, unit], name: 'En', from })).toMatchObject(toCome);
    expect(await everything()).toBe(before);
    expect(isRefusal(await closeUnit(town, { unit, lastDay: '2027-06-01' }))).toBe(false);
    expect((await held(account)).map(({ to_day }) => `${to_day}`)).toEqual(['2027-06-01']);
  });

  test('are given in a unit only when who is changing it is done, and by what it became', async () => {
    const account = await given('7');
    const unit = await givenUnit();
    const give = () => giveAssignment(town, { account, role: 'participant', organisation, unit, from: '2026-11-22' });
    const answer = await runtime.database.asOwner(async (tx) => {
      await lockForChange(tx, [unit]);
      let done = false;
      const giving = give().finally(() => {
        done = true;
      });
      const waits = async () => (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(tx)).rows.length > 0;
      while (!done && !(await waits()));
      await sql`update unit_version set valid = daterange(lower(valid), '2027-04-01') where unit_id = ${unit}`.execute(tx);
      return { giving };
    });
    expect(await answer.giving).toMatchObject({ code: 'unit-closes-before', params: { last: '2027-03-31' } });
    expect(await held(account)).toEqual([]);
  });

  test('keep the longest of their assignments and whom they stand in for through a merge, each with a history of its own', async () => {
    const [account, deputy] = [await given('8'), await given('9')];
    const [a, b] = [await givenUnit('A'), await givenUnit('B')];
    const short = await participantIn(a, account, { to: '2027-02-28' });
    await participantIn(b, account);
    await participantIn(a, deputy, { deputyFor: short, to: '2027-02-28' });
    const merged = await mergeUnits(town, { parts: [a, b], name: 'AB', from: '2027-01-01' });
    const unit = isRefusal(merged) ? '' : merged.id;
    const [own] = (await held(account)).filter(({ unit_id }) => unit_id === unit);
    const [stands] = (await held(deputy)).filter(({ unit_id }) => unit_id === unit);
    expect(own?.to_day).toBe(null);
    expect([`${stands?.to_day}`, stands?.deputy_for]).toEqual(['2027-02-28', own?.id]);
    expect(await actsOf(short)).toEqual(['access.end-assignment', 'access.give-assignment']);
    expect(await actsOf(own?.id ?? '')).toEqual(['access.give-assignment']);
  });

  test('end with the unit by an act of their own', async () => {
    const account = await given('10');
    const [moved, split] = [await givenUnit(), await givenUnit()];
    const ids = [await participantIn(moved, account), await participantIn(split, account)];
    await moveUnit(county, { unit: moved, to: regionId('06'), from: '2027-01-01' });
    await splitUnit(town, { unit: split, names: ['A', 'B'], cases: 'A', from: '2027-01-01' });
    for (const id of ids) expect(await actsOf(id)).toEqual(['access.end-assignment', 'access.give-assignment']);
  });

  test('end with a unit that a file closes, by an act of their own, and a file closes none on days that are over or before they begin', async () => {
    const account = await given('12');
    const unit = await givenUnit('Ur fil');
    const assignment = await participantIn(unit, account, { to: '2027-01-31' });
    const exported = await exportUnits(town, {});
    const [head = '', ...rows] = (isRefusal(exported) ? '' : exported.csv).split('\r\n');
    const row = rows.find((one) => one.startsWith(unit)) ?? '';
    const closing = async (lastDay: string) => {
      const text = `${head}\r\n${row.slice(0, row.lastIndexOf(';') + 1)}${lastDay}\r\n`;
      const preview = await previewImport(town, { text });
      return isRefusal(preview) || preview.faults.length > 0 ? preview : importUnits(town, { text, stamp: preview.stamp });
    };
    const before = await everything();
    expect(await closing('2026-11-20')).toMatchObject({ faults: [{ column: 'sista dag', code: 'day-has-passed' }] });
    expect(await closing('2026-11-21')).toMatchObject({ code: 'assignments-to-come' });
    expect(await everything()).toBe(before);
    expect(await closing('2026-12-31')).toEqual({ changes: 1 });
    expect((await held(account)).map(({ to_day }) => `${to_day}`)).toEqual(['2026-12-31']);
    expect(await actsOf(assignment)).toEqual(['access.end-assignment', 'access.give-assignment']);
  });

  test('neither get nor lose anything on days that are over', async () => {
    const account = await given('11');
    const [unit, other] = [await givenUnit(), await givenUnit()];
    const people = await readAccounts(town, { organisation });
    const old = isRefusal(people) ? undefined : people.assignments.find(({ role, to_day }) => role === 'log-reviewer' && !to_day);
    const assignment = old?.id ?? '';
    const past = { code: 'day-has-passed' };
    const before = await everything();
    expect(await giveAssignment(town, { account, role: 'registrar', organisation, from: '2026-11-21' })).toMatchObject(past);
    expect(await closeUnit(town, { unit, lastDay: '2026-11-20' })).toMatchObject(past);
    expect(await moveUnit(county, { unit, to: regionId('06'), from: '2026-11-21' })).toMatchObject(past);
    expect(await splitUnit(town, { unit, names: ['A', 'B'], cases: 'A', from: '2026-11-21' })).toMatchObject(past);
    expect(await mergeUnits(town, { parts: [unit, other], name: 'En', from: '2026-11-21' })).toMatchObject(past);
    expect(await endAssignment(town, { assignment, lastDay: '2026-11-20' })).toMatchObject(past);
    expect(await everything()).toBe(before);
    expect(isRefusal(await closeUnit(town, { unit: other, lastDay: '2026-11-21' }))).toBe(false);
    expect(isRefusal(await endAssignment(town, { assignment, lastDay: '2026-11-21' }))).toBe(false);
  });
});
