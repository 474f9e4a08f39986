import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenRegister } from './given-register.ts';
import { regionId, tellBodies } from './index.ts';

const { runtime } = await givenRegister();
const today = Temporal.PlainDate.from('2026-11-22');
const tell = (...bodies: string[]) =>
  runtime.database.transaction('read', (tx) => tellBodies(tx, '06', bodies, today), {
    program: 'watch-agreements',
    now: runtime.clock.now(),
  });
const BODY = 'strategigrupp-psykiatri-missbruk';
const acting = (body: string) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ account: string }>`select account_id as account from assignment
      where county_code = '06' and body = ${body} and valid @> ${today}::date`.execute(tx);
    return rows.map(({ account }) => account);
  });

test('everyone who can act for a body is told, once, also when they have no seat there', async () => {
  await runtime.database.asOwner((tx) => sql`update seat set account_id = null where body = ${BODY}`.execute(tx));
  const can = await acting(BODY);
  expect(can.length).toBeGreaterThan(0);
  expect(await tell(BODY, BODY)).toEqual([{ accounts: [...new Set(can)].toSorted() }]);
});

test('what a body should know that nobody acts in, the registrar of the region is told, beside those of other bodies', async () => {
  const registrar = { role: 'registrar', organisation: regionId('06') };
  expect(await tell('ingen', 'ingen-annan')).toEqual([registrar]);
  expect(await tell('ingen', BODY)).toEqual([{ accounts: expect.any(Array) }, registrar]);
  expect(await tell()).toEqual([]);
});
