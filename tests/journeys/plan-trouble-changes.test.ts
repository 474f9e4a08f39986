import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import {
  ADDICTION,
  agreedTo,
  askedFor,
  CLINICIAN,
  choice,
  follow,
  invited,
  measureFor,
  openedPlan,
  opensTo,
  planPath,
  readersOf,
  recordOf,
  taskPath,
  WORKER,
} from './plan-trouble-steps.ts';
import type { Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
const clock = givenClock('2026-11-22');
let readerOf = readersOf(() => app);
let worker: Reader;
let clinician: Reader;
beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  [worker, clinician] = [await readerOf(WORKER), await readerOf(CLINICIAN)];
});
const PSYCHIATRY = 'Psykiatriska mottagningen';
const person = `/personer/${recordOf('enskild-1')}`;
const owner = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await (await givenDatabase()).asOwner((tx) => query.execute(tx))).rows;

/** A plan that psychiatry has three tasks in: one that it has begun, one that it has said yes to, and one that it has not answered. */
async function carriedOut() {
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  await invited(worker, plan, PSYCHIATRY);
  await opensTo(worker, plan, PSYCHIATRY, ['identity', 'measures']);
  const tasks: string[] = [];
  for (const what of ['Samtal varje vecka', 'Ny bedömning av medicinen', 'Ringa på fredagar']) {
    await measureFor(worker, plan, PSYCHIATRY, what);
    tasks.push(taskPath(await askedFor(worker, plan, what)));
  }
  const [begun = '', agreed = '', silent = ''] = tasks;
  for (const path of [`${begun}/borja`, `${agreed}/ja`]) {
    const form = await clinician.visit(path);
    expect((await form.submit('reason', { reason: '' })).status, path).toBe(200);
  }
  return { plan, begun, agreed, silent };
}

test('a person who moves to another municipality keeps the plan: it is led as before, new measures follow the new agreements, and those that are there keep theirs', async () => {
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  const form = await worker.visit(`${plan}/insats/ny`);
  const row =
    [...form.document.querySelectorAll('[name="row"] option')]
      .map((one) => one.getAttribute('value') ?? '')
      .find((one) => one.includes('#')) ?? '';
  const saved = await form.submit('need', {
    ...{
      need: 'Sova',
      what: 'Stöd enligt avtalet',
      unit: choice(form, 'unit', 'Socialtjänstens vuxenenhet Aneby'),
      who: 'Kontaktpersonen',
      ownPart: '',
    },
    ...{ starts: '2026-11-23', target: '2027-03-01', row },
  });
  const traced = () =>
    owner(
      sql<{ row: string }>`select agreement || '#' || agreement_row as row from plan_measure where plan_id = ${plan.split('/')[2]}::uuid`,
    );
  expect(saved.text).toContain('Stöd enligt avtalet');
  const before = await traced();

  const move = await follow(worker, await worker.visit(plan), 'Personen har flyttat till en annan kommun');
  const moved = await move.submit('municipality', { municipality: '0686' });
  for (const text of ['Planen följer nu den nya kommunens överenskommelser', 'Eksjö', 'Stöd enligt avtalet'])
    expect(moved.text).toContain(text);
  expect((await move.submit('municipality', { municipality: '0686' })).status).toBe(200);
  expect(await traced()).toEqual(before);
  expect(
    await owner(sql`select municipality_code as was from plan_municipality_before where plan_id = ${plan.split('/')[2]}::uuid`),
  ).toEqual([{ was: '0604' }]);
  // Led as before, and the new municipality's unit is asked like any other.
  await invited(worker, plan, 'Socialtjänstens vuxenenhet Eksjö');
  expect((await (await readerOf('handlaggare-eksjo-06')).visit(plan)).status).toBe(200);
  await measureFor(worker, plan, 'Socialtjänstens vuxenenhet Eksjö', 'Stöd i den nya kommunen');
  // Nobody else lets a plan follow another municipality, nor one of another county.
  expect((await clinician.visit(`${plan}/kommun`)).status).toBe(404);
  expect((await move.submit('municipality', { municipality: '2084' })).status).toBe(422);
});

