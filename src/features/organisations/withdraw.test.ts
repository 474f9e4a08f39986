import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { giveAssignment, openAccount, readAccounts, withdrawAssignment } from '../access/index.ts';
import { municipalityId } from './ensure-organisations.ts';
import { givenRegister } from './given-register.ts';
import { readSeats } from './read-organisations.ts';
import { seatMember } from './seat-member.ts';
import { withdrawSeat } from './withdraw-seat.ts';

const { runtime, town, county, givenScope } = await givenRegister();
const organisation = municipalityId('0604');

function idOf(answer: { id: string } | Refusal): string {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.id;
}

let nth = 0;
const givenPerson = async () => idOf(await openAccount(town, { organisation, name: 'Provia', hsaId: `SE2321000000-W${++nth}` }));
const registrar = async (account: string, from: string) => giveAssignment(town, { account, role: 'registrar', organisation, from });
const everything = () => everythingIn(runtime);

describe('an assignment that has not begun', () => {
  test('is taken back: it holds on no day, the act stays, and the same can be given again', async () => {
    const account = await givenPerson();
    const assignment = idOf(await registrar(account, '2027-01-01'));
    expect(isRefusal(await withdrawAssignment(town, { assignment }))).toBe(false);
    const people = await readAccounts(town, { organisation });
    expect(isRefusal(people) || people.assignments.filter(({ account_id }) => account_id === account)).toEqual([]);
    const { rows } = await runtime.database.asOwner((tx) =>
      sql`select a.kind, isempty(m.valid) as none, lower(m.withdrawn)::text as was from act a join assignment m on m.id = a.subject_id
        where a.subject_id = ${assignment} order by a.kind`.execute(tx),
    );
    const state = { none: true, was: '2027-01-01' };
    expect(rows).toEqual([
      { kind: 'access.give-assignment', ...state },
      { kind: 'access.withdraw-assignment', ...state },
    ]);
    expect(await withdrawAssignment(town, { assignment })).toMatchObject({ code: 'assignment-not-found' });
    expect(isRefusal(await registrar(account, '2027-01-01'))).toBe(false);
  });

  test('is not taken back once it has begun, by another organisation, nor by whoever has it', async () => {
    const account = await givenPerson();
    const begun = idOf(await registrar(account, '2026-11-22'));
    const coming = idOf(await registrar(await givenPerson(), '2027-01-01'));
    const own = idOf(await giveAssignment(county, { ...(await strategy()), from: '2027-01-01' }));
    const other = await givenScope('forvaltare-eksjo-06');
    const state = await everything();
    expect(await withdrawAssignment(town, { assignment: begun })).toMatchObject({ code: 'assignment-begun' });
    expect(await withdrawAssignment(other, { assignment: coming })).toMatchObject({ code: 'forbidden' });
    expect(await withdrawAssignment(town, { assignment: own })).toMatchObject({ code: 'forbidden' });
    expect(await everything()).toBe(state);
  });

  test('cannot be given life again, nor one that has begun be emptied, by SQL as the running program', async () => {
    const begun = idOf(await registrar(await givenPerson(), '2026-11-22'));
    const { secret } = getLogin(town.actor);
    const change = (how: ReturnType<typeof sql>) =>
      runtime.database.transaction('write', async (tx) => {
        await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${town.runtime.clock.now().toString()}, true)`.execute(
          tx,
        );
        await how.execute(tx);
      });
    await expect(change(sql`update assignment set withdrawn = valid, valid = 'empty' where id = ${begun}`)).rejects.toThrow(/row-level/);
    await expect(change(sql`update assignment set valid = 'empty' where id = ${begun}`)).rejects.toThrow(/assignment_days/);
  });
});

async function strategy() {
  const people = await readAccounts(town, { organisation });
  const account = isRefusal(people) ? '' : (people.staff[0]?.id ?? '');
  return { account, role: 'strategy-group', organisation, body: 'reko' } as const;
}

describe('a seat that has not begun', () => {
  test('is taken back and stands nowhere; one that has begun is not', async () => {
    const seat = { county: '06', body: 'strategigrupp-aldre', position: 'member', organisation, holder: 'Provia' } as const;
    const coming = idOf(await seatMember(county, { ...seat, from: '2027-01-01' }));
    expect(await withdrawSeat(town, { seat: coming })).toMatchObject({ code: 'forbidden' });
    expect(isRefusal(await withdrawSeat(county, { seat: coming }))).toBe(false);
    const held = await readSeats(county, { county: '06', on: '2027-01-01' });
    expect(isRefusal(held) || held.seats.some(({ id }) => id === coming)).toBe(false);
    const begun = idOf(await seatMember(county, { ...seat, from: '2026-11-22' }));
    expect(await withdrawSeat(county, { seat: begun })).toMatchObject({ code: 'seat-begun' });
  });
});
