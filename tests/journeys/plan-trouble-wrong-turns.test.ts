import { beforeAll, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
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
const readerOf = readersOf(() => app);
let worker: Reader;
let clinician: Reader;
let addiction: Reader;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
  [worker, clinician, addiction] = [await readerOf(WORKER), await readerOf(CLINICIAN), await readerOf(ADDICTION)];
});
const PSYCHIATRY = 'Psykiatriska mottagningen';
const person = `/personer/${recordOf('enskild-1')}`;

test('a summons to the wrong unit is never declined: the right unit is named, is called in its place, and both say where it went', async () => {
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  await (await worker.visit(`${plan}/mote`)).submit('on', {
    on: '2026-11-27',
    time: '10.00',
    minutes: '60',
    how: 'place',
    where: 'Mötesrum Lönnen',
  });
  const form = await worker.visit(`${plan}/kalla`);
  const told = { purpose: 'Komma överens', questions: 'Vem gör vad?', replyBy: '2026-11-25', 'bring-1': 'Vad ni kan göra' };
  const called = await form.submit('purpose', { ...told, 'unit-1': choice(form, 'unit-1', PSYCHIATRY) });
  expect(called.text).toContain('Kallelsen är skickad');

  const work = await clinician.visit('/arbete');
  const theirs = await clinician.visit(work.links().find(({ href }) => href.startsWith(plan))?.href ?? '');
  const answer = await clinician.visit(theirs.links().find(({ href }) => href.includes('/kallelser/'))?.href ?? '');
  const bare = await answer.submit('answer', { answer: 'wrong-receiver', text: 'Vi känner inte personen.', rightUnit: '' });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('Vi känner inte personen.');
  expect(bare.text).toContain('Peka ut den enhet hos er som är rätt.');
  const right = choice(bare, 'rightUnit', 'Beroendemottagningen');
  const handed = await bare.submit('answer', { answer: 'wrong-receiver', text: 'Vi känner inte personen.', rightUnit: right });
  expect(handed.status).toBe(200);

  const leads = await worker.visit(plan);
  expect(leads.text).toContain('Beroendemottagningen');
  expect(leads.text).toContain('Vi känner inte personen.');
  const now = await addiction.visit('/arbete');
  const called2 = await addiction.visit(now.links().find(({ href }) => href.startsWith(plan))?.href ?? '');
  const yes = await addiction.visit(called2.links().find(({ href }) => href.includes('/kallelser/'))?.href ?? '');
  expect((await yes.submit('answer', { answer: 'yes', text: '' })).status).toBe(200);
  // The one called by mistake has nothing left to do, and is called again by nobody.
  expect((await clinician.visit('/arbete')).links().filter(({ href }) => href.startsWith(plan))).toEqual([]);
});

test('a task to the wrong unit goes to the right one in the same words; one that is retracted stays with why', async () => {
  const plan = planPath(await openedPlan(worker, person));
  await agreedTo(worker, plan);
  await invited(worker, plan, PSYCHIATRY);
  await opensTo(worker, plan, PSYCHIATRY, ['identity', 'measures']);
  await measureFor(worker, plan, PSYCHIATRY, 'Ge stöd med sömnen');
  const first = taskPath(await askedFor(worker, plan, 'Ge stöd med sömnen'));

  const no = await clinician.visit(`${first}/nej`);
  const bare = await no.submit('reason', { reason: '', rightUnit: '' });
  expect(bare.status).toBe(422);
  const right = choice(bare, 'rightUnit', 'Beroendemottagningen');
  expect((await bare.submit('reason', { reason: '', rightUnit: right })).text).toContain('Har sagt nej');
  const after = await worker.visit(first);
  expect(after.text).toContain('Rätt enhet: Beroende');
  const work = await addiction.visit('/arbete');
  const second = work.links().find(({ href }) => href.startsWith(`${plan}/uppdrag/`))?.href ?? '';
  const there = await addiction.visit(second);
  expect(there.text).toContain('Frågan kom hit från en annan enhet');
  expect(there.text).not.toContain('Ge stöd med sömnen');

  // Retracted: never without a reason, and what was said stays to be read on both sides.
  const retract = await follow(worker, await worker.visit(second), 'Dra tillbaka');
  expect((await retract.submit('reason', { reason: '' })).status).toBe(422);
  expect((await retract.submit('reason', { reason: 'Personen vill vänta.' })).text).toContain('Avbrutet');
  expect((await addiction.visit(second)).text).toContain('Avbrutet');
  expect((await addiction.visit('/arbete')).links().filter(({ href }) => href === second)).toEqual([]);
  const late = await addiction.visit(`${second}/ja`);
  expect(late.status).toBe(404);
  // It can be asked anew: nothing of the first is in the way.
  await askedFor(worker, plan, 'Ge stöd med sömnen');
});
