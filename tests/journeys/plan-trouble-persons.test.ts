import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testNumber } from '../../src/domain/persons/given-numbers.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import {
  agreedTo,
  askedFor,
  CLINICIAN,
  follow,
  invited,
  measureFor,
  openedPlan,
  opensTo,
  planPath,
  readersOf,
  recordOf,
  registered,
  SUPPORT,
  taskPath,
  WORKER,
} from './plan-trouble-steps.ts';
import type { Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
const readerOf = readersOf(() => app);
let worker: Reader;
let support: Reader;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
  [worker, support] = [await readerOf(WORKER), await readerOf(SUPPORT)];
});
const NUMBER = testNumber('1990-01-01');
const ANOTHER = testNumber('1990-01-03');

const owner = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await (await givenDatabase()).asOwner((tx) => query.execute(tx))).rows;

test('two of the same name are told apart in the list and before a plan is opened; one that is opened on the wrong person is moved, and seen no more by that one', async () => {
  const right = await registered(worker, { name: 'Alva Testberg', caseNumber: 'SAMMA-1' });
  const wrong = `/personer/${recordOf('enskild-1')}`;
  // The form says on whom it is opened.
  const form = await follow(worker, await worker.visit(wrong), 'Öppna en samordnad plan');
  expect(form.text).toContain('För Alva Testberg, 19800417-9803');
  const plan = planPath(await openedPlan(worker, wrong, { reason: 'Sover i bilen sedan i fredags' }));
  await openedPlan(worker, right, { reason: 'En helt annan sak' });
  const list = await worker.visit('/planer');
  for (const text of ['Alva Testberg Samordnad individuell plan19800417-9803', 'Alva Testberg Samordnad individuell planInget nummer'])
    expect(list.text).toContain(text);

  const individual = await readerOf('enskild-1');
  const own = plan.replace('/planer/', '/min-plan/');
  expect((await individual.visit(own)).text).toContain('Sover i bilen');
  const correct = await follow(worker, await worker.visit(plan), 'Planen gäller fel person');
  expect(correct.text).toContain('Planen gäller nu Alva Testberg, 19800417-9803');
  const unknown = await correct.submit('caseNumber', { caseNumber: 'FINNS-INTE' });
  expect([unknown.status, unknown.text.includes('Din enhet har inget pågående ärende med det numret.')]).toEqual([422, true]);
  const moved = await unknown.submit('caseNumber', { caseNumber: 'SAMMA-1' });
  for (const text of ['Planen är flyttad', 'Inget nummer', 'Sover i bilen']) expect(moved.text).toContain(text);
  expect(moved.text).not.toContain('19800417-9803');
  expect((await individual.visit(own)).status).toBe(404);
  expect((await individual.visit('/min-plan')).links().map(({ href }) => href)).not.toContain(own);
  // Once more is nothing more; and when the person has answered it is too late.
  expect((await unknown.submit('caseNumber', { caseNumber: 'SAMMA-1' })).text).toContain('Planen är flyttad');
  await agreedTo(worker, plan);
  const late = await worker.visit(`${plan}/fel-person`);
  const settled = await late.submit('caseNumber', { caseNumber: 'DEMO-06-1a' });
  expect([settled.status, settled.text.includes('Personen har svarat, eller någon mer har fått veta av planen.')]).toEqual([409, true]);
});

test('a person without a number has a plan like everybody else, and keeps it when the number is known', async () => {
  const person = await registered(worker, { name: 'Okänd Utannummer', caseNumber: 'UTAN-1' });
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  expect((await worker.visit(plan)).text).toContain('Inget nummer');
  const change = await worker.visit(`${person}/andra`);
  expect((await change.submit('namn', { nummer: testNumber('1990-01-02') })).text).toContain('19900102-238');
  expect((await worker.visit(plan)).text).toContain('19900102-238');
});

