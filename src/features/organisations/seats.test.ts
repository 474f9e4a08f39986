import { describe, expect, test } from 'vitest';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { endAssignment, readAccounts } from '../access/index.ts';
import { endSeat } from './end-seat.ts';
import { municipalityId, regionId } from './ensure-organisations.ts';
import { givenRegister } from './given-register.ts';
import { findSeatHolders, findSeatsOfAccount } from './index.ts';
import { seatMember } from './seat-member.ts';

const { app, runtime, town, county } = await givenRegister();
const aneby = municipalityId('0604');
const everything = () => everythingIn(runtime);
const day = (text: string) => Temporal.PlainDate.from(text);
const holders = (body: string, on: string) => runtime.database.transaction('read', (tx) => findSeatHolders(tx, '06', body, day(on)));
const seatsOf = (account: string, on: string) => runtime.database.transaction('read', (tx) => findSeatsOfAccount(tx, account, day(on)));

const assignments = async (organisation: string) => {
  const people = await readAccounts(town, { organisation });
  return isRefusal(people) ? [] : people.assignments;
};
const accountOf = async (role: string) => (await assignments(aneby)).find((one) => one.role === role)?.account_id ?? '';
const base = { county: '06', body: 'strategigrupp-aldre', position: 'member', organisation: aneby, from: '2026-11-22' } as const;

describe('a seat', () => {
  test('leads to the account that acts from it, and the account to its seats, on each of its days and no other', async () => {
    const account = await accountOf('registrar');
    const seated = await seatMember(county, { ...base, holder: 'Provia', account, to: '2026-12-31' });
    if (isRefusal(seated)) throw new Error((seated as Refusal).code);
    const held = { id: seated.id, body: base.body, position: 'member', organisation: aneby, account, holder: 'Provia' };
    expect(await holders(base.body, '2026-12-31')).toEqual([held]);
    expect(await holders(base.body, '2027-01-01')).toEqual([]);
    expect((await seatsOf(account, '2026-11-22')).map(({ id }) => id)).toEqual([seated.id]);
    expect(await seatsOf(account, '2026-11-21')).toEqual([]);
  });

  test('may have a holder without an account, and then nobody acts from it', async () => {
    const seated = await seatMember(county, { ...base, holder: 'Utan Konto' });
    if (isRefusal(seated)) throw new Error((seated as Refusal).code);
    expect((await holders(base.body, '2027-02-01')).map(({ account }) => account)).toEqual([null]);
    expect(isRefusal(await endSeat(county, { seat: seated.id, lastDay: '2027-03-31' }))).toBe(false);
    expect(await holders(base.body, '2027-04-01')).toEqual([]);
  });

  test('is connected to nobody who does not act at its organisation on its first day, and to nobody by themselves', async () => {
    const of = await accountOf('quality-manager');
    const own = county.actor.kind === 'staff' ? county.actor.login.account : '';
    const [assignment] = (await assignments(aneby)).filter(({ account_id }) => account_id === of);
    await endAssignment(town, { assignment: assignment?.id ?? '', lastDay: '2026-12-31' });
    const before = await everything();
    const elsewhere = { code: 'seat-account-elsewhere' };
    expect(await seatMember(county, { ...base, holder: 'A', account: of, organisation: regionId('06') })).toMatchObject(elsewhere);
    expect(await seatMember(county, { ...base, holder: 'A', account: of, from: '2027-01-01' })).toMatchObject(elsewhere);
    expect(await seatMember(county, { ...base, holder: 'A', account: own, organisation: regionId('06') })).toMatchObject({
      code: 'own-account',
    });
    expect(await everything()).toBe(before);
  });

  test('tells the public who holds it and never which account', async () => {
    const account = await accountOf('registrar');
    const told = await (await app.request('http://localhost/api/v1/counties/06/seats?on=2026-12-01')).text();
    expect(told).toContain('Provia');
    expect(told).not.toContain(account);
  });

  test('is held in the demonstration by accounts of both huvudmän, as chair and as vice chair', async () => {
    for (const body of ['reko', 'strategigrupp-psykiatri-missbruk']) {
      const found = await holders(body, '2026-11-22');
      expect(found.map(({ position }) => position)).toEqual(['chair', 'vice-chair']);
      expect(found.every(({ account }) => account !== null)).toBe(true);
      expect(new Set(found.map(({ organisation }) => organisation)).size).toBe(2);
    }
    for (const body of ['valfardsradet', 'lanschefsnatverket']) {
      const found = await runtime.database.transaction('read', (tx) => findSeatHolders(tx, '20', body, day('2026-11-22')));
      expect(found.map(({ position, account }) => [position, account !== null])).toEqual([
        ['chair', true],
        ['vice-chair', true],
      ]);
    }
  });
});
