import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../../tests/given/app.ts';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { ANEBY, get, givenPersonsApp, html, inAneby, REGION, send } from '../../../../tests/given/persons-app.ts';
import { stableId } from '../../../platform/index.ts';

const days = givenClock('2026-11-22');
let later = 0;
const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const worker = stableId('demo:SE2321000000-P06001');

beforeAll(() => givenPersonsApp({ ...days, now: () => days.now().add({ minutes: later }) }));

const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await givenDatabase()).asOwner((tx) => query.execute(tx));

/** A plan of one person at the social services of Aneby, with the psychiatry asked. */
async function givenPlan(): Promise<{ plan: string; psychiatry: string; social: string }> {
  const plan = randomUUID();
  const form = {
    key: plan,
    kind: 'sip',
    by: 'staff',
    on: '2026-11-20',
    reason: 'Behöver båda',
    municipality: '0604',
    needed: 'yes',
    whyNot: '',
  };
  await send(`/personer/${inAneby}/plan`, form, WORKER);
  const page = await html(`/planer/${plan}/enheter`, WORKER);
  const psychiatry = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Psykiatriska mottagningen/.exec(page)?.[1] ?? '';
  await send(`/planer/${plan}/enheter`, { unit: psychiatry }, WORKER);
  const { rows } = await owner(
    sql<{ unit: string }>`select unit_id as unit from plan_party where plan_id = ${plan} and standing = 'opener'`,
  );
  return { plan, psychiatry, social: rows[0]?.unit ?? '' };
}

const agrees = (plan: string) =>
  owner(sql`insert into consent (id, plan_id, kind, answer, method, giver, given_at, taken_by, recorded_at)
    values (${randomUUID()}, ${plan}, 'make-plan', 'given', 'oral', 'person', ${days.now()}, ${worker}, ${days.now()})`);

