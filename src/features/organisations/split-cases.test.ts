import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { stableId } from '../../platform/index.ts';
import { endAssignment, giveAssignment, readAccounts } from '../access/index.ts';
import { municipalityId } from './ensure-organisations.ts';
import { givenRegister } from './given-register.ts';
import { splitUnit } from './split-unit.ts';

const { app, runtime, clock, town } = await givenRegister();
const organisation = municipalityId('0604');
/** The unit of Aneby's social services, and nobody else's person of its. */
const unit = stableId('demo:SE2321000000-U0605');
const ONLY_HERE = stableId('demo:contact:06:enskild-1:SE2321000000-U0606');

const reached = async (account: string, as = ''): Promise<number> => {
  const { secret } = getLogin(await givenActor(app, runtime, account, as));
  return runtime.database.transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
      tx,
    );
    return (await sql`select from person`.execute(tx)).rows.length;
  });
};

test('people whom only one unit works with are reached from the part of its split that takes the cases, and from no other part', async () => {
  await runtime.database.asOwner((tx) => sql`update case_contact set valid = 'empty' where id = ${ONLY_HERE}`.execute(tx));
  const before = await reached('handlaggare-aneby-06');
  expect(before).toBeGreaterThan(0);
  const from = '2026-12-01';
  const split = await splitUnit(town, { unit, names: ['Norr', 'Söder'], cases: 'söder', from });
  if (isRefusal(split)) throw new Error();
  const people = await readAccounts(town, { organisation });
  if (isRefusal(people)) throw new Error();
  const accountOf = (role: string, at?: string) =>
    people.assignments.find((one) => one.role === role && (at === undefined || one.unit_id === at))?.account_id ?? '';
  const [norr = '', soder = ''] = split.ids;
  const give = (account: string, at: string) =>
    giveAssignment(town, { account, organisation, role: 'municipal-case-worker', unit: at, from });
  expect(isRefusal(await give(accountOf('municipal-case-worker', unit), soder))).toBe(false);
  expect(isRefusal(await give(accountOf('registrar'), norr))).toBe(false);
  const registrar = people.assignments.find(({ role }) => role === 'registrar');
  await endAssignment(town, { assignment: registrar?.id ?? '', lastDay: '2026-11-30' });
  clock.moveTo('2026-11-30');
  expect(await reached('handlaggare-aneby-06')).toBe(before);
  clock.moveTo(from);
  expect(await reached('handlaggare-aneby-06')).toBe(before);
  expect(await reached('registrator-aneby-06')).toBe(0);
});
