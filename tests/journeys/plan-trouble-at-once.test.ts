import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import {
  agreedTo,
  CLINICIAN,
  choice,
  invited,
  measureFor,
  openedPlan,
  planPath,
  readersOf,
  recordOf,
  SUPPORT,
  WORKER,
} from './plan-trouble-steps.ts';
import type { Page, Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
const days = givenClock('2026-11-22');
let minutes = 0;
const clock = { ...days, now: () => days.now().add({ minutes }) };
const readerOf = readersOf(() => app);
let first: Reader;
let second: Reader;
beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  // Two of the same unit: one who works with persons, and one who coordinates there.
  [first, second] = [await readerOf(WORKER), await readerOf('samordnare-aneby-06', 'Samordnare')];
});
const PSYCHIATRY = 'Psykiatriska mottagningen';

/** Two send forms at the same moment: one wins, the other is told in a sentence, and what they wrote is still there. */
async function atOnce(
  forms: readonly [Page, Page],
  control: string,
  values: readonly [Record<string, string>, Record<string, string>],
  kept: readonly [string, string],
) {
  const answers = await Promise.all([forms[0].submit(control, values[0]), forms[1].submit(control, values[1])]);
  const won = answers.findIndex(({ status }) => status === 200);
  const lost = answers[1 - won];
  expect([won === -1, answers.filter(({ status }) => status === 200).length], answers.map(({ text }) => text).join('\n')).toEqual([
    false,
    1,
  ]);
  expect([409, 422, 404]).toContain(lost?.status);
  expect(lost?.document.body.textContent).toContain(kept[1 - won]);
  return { won: answers[won] as Page, lost: lost as Page, isFirst: won === 0 };
}

/** The days of follow-up that have been said of a plan. */
async function written(plan: string): Promise<{ day: string }[]> {
  const id = plan.split('/')[2];
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<{
      day: string;
    }>`select to_char(on_day, 'YYYY-MM-DD') as day from plan_duty where plan_id = ${id}::uuid and sort = 'follow-up'`.execute(tx),
  );
  return rows;
}

/** A plan with all that it takes to be established, coordinated by the first with the second as substitute. */
async function ready(): Promise<string> {
  minutes += 1;
  const plan = planPath(await openedPlan(first, `/personer/${recordOf('enskild-1')}`));
  await agreedTo(first, plan);
  await invited(first, plan, PSYCHIATRY);
  const goal = await first.visit(`${plan}/mal/nytt`);
  await goal.submit('words', { sort: 'of-staff', words: 'Sova på natten', sign: '', horizon: 'short' });
  await measureFor(first, plan, 'Socialtjänstens vuxenenhet Aneby', 'Stöd hemma');
  const duties = await first.visit(`${plan}/ansvar`);
  const saved = await duties.submit('overall', {
    ...{ overall: choice(duties, 'overall', 'Aneby kommun'), coordinator: choice(duties, 'coordinator', 'Alva Provdal') },
    ...{ substitute: choice(duties, 'substitute', 'Cornelia Exempelius'), followUp: '2027-02-01', tookPart: 'yes', others: 'yes' },
    none: choice(duties, 'none', 'Region Jönköpings län'),
  });
  expect(saved.status, saved.text).toBe(200);
  return plan;
}

test('two who establish at once make one version, and the other is told and keeps what they wrote', async () => {
  const plan = await ready();
  const path = `${plan}/uppratta`;
  const reasons = ['Personen orkade inte svara i dag.', 'Personen ville vänta med att svara.'] as const;
  const forms = [await first.visit(path), await second.visit(path)] as const;
  const { lost } = await atOnce(forms, 'notAsked', [{ notAsked: reasons[0] }, { notAsked: reasons[1] }], reasons);
  expect(lost.text).toContain('Någon annan har just upprättat planen som den är nu, som version 1.');
  const history = await first.visit(`${plan}/historik`);
  expect(history.text).toContain('Version 1');
  expect(history.text).not.toContain('Version 2');
});