test('when a person has died the plan is closed: what nobody has begun is cancelled, what is begun is ended by its unit, all is there to read, and nothing goes to the person', async () => {
  const { plan, begun, agreed, silent } = await carriedOut();
  const before = await owner(sql<{ n: number }>`select count(*)::int as n from outbox`);
  const form = await worker.visit(`${plan}/avsluta`);
  const closed = await form.submit('reason', { reason: 'died', words: '' });
  expect(closed.text).toContain('Planen är avslutad');
  for (const task of [agreed, silent]) {
    const page = await clinician.visit(task);
    for (const text of ['Avbrutet', 'Planen är avslutad.']) expect(page.text).toContain(text);
    // Why is not said to those who may not read of it.
    expect(page.text).not.toContain('avlidit');
  }
  expect((await clinician.visit(plan)).text).not.toContain('avlidit');
  expect((await worker.visit(plan)).text).toContain('Personen har avlidit');
  const work = await clinician.visit('/arbete');
  expect(
    work
      .links()
      .map(({ href }) => href)
      .filter((href) => href.startsWith(plan)),
  ).toEqual([begun]);
  const end = await clinician.visit(`${begun}/klart`);
  expect((await end.submit('reason', { reason: 'Sista samtalet var i förra veckan.' })).text).toContain('Klart');
  expect((await clinician.visit('/arbete')).links().filter(({ href }) => href.startsWith(plan))).toEqual([]);
  for (const path of [`${plan}/insats/ny`, `${plan}/kalla`, `${plan}/mote`]) expect((await worker.visit(path)).status, path).toBe(404);
  // Told to units alone, and to nobody by name: the person, or somebody close who reads their mail, gets nothing.
  const told = await owner(sql<{ kind: string; who: string }>`select kind, receivers::text as who from outbox order by created_at desc limit
    ((select count(*) from outbox) - ${before[0]?.n ?? 0})`);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ who }) => who.includes('accounts'))).toEqual([]);
  expect((await (await readerOf('enskild-1')).visit(plan.replace('/planer/', '/min-plan/'))).text).toContain('Planen avslutades');
});

test('a unit that is closed while it has tasks loses none: who asked is told, and asks another unit', async () => {
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  await invited(worker, plan, 'Vårdcentralen Eksjö');
  await measureFor(worker, plan, 'Vårdcentralen Eksjö', 'Kontroll av blodtrycket');
  const task = taskPath(await askedFor(worker, plan, 'Kontroll av blodtrycket'));
  const registrar = await readerOf('forvaltare-region-06');
  const unit = (await registrar.visit('/organisation')).links().find(({ text }) => text.startsWith('Vårdcentralen Eksjö'))?.href ?? '';
  const close = await registrar.visit(`${unit}/avsluta`);
  expect((await close.submit('lastDay', { lastDay: '2026-11-22' })).status).toBe(200);
  clock.moveTo('2026-11-23');
  readerOf = readersOf(() => app);
  worker = await readerOf(WORKER);
  clinician = await readerOf(CLINICIAN);

  const work = await worker.visit('/arbete');
  expect(work.text).toContain('Ett uppdrag i en plan: enheten är stängd');
  const page = await worker.visit(task);
  expect(page.text).toContain('Enheten är stängd. Dra tillbaka uppdraget');
  const retract = await follow(worker, page, 'Dra tillbaka');
  expect((await retract.submit('reason', { reason: 'Enheten är stängd.' })).text).toContain('Avbrutet');
  // The measure is given to a unit that is open, and asked for there.
  await invited(worker, plan, 'Vårdcentralen Aneby');
  const link = (await worker.visit(plan)).links().find(({ href }) => /\/insats\/[0-9a-f-]{36}$/.test(href));
  const change = await worker.visit(link?.href ?? '');
  expect((await change.submit('need', { unit: choice(change, 'unit', 'Vårdcentralen Aneby') })).status).toBe(200);
  await askedFor(worker, plan, 'Kontroll av blodtrycket');
});

test('tasks of a unit that goes into another are moved by the one that it has become', async () => {
  const { begun, silent } = await carriedOut();
  const registrar = await readerOf('forvaltare-region-06');
  const merge = await registrar.visit('/organisation/enheter/sla-ihop');
  const parts = [...merge.document.querySelectorAll('input[name="parts"]')]
    .filter((one) => /Psykiatriska|Beroende/.test(merge.document.querySelector(`label[for="${one.id}"]`)?.textContent ?? ''))
    .map((one) => one.getAttribute('value') ?? '');
  expect(parts).toHaveLength(2);
  const merged = await merge.submit('parts', { parts, name: 'Psykiatri och beroende (påhittad)', from: '2026-11-24' });
  expect(merged.text).toContain('Psykiatri och beroende');
  clock.moveTo('2026-11-24');
  readerOf = readersOf(() => app);
  worker = await readerOf(WORKER);
  // Whoever worked at one of the two works at the unit that they have become.
  const addiction = await readerOf(ADDICTION);
  const work = await addiction.visit('/arbete');
  expect(work.links().map(({ href }) => href)).toContain(silent);
  const yes = await addiction.visit(`${silent}/ja`);
  expect((await yes.submit('reason', { reason: '' })).text).toContain('Har sagt ja');
  const done = await addiction.visit(`${begun}/klart`);
  expect((await done.submit('reason', { reason: '' })).text).toContain('Klart');
  const asks = await worker.visit(silent);
  for (const text of ['Psykiatri och beroende', 'Har sagt ja']) expect(asks.text).toContain(text);
});
