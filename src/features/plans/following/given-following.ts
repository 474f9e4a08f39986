import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { ANEBY, REGION, send } from '../../../../tests/given/persons-app.ts';
import { stableId } from '../../../platform/index.ts';
import { onwards, opened, owner, unit, WORKER } from '../calling/given-calling.ts';

/** The account of the worker that coordinates the plans here. */
export const worker = stableId('demo:SE2321000000-P06001');
/** The id of the account of a demo login. */
export async function accountOf(like: string): Promise<string> {
  const { rows } = await owner(sql<{ id: string }>`select m.account_id as id from assignment m join unit_version v on v.unit_id = m.unit_id
    where v.unit_id = ${unit[like]} and m.role in ('regional-clinician', 'municipal-case-worker') order by m.id limit 1`);
  return rows[0]?.id ?? '';
}

export type Established = { readonly plan: string; readonly goal: string; readonly measure: string };

/** An established plan of the worker's, with one goal and one measure; coordinated by the worker unless somebody else is. */
export async function established({ coordinator = worker, followUp = '2027-02-01' } = {}): Promise<Established> {
  const plan = await opened();
  const social = unit['individ-familjeomsorg'] ?? '';
  await send(`/planer/${plan}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
  const [goal, measure] = [randomUUID(), randomUUID()];
  const words = { goal, seen: '0', sort: 'of-staff', words: 'Sova på natten', sign: '', horizon: 'short' };
  expect((await send(`/planer/${plan}/mal/nytt`, words, WORKER)).status).toBe(303);
  const said = { measure, seen: '0', need: 'Sova', what: 'Ge stöd hemma', unit: social, who: 'Alva Provdal', ownPart: '' };
  const when = { starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' };
  expect((await send(`/planer/${plan}/insats/ny`, { ...said, ...when }, WORKER)).status).toBe(303);
  const duties = { overall: ANEBY, coordinator, substitute: '', followUp, tookPart: 'yes', whyNot: '', others: 'yes', none: REGION };
  expect((await send(`/planer/${plan}/ansvar`, duties, WORKER)).status).toBe(303);
  onwards(1);
  const done = await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER);
  expect(done.status, await done.text()).toBe(303);
  onwards(1);
  return { plan, goal, measure };
}
