import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { givenClock } from '../../../../tests/given/app.ts';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenPersonsApp, inAneby, send, html as written } from '../../../../tests/given/persons-app.ts';
import { stableId } from '../../../platform/index.ts';

const days = givenClock('2026-11-22');
let later = 0;
/** A clock that tests move onwards, minute by minute. */
export const clock = { ...days, now: () => days.now().add({ minutes: later }) };
export const onwards = (minutes: number) => {
  later += minutes;
};
export const WORKER = 'handlaggare-aneby-06';
export const CLINICIAN = 'behandlare-psykiatri-06';
export const prepared = stableId('demo:plan:prepared:06');

export const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await givenDatabase()).asOwner((tx) => query.execute(tx));
export const unit: Record<string, string> = {};

/** The fictional county with its persons and plans, and who works with them. */
export async function givenCalling(): Promise<void> {
  // Files share the module: each begins at the same minute.
  later = 0;
  await givenPersonsApp(clock);
  const { rows } = await owner(sql<{ id: string; kind: string }>`select v.unit_id as id, v.kind from unit_version v
    join organisation o on o.id = v.organisation_id where o.county_code = '06' order by v.name`);
  for (const { id, kind } of rows) unit[kind] ??= id;
  const asked = await owner(sql<{ id: string; kind: string }>`select v.unit_id as id, v.kind from plan_party t
    join unit_version v on v.unit_id = t.unit_id where t.plan_id = ${prepared}`);
  for (const { id, kind } of asked.rows) unit[kind] = id;
}

/** A page, with common spaces where it has hard ones. */
export const html = async (path: string, as: string) => (await written(path, as)).replaceAll('\u00a0', ' ');

/** A plan of the worker's, on the record of somebody; with a yes to it unless it is said otherwise. */
export async function opened({ person = inAneby, agreed = 'given' } = {}): Promise<string> {
  const key = randomUUID();
  const form = { key, kind: 'sip', by: 'staff', on: '2026-11-16', reason: 'Behöver både behandling och stöd', municipality: '0604' };
  expect((await send(`/personer/${person}/plan`, { ...form, needed: 'yes', whyNot: '' }, WORKER)).status).toBe(303);
  if (agreed !== 'not-asked') await consentTo(key, agreed);
  return key;
}

export async function consentTo(plan: string, answer: string, kind = 'make-plan') {
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, evidence_cipher, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${randomUUID()}::uuid, p.id, ${kind}, ${answer}, 'oral', 'person', case when ${answer} = 'cannot' then '\\x01'::bytea end, ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
}

/** The person lets psychiatry read these kinds of data for a while. */
export async function opens(plan: string, kinds: readonly string[], purpose = 'planning') {
  const id = randomUUID();
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${id}::uuid, p.id, 'lift-secrecy', 'given', 'oral', 'person', ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
  for (const kind of kinds)
    await owner(sql`insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
      select ${randomUUID()}::uuid, ${id}::uuid, ${plan}::uuid, v.organisation_id, v.unit_id, ${kind}, ${purpose}, true,
        tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '3 months')
      from unit_version v where v.unit_id = ${unit['psykiatrisk-oppenvard'] ?? ''}::uuid`);
}

export const calling = (over: Record<string, string> = {}) => ({
  ...{ key: randomUUID(), purpose: 'Komma överens om vem som gör vad', goal: 'Bo kvar hemma', questions: 'Hur går det med sömnen?' },
  ...{ replyBy: '2026-11-27', 'unit-1': unit['psykiatrisk-oppenvard'] ?? '', 'bring-1': 'Hur behandlingen fortsätter' },
  ...over,
});
export const call = (plan: string, form: Record<string, string>, as = WORKER) => send(`/planer/${plan}/kalla`, form, as);
export const meeting = (over: Record<string, string> = {}) => ({
  ...{ on: '2026-11-27', time: '10.00', minutes: '60', how: 'place', where: 'Mötesrum Lönnen', seen: '' },
  ...over,
});
