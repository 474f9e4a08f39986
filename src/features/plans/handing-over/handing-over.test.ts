import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ANEBY, get, REGION, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, givenCalling, html, onwards, opened, opens, owner, unit, WORKER } from '../calling/given-calling.ts';
import { accountOf, established } from '../following/given-following.ts';

beforeAll(givenCalling);

const overallOf = async (plan: string) => {
  const { rows } = await owner(sql<{ organisation: string; now: boolean }>`
    select organisation_id as organisation, upper_inf(valid) as now from plan_overall where plan_id = ${plan} order by valid`);
  return rows;
};
const idOf = async (plan: string) =>
  (await owner(sql<{ id: string }>`select id from plan_hand_over where plan_id = ${plan}`)).rows[0]?.id ?? '';

/** A question to the psychiatry to answer for the whole of a plan. */
async function offered(): Promise<{ plan: string; path: string }> {
  const { plan } = await established();
  await opens(plan, ['identity', 'measures', 'goals']);
  const key = randomUUID();
  const form = { key, unit: unit['psykiatrisk-oppenvard'] ?? '', reason: 'Behandlingen är det mesta nu' };
  for (const _ of [1, 2]) expect((await send(`/planer/${plan}/overlamning`, form, WORKER)).status).toBe(303);
  onwards(1);
  return { plan, path: `/planer/${plan}/overlamning/${await idOf(plan)}` };
}

describe('the answer for the whole of a plan', () => {
  test('goes to another huvudman when it accepts and not before, and the coordinator with it', async () => {
    const { plan, path } = await offered();
    expect(await overallOf(plan)).toEqual([{ organisation: ANEBY, now: true }]);
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain('ber er ta över ansvaret');
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    for (const _ of [1, 2])
      expect(
        (await send(path, { answer: 'accepted', coordinator, substitute: '', reason: '' }, CLINICIAN)).headers.get('location'),
      ).toContain(plan);
    expect(await overallOf(plan)).toEqual([
      { organisation: ANEBY, now: false },
      { organisation: REGION, now: true },
    ]);
    const { rows } = await owner(sql<{ account: string }>`select account_id as account from plan_duty
      where plan_id = ${plan} and sort = 'coordinator' order by at desc limit 1`);
    expect(rows).toEqual([{ account: coordinator }]);
    expect((await get(`/planer/${plan}/avsluta`, WORKER)).status).toBe(404);
    expect((await get(`/planer/${plan}/avsluta`, CLINICIAN)).status).toBe(200);
    const { rows: told } = await owner(sql<{ n: number }>`select count(distinct kind)::int as n from outbox
      where params->>'plan' = ${plan} and kind like 'plan-hand-over-%'`);
    expect(told).toEqual([{ n: 2 }]);
  });

  test('stays when it declines, which takes a reason, or when the question is taken back', async () => {
    const { plan, path } = await offered();
    expect((await send(path, { answer: 'declined', coordinator: '', substitute: '', reason: '' }, CLINICIAN)).status).toBe(422);
    expect((await send(path, { answer: 'declined', coordinator: '', substitute: '', reason: 'Vi avslutar snart' }, CLINICIAN)).status).toBe(
      303,
    );
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Vi avslutar snart');
    expect(await overallOf(plan)).toEqual([{ organisation: ANEBY, now: true }]);
    const again = await offered();
    expect((await send(`${again.path}/ta-tillbaka`, {}, WORKER)).status).toBe(303);
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    expect((await send(again.path, { answer: 'accepted', coordinator, substitute: '', reason: '' }, CLINICIAN)).status).toBe(404);
    expect(await overallOf(again.plan)).toEqual([{ organisation: ANEBY, now: true }]);
  });

  test('is asked of one at a time, that takes part for another huvudman, in an established plan', async () => {
    const { plan } = await offered();
    const form = { key: randomUUID(), unit: unit['psykiatrisk-oppenvard'] ?? '', reason: 'En gång till' };
    expect((await send(`/planer/${plan}/overlamning`, form, WORKER)).status).toBe(409);
    const other = await established();
    for (const to of [unit['individ-familjeomsorg'], unit.primarvard])
      expect((await send(`/planer/${other.plan}/overlamning`, { ...form, key: randomUUID(), unit: to ?? '' }, WORKER)).status).toBe(422);
    expect((await get(`/planer/${await opened()}/overlamning`, WORKER)).status).toBe(404);
  });

  test('is not accepted by those who asked, nor with somebody of theirs as coordinator', async () => {
    const { plan, path } = await offered();
    const [own, theirs] = [await accountOf('individ-familjeomsorg'), await accountOf('psykiatrisk-oppenvard')];
    expect((await send(path, { answer: 'accepted', coordinator: theirs, substitute: '', reason: '' }, WORKER)).status).toBe(404);
    expect((await send(path, { answer: 'accepted', coordinator: own, substitute: '', reason: '' }, CLINICIAN)).status).toBe(422);
    expect(await overallOf(plan)).toEqual([{ organisation: ANEBY, now: true }]);
  });
});
