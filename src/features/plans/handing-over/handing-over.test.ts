import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ANEBY, get, REGION, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, call, calling, givenCalling, html, onwards, opened, opens, owner, unit, WORKER } from '../calling/given-calling.ts';
import { accountOf, established } from '../following/given-following.ts';

beforeAll(givenCalling);

const overallOf = async (plan: string) => {
  const { rows } = await owner(sql<{ organisation: string; now: boolean }>`
    select organisation_id as organisation, upper_inf(valid) as now from plan_overall where plan_id = ${plan} order by valid`);
  return rows;
};
const idOf = async (plan: string) =>
  (await owner(sql<{ id: string }>`select id from plan_hand_over where plan_id = ${plan}`)).rows[0]?.id ?? '';

const CARRIED_OUT = ['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis'];
/** Lets the psychiatry read these kinds of an established plan; all of it unless it is said otherwise. */
async function opensEstablished(plan: string, kinds = CARRIED_OUT) {
  await opens(plan, kinds, 'carrying-out');
  await opens(plan, ['follow-up'], 'following-up');
}

/** A question to the psychiatry to answer for the whole of a plan. */
async function offered(kinds = CARRIED_OUT): Promise<{ plan: string; path: string; measure: string }> {
  const { plan, measure } = await established();
  await opensEstablished(plan, kinds);
  const key = randomUUID();
  const form = { key, unit: unit['psykiatrisk-oppenvard'] ?? '', reason: 'Behandlingen är det mesta nu' };
  for (const _ of [1, 2]) expect((await send(`/planer/${plan}/overlamning`, form, WORKER)).status).toBe(303);
  onwards(1);
  return { plan, measure, path: `/planer/${plan}/overlamning/${await idOf(plan)}` };
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

  test('is not accepted by those who may not read all of it, who are told what is shut and whom to ask', async () => {
    const { plan, path } = await offered(['identity', 'measures', 'goals']);
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    const form = { answer: 'accepted', coordinator, substitute: '', reason: '' };
    for (const page of [await html(`/planer/${plan}`, CLINICIAN), await html(path, CLINICIAN)]) expect(page).toContain('Krisplan');
    const refused = await send(path, form, CLINICIAN);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Behov och läge');
    expect(await overallOf(plan)).toEqual([{ organisation: ANEBY, now: true }]);
    await opensEstablished(plan);
    expect((await send(path, form, CLINICIAN)).status).toBe(303);
  });
});

describe('who leads a plan', () => {
  test('is the unit that has accepted: it makes new versions, calls and decides, and those who keep the record do not', async () => {
    const { plan, path, measure } = await offered();
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    expect((await send(path, { answer: 'accepted', coordinator, substitute: '', reason: '' }, CLINICIAN)).status).toBe(303);
    onwards(1);
    const said = { measure, seen: '1', need: 'Sova', what: 'Ge stöd hemma två gånger', unit: unit['individ-familjeomsorg'] ?? '' };
    const words = { ...said, who: 'Alva Provdal', ownPart: '', starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' };
    const version = { reason: 'Mer stöd', notAsked: 'Personen ville inte svara' };
    for (const act of ['uppratta', 'ansvar', 'kalla', 'enheter', 'mote'])
      expect((await get(`/planer/${plan}/${act}`, WORKER)).status).toBe(404);
    expect((await send(`/planer/${plan}/insats/${measure}`, words, CLINICIAN)).status).toBe(303);
    expect((await send(`/planer/${plan}/uppratta`, version, WORKER)).status).toBe(404);
    const made = await send(`/planer/${plan}/uppratta`, version, CLINICIAN);
    expect(made.status, await made.text()).toBe(303);
    const { rows } = await owner(sql<{ organisation: string; copies: number }>`select v.organisation_id as organisation,
        (select count(*)::int from plan_copy c where c.version_id = v.id) as copies from plan_version v where v.plan_id = ${plan} order by v.number`);
    expect(rows.map(({ organisation }) => organisation)).toEqual([ANEBY, REGION]);
    expect(rows[1]?.copies).toBe(3);
    expect((await get(`/planer/${plan}/mote`, CLINICIAN)).status).toBe(200);
    const called = calling({ 'unit-1': unit['individ-familjeomsorg'] ?? '' });
    expect((await call(plan, called, WORKER)).status).toBe(404);
    expect((await call(plan, called, CLINICIAN)).status).toBe(303);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('leder planen');
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain('Ni leder planen');
  });

  test('has nothing of what is done of the record: consents stay with those who keep it', async () => {
    const { plan, path } = await offered();
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    await send(path, { answer: 'accepted', coordinator, substitute: '', reason: '' }, CLINICIAN);
    onwards(1);
    for (const page of ['samtycke', 'beslut']) {
      expect((await get(`/planer/${plan}/${page}`, CLINICIAN)).status).toBe(404);
      expect((await get(`/planer/${plan}/${page}`, WORKER)).status).toBe(200);
    }
  });

  test('makes no version when something is shut to them again, and hands it back', async () => {
    const { plan, path } = await offered();
    const coordinator = await accountOf('psykiatrisk-oppenvard');
    await send(path, { answer: 'accepted', coordinator, substitute: '', reason: '' }, CLINICIAN);
    onwards(1);
    await owner(sql`insert into consent_withdrawal (id, consent_id, scope_id, withdrawn_at, withdrawn_by, recorded_at)
      select gen_random_uuid(), s.consent_id, s.id, now() - interval '2 years', c.taken_by, now() - interval '2 years'
      from consent_scope s join consent c on c.id = s.consent_id where s.plan_id = ${plan} and s.data_kind = 'crisis'`);
    const refused = await send(`/planer/${plan}/uppratta`, { reason: 'Mer stöd', notAsked: 'Nej' }, CLINICIAN);
    expect(refused.status).toBe(422);
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain('Därför kan ni inte upprätta');
    const back = { key: randomUUID(), unit: unit['individ-familjeomsorg'] ?? '', reason: 'Vi får inte läsa planen' };
    expect((await send(`/planer/${plan}/overlamning`, back, CLINICIAN)).status).toBe(303);
    const { rows } = await owner(sql<{ id: string }>`select id from plan_hand_over where plan_id = ${plan} order by at desc limit 1`);
    const own = await accountOf('individ-familjeomsorg');
    const answer = { answer: 'accepted', coordinator: own, substitute: '', reason: '' };
    expect((await send(`/planer/${plan}/overlamning/${rows[0]?.id}`, answer, WORKER)).status).toBe(303);
    onwards(1);
    expect((await get(`/planer/${plan}/uppratta`, WORKER)).status).toBe(200);
    expect((await get(`/planer/${plan}/uppratta`, CLINICIAN)).status).toBe(404);
  });
});
