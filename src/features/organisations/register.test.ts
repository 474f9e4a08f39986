import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { assignmentOf } from '../../domain/access/actor.ts';
import { whoIsItOn } from '../../domain/organisations/succession.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { deactivateAccount, giveAssignment, openAccount, readAccounts } from '../access/index.ts';
import { changeUnit } from './change-unit.ts';
import { closeUnit } from './close-unit.ts';
import { confirmContacts } from './confirm-contacts.ts';
import { endSeat } from './end-seat.ts';
import { municipalityId, regionId } from './ensure-organisations.ts';
import { exportUnits } from './export-units.ts';
import { givenRegister, reach, ways } from './given-register.ts';
import { importUnits, previewImport } from './import-units.ts';
import { mergeUnits } from './merge-units.ts';
import { moveUnit } from './move-unit.ts';
import { openOrganisation } from './open-organisation.ts';
import { openUnit } from './open-unit.ts';
import { readUnit } from './read-units.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { renameUnit } from './rename-unit.ts';
import { seatMember } from './seat-member.ts';
import { splitUnit } from './split-unit.ts';
import { stampOf } from './stamp.ts';
import { listSuccessions, listUnits } from './units.sql.ts';

const { app, runtime, town, county, givenScope, organisationOf, givenUnit } = await givenRegister();
const everything = () => everythingIn(runtime);

async function stampNow(id: string): Promise<string> {
  const [unit] = await runtime.database.transaction('read', (tx) => listUnits(tx, { ids: [id] }));
  return stampOf(unit);
}

/** Every act on the register, in a way that its own administrator could do it. */
async function everyAct(unit: string, other: string): Promise<Record<string, (scope: Scope) => Promise<unknown>>> {
  const from = '2027-01-01';
  const aneby = municipalityId('0604');
  return {
    openUnit: (scope) => openUnit(scope, { organisation: aneby, name: 'Ny', from, ...reach, ways }),
    renameUnit: (scope) => renameUnit(scope, { unit, name: 'Annat', from }),
    changeUnit: (scope) => changeUnit(scope, { unit, ...reach, ages: { from: 0 }, from }),
    mergeUnits: (scope) => mergeUnits(scope, { parts: [unit, other], name: 'En', from }),
    splitUnit: (scope) => splitUnit(scope, { unit, names: ['A', 'B'], cases: 'A', from }),
    closeUnit: (scope) => closeUnit(scope, { unit, lastDay: from }),
    confirmContacts: (scope) => confirmContacts(scope, { unit, ways }),
    renameOrganisation: (scope) => renameOrganisation(scope, { organisation: aneby, name: 'Annat', from }),
    openAccount: (scope) => openAccount(scope, { organisation: aneby, name: 'X', hsaId: 'SE2321000000-X1' }),
    deactivateAccount: (scope) => deactivateAccount(scope, { account: stableAccount(scope) }),
    giveAssignment: (scope) => giveAssignment(scope, { account: stableAccount(scope), role: 'registrar', organisation: aneby, from }),
  };
}

/** Somebody of Aneby who is not the one who asks. */
let someone = '';
const stableAccount = (_: Scope) => someone;

describe('who may not', () => {
  const strangers: [string, string][] = [
    ['forvaltare-eksjo-06', 'the administrator of another municipality'],
    ['forvaltare-region-06', 'the administrator of the region'],
    ['forvaltare-lanet-06', 'the administrator of the county'],
    ['handlaggare-aneby-06', 'a case worker of the municipality'],
    ['loggranskare-aneby-06', 'a log reviewer of the municipality'],
  ];

  test.each(strangers)('%s (%s) is refused every act on what is Aneby’s, and nothing changes', async (account) => {
    const people = await readAccounts(town, { organisation: organisationOf(town) });
    someone = isRefusal(people) ? '' : (people.staff[0]?.id ?? '');
    const acts = await everyAct(await givenUnit(), await givenUnit('En till'));
    const scope = await givenScope(account);
    const before = await everything();
    for (const [name, act] of Object.entries(acts)) {
      expect(await act(scope), name).toMatchObject({ refused: true, code: 'forbidden' });
    }
    expect(await everything()).toBe(before);
  });

  test('the administrator of a municipality is refused what is the county’s', async () => {
    const seat = { county: '06', body: 'reko', position: 'chair', organisation: regionId('06'), holder: 'X', from: '2026-01-01' } as const;
    const before = await everything();
    expect(await seatMember(town, seat)).toMatchObject({ code: 'forbidden' });
    expect(await openOrganisation(town, { county: '06', kind: 'private-provider', name: 'X', from: '2026-01-01' })).toMatchObject({
      code: 'forbidden',
    });
    expect(await openOrganisation(county, { county: '20', kind: 'private-provider', name: 'X', from: '2026-01-01' })).toMatchObject({
      code: 'forbidden',
    });
    expect(await seatMember(county, { ...seat, county: '20' })).toMatchObject({ code: 'forbidden' });
    expect(await everything()).toBe(before);
  });

  test('a unit manager confirms the contacts of the own unit and of no other', async () => {
    const manager = await givenScope('enhetschef-aneby-06');
    const own = assignmentOf(manager.actor)?.unit?.id ?? '';
    expect(isRefusal(await confirmContacts(manager, { unit: own, ways }))).toBe(false);
    expect(await confirmContacts(manager, { unit: await givenUnit(), ways })).toMatchObject({ code: 'forbidden' });
  });
});