test('two records of the same person are joined with a reason: cases and plans go on in one, and nobody reads a plan for it that they did not read before', async () => {
  const without = await registered(worker, { name: 'Tova Dubbel', caseNumber: 'DUBBEL-1' });
  const kept = await registered(support, { name: 'Tova Dubbel', number: NUMBER, caseNumber: 'STOD-1' });
  const theirs = planPath(await openedPlan(support, kept, { reason: 'Boendestödets plan' }));
  const plan = planPath(await openedPlan(worker, without, { reason: 'Den utan nummer' }));
  await agreedTo(worker, plan);

  expect((await worker.visit(plan)).text).toContain('Den utan nummer');
  const looks = await owner(
    sql<{ id: string }>`select id from audit_event where record_id = ${plan.split('/')[2]} and act = 'plans.read' order by at desc limit 1`,
  );

  // The number is known: the record cannot take it, as another has it.
  const change = await worker.visit(`${without}/andra`);
  expect((await change.submit('namn', { nummer: NUMBER })).status).toBe(422);
  // By the number and the name the unit gets a contact with the other; then it works with both.
  expect(await registered(worker, { name: 'Tova Dubbel', number: NUMBER, caseNumber: 'DUBBEL-2' })).toBe(kept);
  expect((await worker.visit(theirs)).status).toBe(404);

  const form = await follow(worker, await worker.visit(without), 'Samma person finns två gånger');
  const unknown = await form.submit('caseNumber', { caseNumber: 'FINNS-INTE', reason: 'Har legitimerat sig' });
  expect([unknown.status, unknown.text.includes('Har legitimerat sig')]).toEqual([422, true]);
  const shown = await unknown.submit('caseNumber', { caseNumber: 'DUBBEL-2', reason: 'Har legitimerat sig' });
  for (const text of ['Är det samma person?', 'Den här posten blir kvar', '19900101-238', 'DUBBEL-1']) expect(shown.text).toContain(text);
  const joined = await shown.submit('caseNumber', {});
  expect(joined.path.split('?')[0]).toBe(kept);
  for (const text of ['Posterna är ihopförda', 'Har legitimerat sig', 'DUBBEL-1', 'DUBBEL-2']) expect(joined.text).toContain(text);
  // The form once more is the same joining.
  expect((await shown.submit('caseNumber', {})).text).toContain('Posterna är ihopförda');

  expect((await worker.visit(without)).status).toBe(404);
  const now = await worker.visit(plan);
  for (const text of ['19900101-238', 'Den utan nummer']) expect(now.text).toContain(text);
  expect((await support.visit(plan)).status).toBe(404);
  expect((await worker.visit(theirs)).status).toBe(404);
  expect((await support.visit(theirs)).text).toContain('Boendestödets plan');
  const reviewer = await readerOf('loggranskare-aneby-06');
  expect((await reviewer.visit('/logg')).text).toContain('örde ihop två poster');
  const told = await owner(sql<{ told: string }>`select receivers->>'role' as told from outbox where kind = 'records-joined'`);
  expect(told).toEqual([{ told: 'log-reviewer' }]);
  // The log can still be asked why the unit could see the plan while it rested on the record that has gone.
  expect((await reviewer.visit(`/logg/varfor/${looks[0]?.id}`)).text).toContain('Samma svar.');
});

test('records are not joined where that would open a plan to a unit that does not reach it', async () => {
  const first = await registered(worker, { name: 'Stängd Plansson', caseNumber: 'STANGD-1' });
  const plan = planPath(await openedPlan(worker, first));
  const second = await registered(support, { name: 'Stängd Plansson', number: ANOTHER, caseNumber: 'STANGD-2' });
  // The unit that has the plan works with the other record alone, and another unit of theirs with both.
  await registered(worker, { name: 'Stängd Plansson', number: ANOTHER, caseNumber: 'STANGD-3' });
  const contact = await worker.visit(`${first}/arende`);
  const unit = [...contact.document.querySelectorAll('option')].find(({ textContent }) => textContent?.includes('Boendestödet Aneby'));
  await contact.submit('enhet', { enhet: unit?.getAttribute('value') ?? '', arendenummer: 'STANGD-4' });
  const page = await worker.visit(first);
  await page.submit('arende', { arende: page.document.querySelector('button[name="arende"]')?.getAttribute('value') ?? '' });
  expect((await worker.visit(plan)).text).not.toContain('Stängd Plansson');
  const form = await support.visit(`${first}/for-ihop`);
  const shown = await form.submit('caseNumber', { caseNumber: 'STANGD-2', reason: 'Samma person' });
  const refused = await shown.submit('caseNumber', {});
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('har ärende bara i den andra');
  expect((await support.visit(second)).text).toContain('STANGD-2');
});

test('somebody with protected identity is named in no list, and where they are is told to nobody who is not authorised, also in what is asked of another unit', async () => {
  const page = await worker.visit(`/personer/${recordOf('enskild-2')}`);
  const name = page.text.match(/Namn(.+?)Nummer/)?.[1] ?? '';
  expect(name.length).toBeGreaterThan(3);
  const plan = planPath(await openedPlan(worker, `/personer/${recordOf('enskild-2')}`));
  await agreedTo(worker, plan);
  await (await worker.visit(`${plan}/mote`)).submit('on', { on: '2026-11-27', time: '10.00', how: 'place', where: 'Hemliga gatan 3' });
  await invited(worker, plan, 'Psykiatriska mottagningen');
  await opensTo(worker, plan, 'Psykiatriska mottagningen', ['identity', 'meeting', 'measures']);
  await measureFor(worker, plan, 'Psykiatriska mottagningen', 'Samtal varje vecka');
  const task = taskPath(await askedFor(worker, plan, 'Samtal varje vecka'));
  const clinician = await readerOf(CLINICIAN);
  for (const reader of [worker, clinician]) {
    for (const list of ['/planer', '/planer/uppdrag?lage=all', '/arbete'])
      expect((await reader.visit(list)).text, list).not.toContain(name);
    expect((await reader.visit('/planer')).text).toContain('Skyddad identitet');
    const shown = await reader.visit(plan);
    expect([/skydda/i.test(shown.text), shown.document.title.includes(name), shown.path.includes(name)]).toEqual([true, false, false]);
  }
  expect((await clinician.visit(task)).document.title).not.toContain(name);
  // The other huvudman's unit reaches no record by the plan, and so no address.
  expect((await clinician.visit(`/personer/${recordOf('enskild-2')}`)).status).toBe(404);
});
