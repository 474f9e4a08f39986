import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, protectedInAneby } from '../../../../tests/given/persons-app.ts';
import { givenCalling, html, onwards, opened, opens, owner } from '../calling/given-calling.ts';
import {
  ask,
  asked,
  askForm,
  CLINICIAN,
  measureOf,
  move,
  planWithPsychiatry,
  psychiatry,
  social,
  takesBack,
  taskPath,
  WORKER,
} from './given-tasks.ts';

beforeAll(givenCalling);

const statesOf = async (task: string) =>
  (await owner(sql<{ to: string }>`select to_state as to from plan_task_move where task_id = ${task} order by number`)).rows.map(
    ({ to }) => to,
  );
const toldOf = (task: string) =>
  owner(sql<{ kind: string; params: object }>`select distinct kind, params from outbox where params->>'task' = ${task}`);

describe('a task', () => {
  test('is asked of the unit that the measure names, in its words and with its responsibility, and the unit is told without a word of whom', async () => {
    const one = await asked();
    const page = await html(taskPath(one), WORKER);
    for (const text of ['Ge stöd hemma', 'Ring gärna först', 'Väntar på svar', 'Utanför överenskommelsen', '20 december 2026'])
      expect(page).toContain(text);
    const { rows } = await toldOf(one.task);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Testberg|stöd hemma|Ring/);
    expect(await html(`/planer/${one.plan}`, WORKER)).toContain(`href="${taskPath(one)}"`);
  });

  test('is asked once however often the form comes, and other words under its key are refused', async () => {
    const plan = await planWithPsychiatry();
    const measure = await measureOf(plan, psychiatry());
    const form = askForm();
    for (const _ of [1, 2]) expect((await ask(plan, measure, form)).status).toBe(303);
    expect((await ask(plan, measure, { ...form, message: 'Något annat' })).status).toBe(409);
    expect((await ask(plan, measure, { ...form, due: '2026-12-24' })).status).toBe(409);
    const other = await planWithPsychiatry();
    expect((await ask(other, await measureOf(other, psychiatry()), form)).status).toBe(409);
    const { rows } = await owner(sql`select plan_id as plan from plan_task where id = ${form.key}`);
    expect(rows).toEqual([{ plan }]);
  });

  test('is not asked twice at once, of nobody, of a day that has passed, or before the person has said yes', async () => {
    const one = await asked();
    expect(await (await ask(one.plan, one.measure)).text()).toContain('Uppdraget pågår');
    const measure = await measureOf(one.plan, social());
    expect((await ask(one.plan, measure, askForm({ due: '2026-11-21' }))).status).toBe(422);
    expect((await ask(one.plan, randomUUID())).status).toBe(404);
    expect((await ask(one.plan, await measureOf(one.plan, 'other'))).status).toBe(404);
    const unasked = await opened({ agreed: 'not-asked' });
    expect(await (await ask(unasked, await measureOf(unasked, social()))).text()).toContain('Fråga personen');
  });

  test('of one’s own unit is both sides’, and tells nobody', async () => {
    const one = await asked(social());
    expect((await toldOf(one.task)).rows).toEqual([]);
    const page = await html(taskPath(one), WORKER);
    expect(page).toContain('Samma enhet');
    for (const act of ['Säg ja', 'Dra tillbaka', 'Det är klart']) expect(page).toContain(act);
    expect((await move(one, 'completed', WORKER, { seen: '1' })).status).toBe(303);
  });

  test('is never asked by a unit to which the measures are shut', async () => {
    const { plan, measure } = await asked();
    expect((await ask(plan, measure, askForm(), CLINICIAN)).status).toBe(404);
    expect((await ask(plan, measure, askForm(), 'boendestod-aneby-06')).status).toBe(404);
  });
});