test('two who change when it is followed up at once: both are written down, and what holds is one of them and the same to both', async () => {
  const plan = await ready();
  const forms = [await first.visit(`${plan}/ansvar`), await second.visit(`${plan}/ansvar`)] as const;
  const answers = await Promise.all([
    forms[0].submit('followUp', { followUp: '2027-03-01' }),
    forms[1].submit('followUp', { followUp: '2027-04-01' }),
  ]);
  // Nobody's is lost: nothing is written over, and the history has the one that does not hold.
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const days = (await written(plan)).map(({ day }) => day);
  expect(days.toSorted()).toEqual(['2027-02-01', '2027-03-01', '2027-04-01']);
  const shown = async (reader: Reader) =>
    /1 (februari|mars|april) 2027/.exec((await reader.visit(plan)).text.replaceAll('\u00a0', ' '))?.[1];
  const [one, other] = [await shown(first), await shown(second)];
  expect(one).toBe(other);
  expect(['mars', 'april']).toContain(one);
});

test('two who hand over at once ask one unit, and the other is told and keeps what they wrote', async () => {
  const plan = await ready();
  minutes += 1;
  await (await first.visit(`${plan}/uppratta`)).submit('notAsked', { notAsked: 'Ville inte svara' });
  minutes += 1;
  const forms = [await first.visit(`${plan}/overlamning`), await second.visit(`${plan}/overlamning`)] as const;
  const unit = choice(forms[0], 'unit', PSYCHIATRY);
  const reasons = ['Behandlingen är störst nu.', 'De träffar personen oftast.'] as const;
  const { lost } = await atOnce(
    forms,
    'unit',
    [
      { unit, reason: reasons[0] },
      { unit, reason: reasons[1] },
    ],
    reasons,
  );
  expect(lost.text).toContain('En annan huvudman har fått frågan och inte svarat.');
});

test('two who close at once close it once, for one reason, and the other is told and keeps what they wrote', async () => {
  const plan = await ready();
  const forms = [await first.visit(`${plan}/avsluta`), await second.visit(`${plan}/avsluta`)] as const;
  const words = ['Personen vill inte ha någon plan nu.', 'En vårdplan har tagit över här.'] as const;
  const said = [
    { reason: 'other', words: words[0] },
    { reason: 'replaced', words: words[1] },
  ] as const;
  const { won, lost, isFirst } = await atOnce(forms, 'reason', said, words);
  expect(won.text).toContain('Planen är avslutad');
  expect(lost.document.body.textContent).toContain('avslutad');
  // The same closing once more, as by a double click, is the same closing.
  const again = await (isFirst ? forms[0].submit('reason', said[0]) : forms[1].submit('reason', said[1]));
  expect([again.status, again.path]).toEqual([200, won.path]);
  const closings = sql<{ n: number }>`select count(*)::int as n from plan_closing where plan_id = ${plan.split('/')[2]}::uuid`;
  expect((await (await givenDatabase()).asOwner((tx) => closings.execute(tx))).rows).toEqual([{ n: 1 }]);
});

test('two who answer the same task at once: one answer holds, and the other is told and keeps what they wrote', async () => {
  const plan = await ready();
  await measureFor(first, plan, PSYCHIATRY, 'Samtal varje vecka');
  const ask = (await first.visit(plan)).links().find(({ text }) => text.startsWith('Be om det: Samtal'));
  const asked = await (await first.visit(ask?.href ?? '')).submit('due', { due: '2026-12-20', message: '' });
  const task = asked.path.split('?')[0] ?? '';
  const clinician = await readerOf(CLINICIAN);
  const forms = [await first.visit(`${task}/dra-tillbaka`), await clinician.visit(`${task}/nej`)] as const;
  await atOnce(
    forms,
    'reason',
    [{ reason: 'Behövs inte nu.' }, { reason: 'Vi har ingen tid.', rightUnit: '' }],
    ['Behövs inte nu.', 'Vi har ingen tid.'],
  );
  expect((await (await readerOf(SUPPORT)).visit(task)).status).toBe(404);
});
