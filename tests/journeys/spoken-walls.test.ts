import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoIndividuals } from '../../src/features/demo/individuals.ts';
import { stableId, type Tx } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader, type Reader } from './visit.ts';

const noon = givenClock('2026-11-22').now();
let now = noon;
const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };
const onwards = () => {
  now = now.add({ seconds: 1 });
};

const WORKER = 'handlaggare-eksjo-06';
let app: Awaited<ReturnType<typeof givenApp>>;
const cookies: Record<string, string> = {};
const account: Record<string, string> = {};
let staff: Reader;
beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  for (const id of ['vardnadshavare-1', 'vardnadshavare-2', 'god-man-1', WORKER]) {
    cookies[id] = await givenLoggedIn(app, id);
    account[id] = (await as(id, (tx) => sql<{ id: string }>`select acting_account() as id`.execute(tx))).rows[0]?.id ?? '';
  }
  staff = await loggedIn(WORKER);
});

async function loggedIn(who: string): Promise<Reader> {
  const reader = await givenReader(app);
  await (await reader.visit('/demo/logga-in')).submit('account', { account: who });
  return reader;
}

/** What the database does for somebody now, without any of our rules between. What is written is taken back. */
async function as<Answer>(who: string, run: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const undone = new Error('taken back');
  let answer: Answer | undefined;
  await (await givenDatabase())
    .transaction('write', async (tx) => {
      await sql`select set_config('overens.session', ${cookies[who]?.split('=')[1] ?? ''}, true), set_config('overens.now', ${now.toString()}, true)`.execute(
        tx,
      );
      answer = await run(tx);
      throw undone;
    })
    .catch((error: unknown) => (error === undone ? undefined : Promise.reject(error)));
  return answer as Answer;
}
const written = (who: string, query: RawBuilder<unknown>) => as(who, async (tx) => (await query.execute(tx)).numAffectedRows);
const WALL = /row-level security/;

const speaker = (who: string) => stableId(`demo:speaker:06:${who}`);
const childPlan = stableId('demo:plan:spoken:enskild-4:06');
const adultPlan = stableId('demo:plan:spoken:enskild-5:06');
const numberOf = (who: string) => demoIndividuals.find(({ id }) => id === who)?.number ?? '';

/** Staff write down what somebody answers to the question whether to make the plan. */
async function noted(plan: string, giver: string): Promise<string> {
  onwards();
  const form = await staff.visit(`/planer/${plan}/samtycke/fraga/plan`);
  const saved = await form.submit('answer', { giver, answer: 'given', method: 'oral', on: '2026-11-22', evidence: 'Samtal' });
  expect(saved.status).toBe(200);
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<{
      id: string;
    }>`select id from consent where plan_id = ${plan} and giver_id = ${giver.split(':')[1]} order by recorded_at desc limit 1`.execute(tx),
  );
  onwards();
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? '';
}

describe('an answer that staff wrote down for a guardian or a representative', () => {
  it.each([
    ['vardnadshavare-1', 'guardian', childPlan],
    ['god-man-1', 'representative', adultPlan],
  ])('is taken back by %s with a login of their own', async (who, sort, plan) => {
    const consent = await noted(plan, `${sort}:${speaker(who)}`);
    const reader = await loggedIn(who);
    const here = `/min-plan/som/${speaker(who)}/${plan}`;
    const back = `${here}/samtycke/ta-tillbaka/${consent}`;
    expect((await reader.visit(here)).links().map(({ href }) => href)).toContain(back);
    const done = await (await reader.visit(back)).submit('key', {});
    expect([done.status, done.text.includes('Det är taget tillbaka.')]).toEqual([200, true]);
  });

  it('is taken back by nobody else with a login, nor in the name of an organisation, whatever is asked of the database', async () => {
    const consent = await noted(childPlan, `guardian:${speaker('vardnadshavare-2')}`);
    const taken = (who: string, organisation: string | null) =>
      written(
        who,
        sql`insert into consent_withdrawal (id, consent_id, scope_id, withdrawn_by, organisation_id, withdrawn_at, recorded_at)
          values (${randomUUID()}, ${consent}, null, ${account[who]}, ${organisation}, ${now}, ${now})`,
      );
    expect(await taken('vardnadshavare-2', null)).toBe(1n);
    await expect(taken('vardnadshavare-1', null)).rejects.toThrow(WALL);
    await expect(taken('god-man-1', null)).rejects.toThrow(WALL);
    const { rows } = await (await givenDatabase()).asOwner((tx) =>
      sql<{ id: string }>`select organisation_id as id from consent where id = ${consent}`.execute(tx),
    );
    expect(rows[0]?.id).toMatch(/-/);
    await expect(taken('vardnadshavare-2', rows[0]?.id ?? '')).rejects.toThrow(WALL);
  });
});

