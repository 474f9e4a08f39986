import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../../tests/given/logged-in.ts';
import { app, inAneby, send } from '../../../../tests/given/persons-app.ts';
import type { TaskState } from '../../../domain/plans/task-states.ts';
import type { Tx } from '../../../platform/index.ts';
import { CLINICIAN, clock, html, opened, owner, unit, WORKER } from '../calling/given-calling.ts';
import { moveTexts } from './texts-tasks.ts';

export type Asked = { readonly plan: string; readonly measure: string; readonly task: string };

const hidden = async (path: string, name: string, as: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(await html(path, as))?.[1] ?? '';

/** The unit of the worker, and that of the clinician. */
export const social = () => unit['individ-familjeomsorg'] ?? '';
export const psychiatry = () => unit['psykiatrisk-oppenvard'] ?? '';

/** A plan that the person has said yes to, with psychiatry in it. */
export async function planWithPsychiatry(person = inAneby): Promise<string> {
  const plan = await opened({ person, agreed: 'not-asked' });
  const at = clock.now().subtract({ minutes: 1 }).toString();
  await owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, organisation_id, unit_id, recorded_at)
    select gen_random_uuid(), p.id, 'make-plan', 'given', 'oral', 'person', ${at}::timestamptz, p.opened_by, p.organisation_id, p.unit_id, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
  await send(`/planer/${plan}/enheter`, { unit: psychiatry() }, WORKER);
  return plan;
}

/** A measure of a plan that a unit is to do. */
export async function measureOf(plan: string, doer: string, what = 'Ge stöd hemma'): Promise<string> {
  const path = `/planer/${plan}/insats/ny`;
  const measure = await hidden(path, 'measure', WORKER);
  const words = { measure, seen: '0', need: 'Sova', what, unit: doer, who: 'Alva Provdal', ownPart: '' };
  await send(path, { ...words, starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' }, WORKER);
  return measure;
}

export const askForm = (over: Record<string, string> = {}) => ({
  key: randomUUID() as string,
  due: '2026-12-20',
  message: 'Ring gärna först',
  ...over,
});
export const ask = (plan: string, measure: string, form: Record<string, string> = askForm(), as = WORKER) =>
  send(`/planer/${plan}/insats/${measure}/uppdrag`, form, as);

/** A task that the worker's unit asks of psychiatry, or of another unit in the plan. */
export async function asked(of = psychiatry()): Promise<Asked> {
  const plan = await planWithPsychiatry();
  const measure = await measureOf(plan, of);
  const task = randomUUID();
  const answer = await ask(plan, measure, askForm({ key: task }));
  if (answer.status !== 303) throw new Error(`not asked: ${answer.status} ${await answer.text()}`);
  return { plan, measure, task };
}

export const taskPath = ({ plan, task }: Asked) => `/planer/${plan}/uppdrag/${task}`;
/** Moves a task by its form, as somebody who has seen so many moves of it. */
export const move = (one: Asked, to: TaskState, as: string, over: Record<string, string> = {}) =>
  send(`${taskPath(one)}/${moveTexts[to].path}`, { seen: '', reason: 'Det finns skäl', rightUnit: '', ...over }, as);

/** The sessions of those who have logged in to an app. */
const secrets = new WeakMap<object, Map<string, string>>();

async function secretOf(account: string): Promise<string> {
  const known = secrets.get(app) ?? new Map<string, string>();
  secrets.set(app, known);
  const secret = known.get(account) ?? (await givenLoggedIn(app, account)).split('=')[1] ?? '';
  known.set(account, secret);
  return secret;
}

/** What the running program can do in somebody's session, whatever it was told to ask. */
export async function inSession<T>(account: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  const secret = await secretOf(account);
  return (await givenDatabase()).transaction('write', async (tx) => {
    await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
      tx,
    );
    return run(tx);
  });
}

/** Takes back all that the person has opened in a plan. */
export async function takesBack(plan: string): Promise<void> {
  const at = clock.now().toString();
  await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
    select gen_random_uuid(), c.id, ${at}::timestamptz, c.taken_by, ${at}::timestamptz from consent c where c.plan_id = ${plan}::uuid and c.kind = 'lift-secrecy'`);
}

export { CLINICIAN, WORKER };
