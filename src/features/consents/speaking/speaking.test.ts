import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../../tests/given/actor.ts';
import { givenClock } from '../../../../tests/given/app.ts';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { givenKeyRing } from '../../../../tests/given/logged-in.ts';
import { app, givenPersonsApp, html, inAneby, REGION, send } from '../../../../tests/given/persons-app.ts';
import { getLogin } from '../../../domain/access/actor.ts';

const days = givenClock('2026-11-22');
let later = 0;
const clock = { ...days, now: () => days.now().add({ seconds: later }) };
const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const NEED = 'Ord om behovet som bara den får läsa som har lov';
/** The moment the child below turns 18, by the Swedish clock. */
const OF_AGE = Temporal.Instant.from('2026-11-22T23:00:00Z');

let clinician: string;
let cases = 0;
beforeAll(async () => {
  await givenPersonsApp(clock);
  const runtime = { database: await givenDatabase(), clock, keys: givenKeyRing() };
  const { secret, session } = getLogin(await givenActor(app, runtime, CLINICIAN));
  clinician = secret;
  // It outlasts the days that are looked ahead to.
  await runtime.database.asOwner((tx) => sql`update session set expires_at = 'infinity' where id = ${session}`.execute(tx));
});

/** Whoever is born a day, by a number for tests. */
function numberOf(day: string): string {
  const digits = `${day.slice(2)}238`;
  const sum = [...digits].reduce((all, digit, nth) => {
    const weighed = Number(digit) * (nth % 2 === 0 ? 2 : 1);
    return all + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${day}238${(10 - (sum % 10)) % 10}`;
}

async function record(name: string, number: string): Promise<string> {
  const form = { namn: name, nummer: number, tolk: '', arendenummer: `SVARAR-${++cases}`, adress: '', vistelse: '' };
  const answer = await send('/personer/ny', form, WORKER);
  return answer.headers.get('location')?.split(/[/?]/)[2] ?? '';
}

/** A plan of Aneby's in which the psychiatry takes part. */
async function givenPlan(person: string): Promise<{ plan: string; to: string }> {
  const plan = randomUUID();
  const form = { key: plan, kind: 'sip', by: 'relative', on: '2026-11-20', reason: NEED, municipality: '0604', needed: 'yes', whyNot: '' };
  expect((await send(`/personer/${person}/plan`, form, WORKER)).status).toBe(303);
  const unit = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Psykiatriska/.exec(await html(`/planer/${plan}/enheter`, WORKER))?.[1] ?? '';
  expect((await send(`/planer/${plan}/enheter`, { unit }, WORKER)).status).toBe(303);
  return { plan, to: `${REGION}/${unit}` };
}

const page = (plan: string) => html(`/planer/${plan}/samtycke`, WORKER);
/** Sends a form of the page of consents, a second after the one before. */
async function write(plan: string, path: string, form: Record<string, string>): Promise<number> {
  later += 1;
  return (await send(`/planer/${plan}/samtycke/${path}`, { key: randomUUID(), evidence: 'Registerutdrag', ...form }, WORKER)).status;
}
const answer = ({ plan, to }: { plan: string; to: string }, giver: string, said: 'given' | 'declined') =>
  write(plan, 'fraga/dela', {
    ...{ giver, answer: said, method: 'oral', on: '2026-11-22' },
    ...(said === 'given' ? { scopes: to, kinds: 'needs', purposes: 'planning', until: '2027-11-22' } : { until: '2027-11-22' }),
  });
/** Who is offered as the one who answers, by name. */
async function answerers(plan: string): Promise<Record<string, string>> {
  const form = await html(`/planer/${plan}/samtycke/fraga/dela`, WORKER);
  const found = [...form.matchAll(/(<input[^>]*name="giver"[^>]*>)[\s\S]*?<label[^>]*>\s*([^<]+?)\s*<\/label>/g)].map(
    ([, input, label]) => ['', /value="([^"]+)"/.exec(input ?? '')?.[1], label] as const,
  );
  return Object.fromEntries(found.map(([, value, label]) => [(label ?? '').split(': ').at(-1) ?? '', value ?? '']));
}
/** The parts of a plan that the clinician reads, by the database. */
async function reads(plan: string, at: Temporal.Instant = clock.now()): Promise<string[]> {
  return (await givenDatabase()).transaction('read', async (tx) => {
    await sql`select set_config('overens.session', ${clinician}, true), set_config('overens.now', ${at.toString()}, true)`.execute(tx);
    const { rows } = await sql<{ kinds: string[] }>`select acting_plan_kinds(${plan}::uuid) as kinds`.execute(tx);
    return rows[0]?.kinds ?? [];
  });
}

describe('a plan around a child', () => {
  let child: { plan: string; to: string };
  beforeAll(async () => {
    const person = await record('Barn Påhittat', numberOf('20081123'));
    child = await givenPlan(person);
  });

  test('stops, and says so, until it is judged who answers and there is somebody to ask; age by the number alone opens nothing', async () => {
    const { plan } = child;
    expect(await page(plan)).toContain('ingen har bedömt om barnet är moget att svara');
    expect(await answer(child, 'person', 'given')).toBe(303);
    expect(await reads(plan)).toEqual([]);
    expect(await write(plan, 'mognad', { decides: 'guardians', on: '2026-11-22' })).toBe(303);
    expect(await page(plan)).toContain('Det finns ingen vårdnadshavare att fråga');
    expect(await reads(plan)).toEqual([]);
  });

  test('opens when each guardian has said yes, stops visibly when they disagree, and never asks one towards whom secrecy holds', async () => {
    const { plan } = child;
    for (const name of ['Anna Förälder', 'Bo Förälder'])
      expect(await write(plan, 'vardnadshavare', { name, from: '2020-01-01' })).toBe(303);
    const givers = await answerers(plan);
    expect(Object.keys(givers).toSorted()).toEqual(['Anna Förälder', 'Bo Förälder', 'Personen själv']);
    const [anna, bo] = [givers['Anna Förälder'] ?? '', givers['Bo Förälder'] ?? ''];
    expect(await answer(child, anna, 'given')).toBe(303);
    expect(await reads(plan)).toEqual([]);
    expect(await page(plan)).toContain('Alla har inte svarat än');
    expect(await answer(child, bo, 'given')).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain(NEED);
    expect(await answer(child, bo, 'declined')).toBe(303);
    expect(await reads(plan)).toEqual([]);
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
    expect(await page(plan)).toContain('Vårdnadshavarna är oense');
    const turn = `vardnadshavare/${bo.split(':')[1]}`;
    expect(await write(plan, turn, { turn: 'concealed-begins', on: '2026-11-22' })).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
    expect(Object.keys(await answerers(plan)).toSorted()).toEqual(['Anna Förälder', 'Personen själv']);
    expect(await answer(child, bo, 'given')).toBe(422);
  });

  test('asks the child as well, or alone, as it is judged', async () => {
    const { plan } = child;
    expect(await write(plan, 'mognad', { decides: 'child', on: '2026-11-22' })).toBe(303);
    // What the child said at first was said by one whose word did not count then: it does now.
    expect(await reads(plan)).toEqual(['needs']);
    expect(await write(plan, 'mognad', { decides: 'together', on: '2026-11-22' })).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
    expect(await answer(child, 'person', 'declined')).toBe(303);
    expect(await reads(plan)).toEqual([]);
    expect(await write(plan, 'mognad', { decides: 'guardians', on: '2026-11-22' })).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
  });

  test("ends the guardians' say when the 18th birthday begins by the Swedish clock, to the moment; then it is the person's own", async () => {
    const { plan } = child;
    expect(await reads(plan, OF_AGE.subtract({ milliseconds: 1 }))).toEqual(['needs']);
    expect(await reads(plan, OF_AGE)).toEqual([]);
  });

  test('tells a form that comes again by all its words', async () => {
    const { plan } = child;
    const key = randomUUID();
    const form = { key, name: 'Cecilia Förälder', from: '2020-01-01', evidence: 'Dom 2020' };
    expect(await write(plan, 'vardnadshavare', form)).toBe(303);
    expect(await write(plan, 'vardnadshavare', form)).toBe(303);
    expect(await write(plan, 'vardnadshavare', { ...form, name: 'Någon Annan' })).toBe(409);
    const judged = { key: randomUUID(), decides: 'guardians', on: '2026-11-20' };
    expect(await write(plan, 'mognad', judged)).toBe(303);
    expect(await write(plan, 'mognad', judged)).toBe(303);
    expect(await write(plan, 'mognad', { ...judged, decides: 'child' })).toBe(409);
  });
});

describe('somebody who speaks for an adult', () => {
  test('opens by their yes within their assignment, never against the own no, and no more when it is ended; a relative answers for nobody', async () => {
    const adult = await givenPlan(inAneby);
    const { plan } = adult;
    const assigned = { name: 'Gunnar Godman', kind: 'god-man', matters: 'consent', from: '2026-11-22', until: '2026-12-31' };
    expect(await write(plan, 'foretradare', { ...assigned, name: 'Nina Närstående', kind: 'relative' })).toBe(422);
    expect(await write(plan, 'vardnadshavare', { name: 'Anna Förälder', from: '2020-01-01' })).toBe(422);
    expect(await write(plan, 'foretradare', assigned)).toBe(303);
    const giver = (await answerers(plan))['Gunnar Godman'] ?? '';
    expect(giver).toMatch(/^representative:/);
    expect(await answer(adult, giver, 'given')).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
    expect(await reads(plan, Temporal.Instant.from('2026-12-31T22:59:59Z'))).toEqual(['needs']);
    expect(await reads(plan, Temporal.Instant.from('2026-12-31T23:00:00Z'))).toEqual([]);
    expect(await answer(adult, 'person', 'declined')).toBe(303);
    expect(await reads(plan)).toEqual([]);
    expect(await answer(adult, 'person', 'given')).toBe(303);
    expect(await reads(plan)).toEqual(['needs']);
    later += 1;
    expect((await send(`/planer/${plan}/samtycke/foretradare/${giver.split(':')[1]}`, {}, WORKER)).status).toBe(303);
    expect(await answer(adult, giver, 'given')).toBe(422);
  });

  test('is written in by nobody but those who keep its record, and whoever only takes part sees neither them nor the forms', async () => {
    const { plan } = await givenPlan(inAneby);
    for (const path of ['vardnadshavare', 'mognad', 'foretradare']) {
      expect((await send(`/planer/${plan}/samtycke/${path}`, { key: randomUUID() }, CLINICIAN)).status).toBeGreaterThanOrEqual(403);
    }
    const rows = await (await givenDatabase()).transaction('read', async (tx) => {
      await sql`select set_config('overens.session', ${clinician}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
        tx,
      );
      const { rows: seen } = await sql<{
        n: number;
      }>`select (select count(*)::int from consent_guardian) + (select count(*)::int from consent_representative)
        + (select count(*)::int from consent_child) + (select count(*)::int from consent_maturity) as n`.execute(tx);
      return seen[0]?.n;
    });
    expect(rows).toBe(0);
  });
});