it('a login is opened and shut from now and from no other moment, whatever is asked of the database', async () => {
  onwards();
  const opened = (at: Temporal.Instant) =>
    written(
      WORKER,
      sql`insert into consent_speaker_login (id, person_id, guardian_id, number_hash, written_by, organisation_id, unit_id, at)
        select ${randomUUID()}, person_id, ${speaker('vardnadshavare-1')}, null, acting_account(), acting_case_organisation(), acting_case_unit(), ${at}
        from plan where id = ${childPlan}`,
    );
  expect(await opened(now)).toBe(1n);
  for (const at of [now.subtract({ hours: 1 }), now.add({ hours: 1 })]) await expect(opened(at)).rejects.toThrow(WALL);
});

it('an answer is given by no guardian or representative as another sort than they are', async () => {
  const given = (who: string, sort: string, plan: string) =>
    written(
      who,
      sql`insert into consent (id, plan_id, kind, answer, method, giver, giver_id, given_at, taken_by, recorded_at)
        values (${randomUUID()}, ${plan}, 'make-plan', 'given', ${sort === 'guardian' ? 'written' : sort}, ${sort}, ${speaker(who)}, ${now}, ${account[who]}, ${now})`,
    );
  onwards();
  expect(await given('god-man-1', 'representative', adultPlan)).toBe(1n);
  expect(await given('vardnadshavare-1', 'guardian', childPlan)).toBe(1n);
  await expect(given('god-man-1', 'guardian', adultPlan)).rejects.toThrow(WALL);
  await expect(given('vardnadshavare-1', 'representative', childPlan)).rejects.toThrow(WALL);
});