describe('a unit that is asked', () => {
  test('sees without consent that it is, by whom and until when, and answers; its words open with the person’s yes and shut when it is taken back', async () => {
    const one = await asked();
    const shut = await html(taskPath(one), CLINICIAN);
    for (const text of ['får ni inte läsa', 'Socialtjänstens vuxenenhet Aneby', '20 december 2026']) expect(shut).toContain(text);
    const words = ['Ge stöd hemma', 'Ring gärna', 'Utanför överenskommelsen', 'Testberg'];
    for (const text of words) expect(shut).not.toContain(text);
    expect(await html(`/planer/${one.plan}`, CLINICIAN)).toContain('Din enhet har uppdrag i planen');
    await opens(one.plan, ['measures']);
    expect(await html(taskPath(one), CLINICIAN)).toContain('Ge stöd hemma');
    expect((await move(one, 'accepted', CLINICIAN, { seen: '1', reason: 'Vi börjar i januari' })).status).toBe(303);
    expect((await move(one, 'cancelled', WORKER, { seen: '2', reason: 'Personen flyttar' })).status).toBe(303);
    onwards(1);
    await takesBack(one.plan);
    const after = await html(taskPath(one), CLINICIAN);
    for (const text of [...words, 'Personen flyttar']) expect(after).not.toContain(text);
    for (const text of ['Vi börjar i januari', 'Avbrutet']) expect(after).toContain(text);
    const list = await html('/planer/uppdrag?lage=cancelled', CLINICIAN);
    expect(list).toContain(taskPath(one));
    expect(list).not.toContain('Ge stöd hemma');
  });

  test('by mistake names the right unit of its own huvudman, which is asked the same in its place', async () => {
    const one = await asked();
    const form = await html(`${taskPath(one)}/nej`, CLINICIAN);
    const right = /<option value="([0-9a-f-]{36})"[^>]*>Beroende/.exec(form)?.[1] ?? '';
    const wrong = (rightUnit: string) => move(one, 'rejected', CLINICIAN, { seen: '1', reason: '', rightUnit });
    expect((await wrong('')).status).toBe(422);
    expect((await wrong(social())).status).toBe(422);
    expect((await wrong(psychiatry())).status).toBe(422);
    for (const _ of [1, 2]) expect((await wrong(right)).status).toBe(303);
    const { rows } = await owner(
      sql<{ id: string; unit: string }>`select id, owning_unit_id as unit from plan_task where forwarded_from = ${one.task}`,
    );
    expect(rows.map(({ unit: to }) => to)).toEqual([right]);
    const task = rows[0]?.id ?? '';
    const page = await html(taskPath({ ...one, task }), 'behandlare-beroende-06');
    expect(page).toContain('Frågan kom hit från en annan enhet');
    expect(page).not.toContain('Ge stöd hemma');
    expect(await html(taskPath({ ...one, task }), WORKER)).toContain('Ring gärna först');
    expect(await html(taskPath(one), WORKER)).toContain('Rätt enhet: Beroende');
  });
});

