import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId } from '../../platform/index.ts';
import { stateGround } from './state-ground.ts';

test('a key that became one ground is never taken for another, nor for that of somebody else', async () => {
  const clock = givenClock('2026-11-22');
  const app = await givenApp({ login: true, clock });
  const runtime = { database: await givenDatabase(), clock };
  const scopeOf = async (account: string) => ({ runtime, actor: await givenActor(app, runtime, account) });
  const [ours, theirs] = [await scopeOf('strategigrupp-20'), await scopeOf('tjansteledning-avesta-20')];
  const key = newId(clock.now());
  const said = { key, slug: 'dalarna-missbruk-beroende-2021', on: '2024-06-01', outcome: 'Den hade börjat.', documented: 'RD 2024/1' };
  const rows = () =>
    runtime.database.asOwner(
      async (tx) => (await sql`select kind from agreement_act where slug = ${said.slug} order by kind`.execute(tx)).rows,
    );
  const first = await stateGround(ours, { ...said, fact: 'evaluation-begun' });
  if (isRefusal(first)) throw new Error(first.code);
  const before = await rows();
  expect(await stateGround(ours, { ...said, fact: 'evaluation-begun' })).toEqual(first);
  expect(await stateGround(ours, { ...said, fact: 'revision-begun' })).toMatchObject({ code: 'key-taken' });
  expect(await stateGround(ours, { ...said, outcome: 'Något annat.', fact: 'evaluation-begun' })).toMatchObject({ code: 'key-taken' });
  expect(await stateGround(theirs, { ...said, fact: 'evaluation-begun' })).toMatchObject({ code: 'key-taken' });
  expect(await rows()).toEqual(before);
});