describe('what is said for somebody', () => {
  const spoken = (who: string, over: { readonly about?: string; readonly [column: string]: unknown } = {}) => {
    const guardian = who.startsWith('vardnadshavare');
    const row = {
      ...{
        plan: guardian ? childPlan : adultPlan,
        guardian: guardian ? speaker(who) : null,
        representative: guardian ? null : speaker(who),
      },
      ...{ about: 'needs', goal: null, number: null, answer: null, kind: over.about ?? 'needs', by: account[who], at: now },
      ...over,
    };
    return written(
      who,
      sql`insert into plan_spoken (id, plan_id, guardian_id, representative_id, about, data_kind, goal_id, number, answer, words_cipher, written_by, at)
        values (${randomUUID()}, ${row.plan}, ${row.guardian}, ${row.representative}, ${row.about}, ${row.kind}, ${row.goal}, ${row.number}, ${row.answer},
          '\\x00', ${row.by}, ${row.at})`,
    );
  };

  it('is written as themselves, in the plan of whom they speak for, now, of a goal that is there, whatever is asked of the database', async () => {
    onwards();
    const { rows: goals } = await (await givenDatabase()).asOwner((tx) =>
      sql<{ goal: string; plan: string }>`select goal_id as goal, plan_id as plan from plan_goal where number = 1`.execute(tx),
    );
    const ofGoal = (plan: string) => {
      const goal = goals.find((one) => one.plan === plan)?.goal ?? '';
      return { about: 'change', kind: 'goals', goal, number: 1, answer: 'approved' };
    };
    for (const who of ['vardnadshavare-1', 'god-man-1']) expect(await spoken(who)).toBe(1n);
    expect(await spoken('vardnadshavare-1', ofGoal(childPlan))).toBe(1n);
    const refused: [string, Parameters<typeof spoken>[1]][] = [
      ['vardnadshavare-1', { guardian: speaker('vardnadshavare-2') }],
      ['vardnadshavare-1', { plan: adultPlan }],
      ['vardnadshavare-1', { by: account['vardnadshavare-2'] }],
      ['vardnadshavare-1', { at: now.subtract({ seconds: 1 }) }],
      ['vardnadshavare-1', ofGoal(adultPlan)],
      ['god-man-1', { plan: childPlan, representative: null, guardian: speaker('vardnadshavare-1') }],
    ];
    for (const [who, over] of refused) await expect(spoken(who, over), JSON.stringify(over)).rejects.toThrow(WALL);
  });

  it('is of what that same assignment opens: what two assignments of one person open is never added up', async () => {
    onwards();
    const form = await staff.visit(`/planer/${adultPlan}/samtycke/foretradare`);
    const said = { name: 'Karin Lind', kind: 'god-man', from: '2026-11-22', until: '2027-01-31', evidence: 'Beslut' };
    const shut = await form.submit('name', { ...said, matters: 'speak', kinds: 'needs' });
    expect([shut.status, shut.text.includes('Kryssa också att uppdraget gäller att läsa')]).toEqual([422, true]);
    const named = await shut.submit('name', { ...said, matters: ['read', 'speak'], kinds: 'goals' });
    expect(named.status).toBe(200);
    const { rows } = await (await givenDatabase()).asOwner((tx) =>
      sql<{ id: string; kinds: string }>`
        select r.id, (select a.content->>'kinds' from act a where a.content->>'speaker' = r.id::text and a.kind = 'consents.name-speaker') as kinds
        from consent_representative r order by r.at desc limit 1`.execute(tx),
    );
    const other = rows[0]?.id ?? '';
    // What the assignment opens is told of, as its matters are.
    expect(rows[0]?.kinds).toBe('["goals"]');
    onwards();
    await (await staff.visit(`/planer/${adultPlan}/samtycke/inloggning/${other}`)).submit('number', { number: numberOf('god-man-1') });
    onwards();
    const reader = await loggedIn('god-man-1');
    const as = (one: string) => `/min-plan/som/${one}/${adultPlan}`;
    const write = await reader.visit(`${as(other)}/skriv`);
    const offered = [...write.document.querySelectorAll<HTMLInputElement>('input[name=about]')].map(({ value }) => value);
    expect(offered).toEqual(['goals']);
    const saved = await write.submit('words', { about: 'goals', words: 'Vill ut varje dag' });
    expect(saved.text).toContain('Vill ut varje dag');
    const answer = async (one: string) => {
      const body = JSON.stringify({ key: randomUUID(), said: [{ about: 'needs', words: 'Sover illa' }] });
      const headers = { cookie: cookies['god-man-1'] ?? '', origin: TEST_ORIGIN, 'content-type': 'application/json' };
      return (await app.request(`${TEST_ORIGIN}/api/v1/spoken/${one}/plans/${adultPlan}/said`, { method: 'POST', body, headers })).status;
    };
    expect([await answer(other), await answer(speaker('god-man-1'))]).toEqual([404, 200]);
    onwards();
    expect(await spoken('god-man-1')).toBe(1n);
    expect(await spoken('god-man-1', { representative: other, about: 'goals' })).toBe(1n);
    await expect(spoken('god-man-1', { representative: other })).rejects.toThrow(WALL);
  });
});
