import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenKeyRing } from '../../../../tests/given/logged-in.ts';
import { ANEBY, REGION, send } from '../../../../tests/given/persons-app.ts';
import { givenSeal } from '../../../../tests/given/seal.ts';
import { stableId } from '../../../platform/index.ts';
import { CLINICIAN, clock, html, opened, owner, unit, WORKER } from '../calling/given-calling.ts';
import { deliverCopies } from './deliver-copies.ts';

export const worker = stableId('demo:SE2321000000-P06001');
export const psychiatry = () => unit['psykiatrisk-oppenvard'] ?? '';

/** The person lets the psychiatry read these kinds of data while the plan is carried out. Answers the consent. */
export async function letsRead(plan: string, kinds: readonly string[]): Promise<string> {
  const id = randomUUID();
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select ${id}::uuid, p.id, 'lift-secrecy', 'given', 'oral', 'person', ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
  for (const kind of kinds)
    await owner(sql`insert into consent_scope (id, consent_id, plan_id, organisation_id, unit_id, data_kind, purpose, permits, valid)
      select ${randomUUID()}::uuid, ${id}::uuid, ${plan}::uuid, v.organisation_id, v.unit_id, ${kind}, 'carrying-out', true,
        tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '3 months')
      from unit_version v where v.unit_id = ${psychiatry()}::uuid`);
  return id;
}

/** The person takes a consent back, from now. */
export const takesBack = (consent: string) =>
  owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
    values (${randomUUID()}, ${consent}, ${clock.now()}, ${worker}, ${clock.now()})`);

const hidden = async (path: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(await html(path, WORKER))?.[1] ?? '';

export async function writeMeasure(plan: string, what: string) {
  const path = `/planer/${plan}/insats/ny`;
  const { rows } = await owner(
    sql<{ unit: string }>`select unit_id as unit from plan_party where plan_id = ${plan} and standing = 'opener'`,
  );
  const own = { measure: await hidden(path, 'measure'), seen: '0', unit: rows[0]?.unit ?? '', row: 'outside:own-wish' };
  return send(path, { ...own, need: 'Sova', what, who: 'Alva Provdal', ownPart: '', starts: '2026-12-01', target: '2027-03-01' }, WORKER);
}

export const establish = (plan: string, reason = '') =>
  send(`/planer/${plan}/uppratta`, { reason, notAsked: 'Personen ville inte svara' }, WORKER);

/** A plan with a goal, a measure and something written, in which the psychiatry takes part; `kinds`: what it may read. */
export async function givenEstablished(
  kinds: readonly string[],
  before: (plan: string) => Promise<void> = async () => undefined,
): Promise<{ plan: string; consent: string }> {
  const plan = await opened();
  await send(`/planer/${plan}/enheter`, { unit: psychiatry() }, WORKER);
  const goal = { goal: randomUUID(), seen: '0', sort: 'of-person', words: 'Bo kvar hemma', sign: '', horizon: 'long' };
  await send(`/planer/${plan}/mal/nytt`, goal, WORKER);
  await send(`/planer/${plan}/forbered/important-to-me`, { text: 'Att få sova', seen: '' }, WORKER);
  await send(`/planer/${plan}/forbered/not-to-be-said`, { text: 'Det med min bror', seen: '' }, WORKER);
  await writeMeasure(plan, 'Ge stöd hemma');
  const duties = {
    overall: ANEBY,
    coordinator: worker,
    substitute: '',
    followUp: '2027-02-01',
    tookPart: 'yes',
    whyNot: '',
    others: 'yes',
  };
  await send(`/planer/${plan}/ansvar`, { ...duties, none: REGION }, WORKER);
  const consent = await letsRead(plan, kinds);
  await before(plan);
  const done = await establish(plan);
  if (done.status !== 303) throw new Error(`the plan is not established: ${done.status}`);
  return { plan, consent };
}

/** The work of delivering, as the program does it; `breaks`: cut off after the copy is noted as delivered and before it is kept. */
export async function delivering({ breaks = false } = {}) {
  const database = await givenDatabase();
  const seal = await givenSeal();
  const keys = givenKeyRing();
  const encrypt = () => {
    throw new Error('cut off');
  };
  return deliverCopies({ database, clock, keys: breaks ? { ...keys, encrypt, decrypt: keys.decrypt.bind(keys) } : keys, seal });
}

/** Delivers all that waits; `of`: of one plan alone. */
export async function deliver(of?: string): Promise<number> {
  const jobs = await delivering();
  const { rows } = await owner(sql<{ id: string }>`select id from plan_copy where plan_id = ${of ?? null} or ${of ?? null}::uuid is null`);
  const mine = new Set(rows.map(({ id }) => id));
  const waiting = (await jobs.waiting()).filter((id) => mine.has(id));
  for (const id of waiting) await jobs.run(id, { last: false });
  return waiting.length;
}

/** The copy of a version that the psychiatry was to have. */
export async function copyToPsychiatry(plan: string, number = 1, attempt = 1): Promise<{ id: string; outcome: string | null }> {
  const { rows } = await owner(sql<{ id: string; outcome: string | null }>`select c.id, o.outcome
    from plan_copy c left join plan_copy_outcome o on o.copy_id = c.id
    where c.plan_id = ${plan} and c.number = ${number} and c.attempt = ${attempt} and c.unit_id = ${psychiatry()}`);
  return rows[0] ?? { id: '', outcome: null };
}

export { CLINICIAN, WORKER };