const hidden = async (path: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(await html(path, WORKER))?.[1] ?? '';

async function writeMeasure(plan: string, over: Record<string, string> = {}, as = WORKER) {
  const path = `/planer/${plan}/insats/ny`;
  const fields = {
    ...{
      measure: await hidden(path, 'measure'),
      seen: '0',
      need: 'Sova',
      what: 'Ge stöd hemma',
      unit: '',
      who: 'Alva Provdal',
      ownPart: '',
    },
    ...{ starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' },
    ...over,
  };
  return { response: await send(path, fields, as), id: fields.measure };
}

const decide = (plan: string, over: Record<string, string> = {}) =>
  send(
    `/planer/${plan}/ansvar`,
    {
      ...{
        overall: ANEBY,
        coordinator: worker,
        substitute: '',
        followUp: '2027-02-01',
        tookPart: 'yes',
        whyNot: '',
        others: 'yes',
        none: REGION,
      },
      ...over,
    },
    WORKER,
  );

describe('a measure', () => {
  test('points to a responsibility in an agreement that the municipality works by, and the page leads there', async () => {
    const { plan, social } = await givenPlan();
    const form = await html(`/planer/${plan}/insats/ny`, WORKER);
    const row = /<option value="([a-z0-9-]+#[A-Z0-9-]+)"/.exec(form)?.[1] ?? '';
    const { response } = await writeMeasure(plan, { unit: social, row });
    expect(response.status).toBe(303);
    const [slug, id] = row.split('#');
    expect(await html(`/planer/${plan}`, WORKER)).toContain(`href="/avtal/${slug}/ansvar#${id}"`);
  });

  test('is refused without a responsibility or a reason, with one of another county, and for a unit that is not in the plan', async () => {
    const { plan, social } = await givenPlan();
    for (const over of [
      { unit: social, row: '' },
      { unit: social, row: 'dalarna-missbruk-beroende-2021#DAL-01' },
      { unit: randomUUID() },
      { unit: social, starts: '2027-04-01' },
    ]) {
      expect((await writeMeasure(plan, over)).response.status).toBe(422);
    }
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_measure where plan_id = ${plan}`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('that another does than the agreement says is written down and said, and not refused', async () => {
    const { plan, social, psychiatry } = await givenPlan();
    for (const unit of [social, psychiatry]) {
      expect((await writeMeasure(plan, { unit, row: 'jonkoping-missbruk-beroende#JA-14' })).response.status).toBe(303);
    }
    const { rows } = await owner(
      sql<{ unit: string; differs: boolean }>`select unit_id as unit, differs from plan_measure where plan_id = ${plan}`,
    );
    expect(new Map(rows.map(({ unit, differs }) => [unit, differs]))).toEqual(
      // Treating gambling is the region's: the primary care's and the psychiatry's.
      new Map([
        [social, true],
        [psychiatry, false],
      ]),
    );
    expect(await html(`/planer/${plan}`, WORKER)).toContain('en annan enhet brukar göra det här');
  });

  test('of a plan that is shut to a unit cannot be written there', async () => {
    const { plan, psychiatry } = await givenPlan();
    const { response } = await writeMeasure(plan, { unit: psychiatry }, CLINICIAN);
    expect(response.status).toBe(404);
  });

  test('with the id of one in another plan is refused, as is that of a goal', async () => {
    const [{ plan, social }, other] = [await givenPlan(), await givenPlan()];
    const { id } = await writeMeasure(plan, { unit: social });
    expect((await writeMeasure(other.plan, { unit: social, measure: id })).response.status).toBe(409);
    const goal = { goal: randomUUID(), seen: '0', sort: 'of-staff', words: 'Sova på natten', sign: '', horizon: 'short' };
    expect((await send(`/planer/${plan}/mal/nytt`, goal, WORKER)).status).toBe(303);
    expect((await send(`/planer/${other.plan}/mal/nytt`, goal, WORKER)).status).toBe(409);
  });

  test('sent once more with another responsibility is another measure, and no word of it is lost', async () => {
    const { plan, social } = await givenPlan();
    const { id } = await writeMeasure(plan, { unit: social });
    expect((await writeMeasure(plan, { unit: social, measure: id })).response.status).toBe(303);
    expect((await writeMeasure(plan, { unit: social, measure: id, row: 'outside:other-law' })).response.status).toBe(409);
  });

  test('is never lost when two word it at once', async () => {
    const { plan, social } = await givenPlan();
    const { id } = await writeMeasure(plan, { unit: social });
    const path = `/planer/${plan}/insats/${id}`;
    const form = {
      measure: id,
      need: 'Sova',
      unit: social,
      who: 'Alva',
      ownPart: '',
      starts: '2026-12-01',
      target: '2027-03-01',
      row: 'outside:own-wish',
    };
    later += 1;
    expect((await send(path, { ...form, seen: '1', what: 'Den första' }, WORKER)).status).toBe(303);
    const second = await send(path, { ...form, seen: '1', what: 'Den andra, som inte hade läst' }, WORKER);
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Den andra, som inte hade läst');
  });
});

describe('a goal', () => {
  test('of the staff stands apart from the person’s, and what the person wrote staff cannot word', async () => {
    const { plan } = await givenPlan();
    const goal = randomUUID();
    const own = { goal, seen: '0', words: 'Bo kvar hemma', sign: '', horizon: 'long' };
    expect((await send(`/min-plan/${plan}/mal/nytt`, own, 'enskild-1')).status).toBe(303);
    later += 1;
    const taken = await send(`/planer/${plan}/mal/nytt`, { ...own, seen: '1', sort: 'of-person', words: 'Något annat' }, WORKER);
    expect(taken.status).toBe(403);
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain('Bo kvar hemma');
    expect(page).not.toContain('Något annat');
    expect((await get(`/planer/${plan}/mal/${goal}`, WORKER)).status).toBe(404);
  });
});

describe('a plan is established', () => {
  test('only when nothing is missing, and all that is missing is said', async () => {
    const { plan, social } = await givenPlan();
    const empty = await (await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER)).text();
    for (const missing of ['vilka insatser som behövs', 'en samordnare med namn', 'en dag för uppföljning', 'personens ja till planen']) {
      expect(empty).toContain(missing);
    }
    await writeMeasure(plan, { unit: social });
    expect((await decide(plan)).status).toBe(303);
    expect(await (await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER)).text()).toContain(
      'personens ja till planen',
    );
    await agrees(plan);
    const done = await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER);
    expect(done.headers.get('location')).toBe(`/planer/${plan}?klart=upprattad`);
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Upprättad');
  });

  test('as a version that nobody changes, once for the same contents, and with a reason when it is revised', async () => {
    const { plan, social } = await givenPlan();
    await writeMeasure(plan, { unit: social });
    await decide(plan);
    await agrees(plan);
    for (const _ of [1, 2]) await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER);
    const versions = () => owner(sql<{ number: number }>`select number from plan_version where plan_id = ${plan} order by number`);
    expect((await versions()).rows).toEqual([{ number: 1 }]);
    later += 1;
    await writeMeasure(plan, { unit: social, what: 'En insats till' });
    expect((await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER)).status).toBe(422);
    expect(
      (await send(`/planer/${plan}/uppratta`, { reason: 'Mer stöd behövs', notAsked: 'Personen ville inte svara' }, WORKER)).status,
    ).toBe(303);
    expect((await versions()).rows).toEqual([{ number: 1 }, { number: 2 }]);
    const database = await givenDatabase();
    for (const change of [sql`update plan_version set follow_up_on = '2030-01-01'`, sql`delete from plan_version`]) {
      await expect(database.transaction('write', (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });

  test('with exactly one huvudman that answers for the whole at every moment, also in the database', async () => {
    const { plan, social } = await givenPlan();
    await writeMeasure(plan, { unit: social });
    await decide(plan);
    await agrees(plan);
    await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, WORKER);
    later += 1;
    const moved = await decide(plan, { overall: REGION, none: '' });
    expect(moved.status).toBe(422);
    expect(await moved.text()).toContain('Be den andra huvudmannen ta över');
    const { rows } = await owner(sql<{ organisation: string; now: boolean }>`
      select organisation_id as organisation, upper_inf(valid) as now from plan_overall where plan_id = ${plan} order by valid`);
    expect(rows).toEqual([{ organisation: ANEBY, now: true }]);
    const second = owner(sql`insert into plan_overall (plan_id, organisation_id, valid) values (${plan}, ${ANEBY}, '[2026-12-01,)')`);
    await expect(second).rejects.toThrow(/plan_has_one_overall/);
  });

  test('never by a unit that only takes part', async () => {
    const { plan } = await givenPlan();
    expect((await send(`/planer/${plan}/uppratta`, { reason: '', notAsked: 'Personen ville inte svara' }, CLINICIAN)).status).toBe(404);
    expect((await decideAs(plan, CLINICIAN)).status).toBe(404);
  });
});

const decideAs = (plan: string, as: string) =>
  send(`/planer/${plan}/ansvar`, { overall: REGION, coordinator: worker, followUp: '2027-02-01', tookPart: 'yes' }, as);