describe('a move', () => {
  test('sent twice is made once, and of two at once one wins and the other is told', async () => {
    const one = await asked();
    for (const _ of [1, 2]) expect((await move(one, 'accepted', CLINICIAN, { seen: '1', reason: '' })).status).toBe(303);
    expect(await statesOf(one.task)).toEqual(['requested', 'accepted']);
    const both = await Promise.all([
      move(one, 'cancelled', WORKER, { seen: '2' }),
      move(one, 'in-progress', CLINICIAN, { seen: '2', reason: '' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(await lost?.text()).toMatch(/har ändrats sedan du öppnade sidan/);
    expect(await statesOf(one.task)).toHaveLength(3);
  });

  test('is offered to the side that may make it, and a reason is asked for where one is needed', async () => {
    const one = await asked();
    const theirs = await html(taskPath(one), CLINICIAN);
    for (const act of ['Vi har tagit emot det', 'Säg ja', 'Säg nej', 'Börja']) expect(theirs).toContain(act);
    const ours = await html(taskPath(one), WORKER);
    expect(ours).toContain('Dra tillbaka');
    expect(ours).not.toContain('Säg ja');
    expect((await move(one, 'cancelled', WORKER, { seen: '1', reason: '' })).status).toBe(422);
    expect((await move(one, 'accepted', WORKER, { seen: '1' })).status).toBe(404);
    expect((await move(one, 'failed', CLINICIAN, { seen: '1' })).status).toBe(404);
    expect((await move(one, 'accepted', 'behandlare-beroende-06', { seen: '1' })).status).toBe(404);
    expect(await statesOf(one.task)).toEqual(['requested']);
  });

  test('tells the other side, with nothing of what it is about', async () => {
    const one = await asked();
    await move(one, 'rejected', CLINICIAN, { seen: '1', reason: 'Ingen läkare på plats' });
    const { rows } = await toldOf(one.task);
    const told = rows.filter(({ kind }) => kind === 'plan-task-moved');
    expect(told.map(({ params }) => params)).toEqual([{ plan: one.plan, task: one.task, state: 'rejected', unit: psychiatry() }]);
    expect(await html(taskPath(one), WORKER)).toContain('Ingen läkare på plats');
  });
});

describe('the list', () => {
  test('finds tasks by side, by state and those that are late, a page at a time', async () => {
    const [late, open] = [await asked(), await asked()];
    await owner(sql`update plan_task_state set due_on = '2026-11-01' where task_id = ${late.task}`);
    await owner(sql`update plan_task set due_on = '2026-11-01' where id = ${late.task}`);
    const list = async (query: string, as: string) => html(`/planer/uppdrag${query}`, as);
    for (const as of [WORKER, CLINICIAN]) {
      const overdue = await list('?forsenade=ja', as);
      expect(overdue).toContain(late.task);
      expect(overdue).not.toContain(open.task);
      expect(overdue).toContain('Försenat');
    }
    expect(await list('?sida=owner&lage=all', WORKER)).not.toContain(late.task);
    expect(await list('?sida=requester', WORKER)).toContain(late.task);
    expect(await list('?lage=completed', CLINICIAN)).not.toContain(late.task);
    for (let made = 0; made < 20; made += 1) await asked();
    const first = await list('?sida=owner', CLINICIAN);
    const next = /href="(\/planer\/uppdrag\?[^"]*efter=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const ids = (page: string) => [...page.matchAll(/uppdrag\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
    const second = ids(await html(next, CLINICIAN));
    expect(ids(first)).toHaveLength(20);
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((id) => ids(first).includes(id))).toEqual([]);
  });

  test('shows of somebody with protected identity neither the name nor what is to be done', async () => {
    const plan = await planWithPsychiatry(protectedInAneby);
    const form = askForm();
    expect((await ask(plan, await measureOf(plan, social(), 'Mycket särskilt stöd'), form)).status).toBe(303);
    const list = await html('/planer/uppdrag?sida=owner&lage=all', WORKER);
    expect(list).toContain(form.key);
    expect(list).toContain('Skyddad identitet');
    expect(list).not.toContain('Mycket särskilt stöd');
    const api = await (await get('/api/v1/tasks?side=owner&state=all', WORKER)).text();
    expect(api).toContain(form.key);
    expect(api).not.toContain('Mycket särskilt stöd');
  });

  test('names nobody to a unit that may not know of whom, and shows nothing to anybody else', async () => {
    const one = await asked();
    const theirs = await html('/planer/uppdrag?sida=owner&lage=requested', CLINICIAN);
    expect(theirs).not.toContain('Testberg');
    expect(await html('/planer/uppdrag?lage=all', 'behandlare-beroende-06')).not.toContain(one.plan);
    expect((await get('/planer/uppdrag', 'enhetschef-aneby-06')).status).toBe(403);
    expect((await get(taskPath(one), 'behandlare-beroende-06')).status).toBe(404);
  });
});

test('the work of a unit holds what it is to answer, and what is late on either side, without a name', async () => {
  const one = await asked();
  const work = await html('/arbete', CLINICIAN);
  expect(work).toMatch(new RegExp(`href="${taskPath(one)}">Svara på ett uppdrag`));
  await owner(sql`update plan_task_state set due_on = '2026-11-01' where task_id = ${one.task}`);
  await move(one, 'accepted', CLINICIAN, { seen: '1', reason: '' });
  expect(await html('/arbete', CLINICIAN)).toMatch(new RegExp(`href="${taskPath(one)}">Ett uppdrag i en plan är försenat`));
  expect(await html('/arbete', WORKER)).toMatch(new RegExp(`href="${taskPath(one)}">Ett uppdrag som ni har bett om är försenat`));
});

test('the person reads what each unit has said of what it is to do, in plain words', async () => {
  const one = await asked();
  await move(one, 'in-progress', CLINICIAN, { seen: '1', reason: '' });
  await move(one, 'on-hold', CLINICIAN, { seen: '2', reason: 'Läkaren är sjuk' });
  const page = await html(`/min-plan/${one.plan}`, 'enskild-1');
  expect(page).toContain('har tagit paus');
  expect(page).toContain('Läkaren är sjuk');
});

test('what is written of a task is kept sealed', async () => {
  const one = await asked();
  await move(one, 'rejected', CLINICIAN, { seen: '1', reason: 'Hemligt skäl' });
  const { rows } = await owner(sql<{
    row: string;
  }>`select to_jsonb(w)::text || coalesce((select string_agg(to_jsonb(r)::text, '') from plan_task_reason r where r.plan_id = w.plan_id), '') as row
    from plan_task_words w where w.plan_id = ${one.plan}`);
  for (const { row } of rows) expect(row).not.toMatch(/stöd hemma|Ring|Hemligt/);
});