describe('what cannot be', () => {
  const from = '2027-01-01';
  const refusals: [string, (unit: string) => Promise<unknown>][] = [
    ['nothing-changed', (unit) => renameUnit(town, { unit, name: 'Enheten', from })],
    ['change-not-after-last', (unit) => renameUnit(town, { unit, name: 'Ny', from: '2026-01-01' })],
    ['change-not-after-last', (unit) => closeUnit(town, { unit, lastDay: '2025-12-31' })],
    ['unit-not-found', () => renameUnit(town, { unit: regionId('06'), name: 'Ny', from })],
    ['unit-kind-unknown', (unit) => changeUnit(town, { unit, ...reach, kind: 'okand', from })],
    ['municipality-not-of-county', (unit) => changeUnit(town, { unit, ...reach, serves: ['2080'], from })],
    ['ages-backwards', (unit) => changeUnit(town, { unit, ...reach, ages: { from: 20, to: 10 }, from })],
    ['organisation-of-other-county', (unit) => moveUnit(county, { unit, to: municipalityId('2080'), from })],
    ['merge-needs-two', (unit) => mergeUnits(town, { parts: [unit, unit], name: 'En', from })],
    ['split-needs-two', (unit) => splitUnit(town, { unit, names: ['A'], cases: 'A', from })],
    ['no-contact', (unit) => confirmContacts(town, { unit, ways: { ...ways, phone: '' } })],
    ['changed-meanwhile', (unit) => renameUnit(town, { unit, seen: 'old', name: 'Ny', from })],
    [
      'hsa-id-taken',
      () => openUnit(town, { organisation: municipalityId('0604'), name: 'X', hsaId: 'SE2321000000-U0601', from, ...reach, ways }),
    ],
    ['input-invalid', (unit) => renameUnit(town, { unit, name: '', from: '2026-02-30' })],
  ];

  test.each(refusals)('is refused with %s, and nothing changes (%#)', async (code, act) => {
    const unit = await givenUnit();
    const before = await everything();
    expect(await act(unit)).toMatchObject({ refused: true, code });
    expect(await everything()).toBe(before);
  });

  test('is a faulty file: not one of its sound rows is done either', async () => {
    const exported = await exportUnits(town, {});
    const head = isRefusal(exported) ? '' : exported.csv.split('\r\n')[0];
    const text = `${head}\n;;Sund;individ-familjeomsorg;0604;0;;;;;;;2026-12-01;\n;;Osund;fel;0604;0;;;;;;;2026-12-01;`;
    const before = await everything();
    const preview = await previewImport(town, { text });
    expect(preview).toMatchObject({ faults: [{ row: 3, column: 'sort', code: 'unknown-kind' }], changes: [] });
    expect(await importUnits(town, { text, stamp: isRefusal(preview) ? '' : preview.stamp })).toMatchObject({ code: 'import-faulty' });
    expect(await everything()).toBe(before);
  });
});

describe('two at once', () => {
  test('of two who change the same unit as they saw it, one is told that somebody was before, and nothing of the other is lost', async () => {
    const unit = await givenUnit();
    const seen = await stampNow(unit);
    const answers = await Promise.all([
      renameUnit(town, { unit, seen, name: 'Ett', from: '2027-01-01' }),
      changeUnit(town, { unit, seen, ...reach, ages: { from: 0 }, from: '2027-01-01' }),
    ]);
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : 'done')).sort()).toEqual(['changed-meanwhile', 'done']);
    const [after] = await runtime.database.transaction('read', (tx) => listUnits(tx, { ids: [unit] }));
    expect(after?.versions.length).toBe(2);
  });

  test('two merges that share a part: the unit becomes part of one of them', async () => {
    const [a, b, c] = [await givenUnit('A'), await givenUnit('B'), await givenUnit('C')];
    const merge = (parts: string[]) => mergeUnits(town, { parts, name: 'En', from: '2027-01-01' });
    const answers = await Promise.all([merge([a, b]), merge([b, c])]);
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : 'done')).sort()).toEqual(['already-closed', 'done']);
    const all = await runtime.database.transaction('read', listSuccessions);
    expect(all.filter(({ from }) => from === b).length).toBe(1);
  });

  test('two chairs of the same body: one of them gets the seat', async () => {
    const sitting = {
      county: '06',
      body: 'strategigrupp-barn-unga',
      position: 'chair',
      organisation: regionId('06'),
      from: '2026-01-01',
    } as const;
    const other = (holder: string) => seatMember(county, { ...sitting, holder });
    const answers = await Promise.all([other('Ett'), other('Två')]);
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : 'done')).sort()).toEqual(['done', 'seat-taken']);
    const done = answers.find((answer): answer is { id: string } => !isRefusal(answer));
    expect(await endSeat(county, { seat: done?.id ?? '', lastDay: '2025-01-01' })).toMatchObject({ code: 'ends-before-it-begins' });
    expect(isRefusal(await endSeat(county, { seat: done?.id ?? '', lastDay: '2026-12-31' }))).toBe(false);
    expect(await endSeat(county, { seat: done?.id ?? '', lastDay: '2026-12-30' })).toMatchObject({ code: 'already-closed' });
  });
});

describe('the register', () => {
  test('is read in again as it was exported without a change, and the stamp of another state is refused', async () => {
    const exported = await exportUnits(town, {});
    const csv = isRefusal(exported) ? '' : exported.csv;
    expect(await previewImport(town, { text: csv })).toMatchObject({ changes: [], faults: [] });
    const text = `${csv};SE2321000000-R1;Rad;individ-familjeomsorg;0604;0;;;;;;;2026-12-01;\r\n`;
    const preview = await previewImport(town, { text });
    if (isRefusal(preview)) throw new Error(preview.code);
    await givenUnit('Emellan');
    expect(await importUnits(town, { text, stamp: preview.stamp })).toMatchObject({ code: 'changed-meanwhile' });
    const again = await previewImport(town, { text });
    expect(await importUnits(town, { text, stamp: isRefusal(again) ? '' : again.stamp })).toEqual({ changes: 1 });
  });

  test('keeps in the act what the contacts of a file became, since they are changed in place', async () => {
    const unit = await givenUnit('Med telefon');
    const exported = await exportUnits(town, {});
    const csv = isRefusal(exported) ? '' : exported.csv;
    const [head = '', ...rows] = csv.split('\r\n');
    const own = rows.find((row) => row.startsWith(unit)) ?? '';
    const text = `${head}\r\n${own.replace('070-174 06 90', '070-174 06 91')}\r\n`;
    const preview = await previewImport(town, { text });
    expect(await importUnits(town, { text, stamp: isRefusal(preview) ? '' : preview.stamp })).toEqual({ changes: 1 });
    const { rows: acts } = await runtime.database.asOwner((tx) =>
      sql<{ content: object }>`select content from act where subject_id = ${unit} and kind = 'organisations.import-units'`.execute(tx),
    );
    expect(acts.map(({ content }) => content)).toEqual([{ what: 'contacts', contacts: ['phone: 070-174 06 91'], opening: '' }]);
  });

  test('says who a unit is on a day by SQL as the rule does, and its page does', async () => {
    const unit = await givenUnit();
    await splitUnit(town, { unit, names: ['Norr', 'Söder'], cases: 'Norr', from: '2027-01-01' });
    const all = await runtime.database.transaction('read', listSuccessions);
    for (const day of ['2026-06-01', '2026-12-31', '2027-01-01', '2030-01-01']) {
      const { rows } = await runtime.database.transaction('read', (tx) =>
        sql<{ id: string }>`select unit_on(${unit}, ${day}::date) as id`.execute(tx),
      );
      const expected = whoIsItOn(unit, all, Temporal.PlainDate.from(day)).sort();
      expect(rows.map(({ id }) => id).sort()).toEqual(expected);
      const read = await readUnit(town, { id: unit, on: day });
      expect(isRefusal(read) ? [] : read.is.map(({ id }) => id).sort()).toEqual(expected);
    }
  });

  test('can be neither deleted from nor rewritten by the program, and the number of its changes not be touched', async () => {
    const tries = ['delete from unit', "update unit_version set name = 'x'", 'update catalogue set revision = 0', 'delete from act'];
    for (const text of tries) {
      const attempt = runtime.database.transaction('write', (tx) => sql.raw(text).execute(tx));
      await expect(attempt, text).rejects.toThrow(/permission denied/);
    }
  });

  test('gives the contact of the unit that serves the place, the age and the day', async () => {
    const open = {
      organisation: organisationOf(town),
      name: 'Ungdomsteamet',
      from: '2027-01-01',
      ...reach,
      ages: { from: 13, to: 25 },
      ways,
    };
    await openUnit(town, open);
    const contacts = async (situation: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await app.request('/api/v1/navigator', { method: 'POST', headers, body: JSON.stringify(situation) });
      return JSON.stringify(await answer.json());
    };
    const place = { municipality: '0604', date: '2027-02-01' };
    expect(await contacts({ ...place, age: 17 })).toContain('Ungdomsteamet');
    expect(await contacts({ ...place, age: 45 })).not.toContain('Ungdomsteamet');
    expect(await contacts({ ...place, date: '2026-12-31', age: 17 })).not.toContain('Ungdomsteamet');
    expect(await contacts({ ...place, municipality: '0686', age: 17 })).not.toContain('Ungdomsteamet');
  });
});
