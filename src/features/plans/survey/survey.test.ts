import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { TEST_ORIGIN } from '../../../../tests/given/logged-in.ts';
import { ANEBY, app, get, html as plain, send } from '../../../../tests/given/persons-app.ts';
import { protectedGroups, SURVEY_SEXES, SURVEY_WORDS } from '../../../domain/surveys/survey.ts';
import { mixSurveyAnswers } from '../../surveys/index.ts';
import { listShown } from '../../surveys/surveys.sql.ts';
import { CLINICIAN, clock, givenCalling, onwards, opened, owner, WORKER } from '../calling/given-calling.ts';
import { inSession } from '../tasks/given-tasks.ts';

const PERSON = 'enskild-1';
const QUESTIONS = ['took-part', 'listened', 'right-people', 'who-does-what', 'whom-to-ask', 'will-help'];
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}/g;

beforeAll(givenCalling);

/** A plan with a meeting that has been held. */
async function met(): Promise<string> {
  const plan = await opened();
  const at = clock.now().toString();
  await owner(sql`insert into plan_meeting (id, meeting_id, plan_id, turn, starts_at, minutes, how, organisation_id, unit_id, written_by, at)
    select ${randomUUID()}::uuid, ${randomUUID()}::uuid, p.id, 'held', ${at}::timestamptz, 60, 'place', p.organisation_id, p.unit_id, p.opened_by, ${at}::timestamptz
    from plan p where p.id = ${plan}::uuid`);
  return plan;
}

const codesFor = async (plan: string, codes: number) =>
  (await (await send(`/planer/${plan}/enkat`, { codes: String(codes) }, WORKER)).text()).match(CODE) ?? [];

const said = (code: string, word: string, sex = 'woman') => ({
  ...{ code, respondent: 'individual', sex },
  ...Object.fromEntries(QUESTIONS.map((question) => [question, word])),
});
/** As somebody who has not logged in. */
const answer = (form: Record<string, string>) =>
  app.request(`${TEST_ORIGIN}/enkat`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });

async function mixed(day = clock.today()) {
  const work = mixSurveyAnswers({ database: await givenDatabase(), clock: { ...clock, today: () => day } });
  for (const id of await work.waiting()) await work.run(id, { last: false } as never);
}

describe('the survey after a meeting', () => {
  test('is answered once for each code, by whoever has one, and with no other', async () => {
    const [code = '', other = ''] = await codesFor(await met(), 2);
    expect((await answer(said(code, 'yes'))).headers.get('location')).toBe('/enkat/tack');
    expect((await answer(said(code.toLowerCase().replaceAll('-', ' '), 'no'))).status).toBe(409);
    const turned = `${other.slice(0, -1)}${other.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of ['', 'ABCD', turned]) expect((await answer(said(wrong, 'yes'))).status).toBe(422);
    expect((await answer({ ...said(other, 'yes'), listened: '' })).status).toBe(422);
    expect((await answer(said(other, 'yes'))).status).toBe(303);
  });

  test('is handed out after a meeting that was held, ten codes at most, by those who lead, and taken by the person', async () => {
    expect((await send(`/planer/${await opened()}/enkat`, { codes: '1' }, WORKER)).status).toBe(409);
    const plan = await met();
    expect((await codesFor(plan, 9)).length).toBe(9);
    expect((await send(`/planer/${plan}/enkat`, { codes: '2' }, WORKER)).status).toBe(409);
    expect((await get(`/planer/${plan}/enkat`, CLINICIAN)).status).toBe(404);
    const own = await (await send(`/min-plan/${plan}/enkat`, {}, PERSON)).text();
    expect(own.match(CODE)?.length).toBeGreaterThan(0);
    expect((await send(`/min-plan/${plan}/enkat`, {}, 'enskild-3')).status).toBe(404);
  });

  test('is told by five or more, by sex, to those who answer for the huvudman and nobody else', async () => {
    const codes = await codesFor(await met(), 10);
    for (const [nth, code] of codes.entries()) await answer(said(code, nth < 7 ? 'yes' : 'partly', nth < 7 ? 'woman' : 'man'));
    const main = async (path: string) => /<main.*<\/main>/s.exec(await plain(path, 'enhetschef-aneby-06'))?.[0];
    const earlier = await main('/enkat/svar');
    await mixed();
    // A half-year that is not over is told of to nobody, and one that is over never changes.
    expect(await main('/enkat/svar?tid=2026-2')).toBe(earlier);
    await owner(sql`delete from survey_answer where organisation_id = ${ANEBY} and month < '2026-07-01'`);
    await owner(sql`update survey_answer set month = '2026-05-01' where organisation_id = ${ANEBY}`);
    const page = await plain('/enkat/svar?tid=2026-1', 'enhetschef-aneby-06');
    expect(page).toMatch(/kvinna: \d+ svar/);
    expect(page).toContain('Färre än 5 har svarat');
    expect(page).toContain('Eget förslag');
    expect((await get('/enkat/svar', WORKER)).status).toBe(403);
    const counts = await owner(sql<{ n: number }>`select count(*)::int as n from survey_answer where organisation_id = ${ANEBY}`);
    expect(counts.rows[0]?.n).toBeGreaterThanOrEqual(10);
  });

  test('cannot be joined to a plan or a person: by no id, no moment, no order and no transaction', async () => {
    const { rows: begun } = await owner(sql<{ xid: string }>`select pg_current_xact_id()::text as xid`);
    const plan = await met();
    onwards(7);
    const codes = await codesFor(plan, 5);
    for (const code of codes) await answer(said(code, 'unsure', 'other'));
    await owner(sql`delete from job.job where name = 'mix-survey-answers'`);
    await mixed();
    const { rows } = await owner(
      sql<Record<string, unknown>>`select to_jsonb(a) as row from survey_answer a where sex = 'other' and month = '2026-11-01'`,
    );
    expect(rows.length).toBe(5);
    expect(Object.keys((rows[0] as { row: object }).row).toSorted()).toEqual([
      'asked',
      'county_code',
      'month',
      'organisation_id',
      'respondent',
      'said',
      'sex',
    ]);
    // Everything that any other table holds, and its transaction: nothing is shared but the huvudman and the county.
    const { rows: tables } = await owner(sql<{
      name: string;
    }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'survey_answer'`);
    const inAll = (check: (name: string) => ReturnType<typeof sql>) =>
      owner(
        sql<{ name: string; n: number }>`${sql.join(
          tables.map(({ name }) => sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)} t where ${check(name)}`),
          sql` union all `,
        )}`,
      ).then((found) => found.rows.filter(({ n }) => n > 0));
    const held = sql.join(
      codes.map((code) => sql`to_jsonb(t)::text ilike ${`%${code}%`}`),
      sql` or `,
    );
    expect(await inAll(() => sql`t.xmin in (select xmin from survey_answer where month = '2026-11-01')`)).toEqual([]);
    expect(await inAll(() => sql`t.xmin::text::bigint >= ${begun[0]?.xid}::bigint and (${held})`)).toEqual([]);
    const { rows: transactions } = await owner(
      sql<{ n: number }>`select count(distinct xmin::text)::int as n from survey_answer where sex = 'other' and month = '2026-11-01'`,
    );
    expect(transactions).toEqual([{ n: 1 }]);
    const database = await givenDatabase();
    for (const table of ['survey_answer', 'survey_waiting', 'survey_code_spent'])
      await expect(database.transaction('read', (tx) => sql`select * from ${sql.table(table)}`.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('leaves the database hidden: by the same rule as the program has, for half-years that are over, and to nobody else', async () => {
    let state = 7;
    const random = (most: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % (most + 1);
    };
    const halves = Array.from({ length: 16 }, (_, nth) => Temporal.PlainDate.from('2000-01-01').add({ months: 6 * nth }));
    const wrong: string[] = [];
    let hidden = 0;
    for (const half of halves) {
      const raw = SURVEY_SEXES.map((sex) => ({ sex, counts: SURVEY_WORDS.map(() => random(random(3) === 0 ? 25 : 7)) }));
      for (const { sex, counts } of raw)
        for (const [nth, count] of counts.entries())
          await owner(sql`insert into survey_answer (county_code, organisation_id, month, sex, respondent, said, asked)
            select '06', ${ANEBY}, ${half.toString()}::date, ${sex}, 'individual', array[${SURVEY_WORDS[nth]}::text], array['listened'] from generate_series(1, ${count}::int)`);
      const expected = protectedGroups(
        raw.map(({ sex, counts }) => ({ sex, answered: counts.reduce((sum, one) => sum + one, 0) })),
        raw.flatMap(({ sex, counts }) => SURVEY_WORDS.map((word, nth) => ({ sex, question: 'listened', word, answers: counts[nth] ?? 0 }))),
      );
      const rows = await inSession('enhetschef-aneby-06', (tx) => listShown(tx, ANEBY, half, 5));
      const told = SURVEY_SEXES.flatMap((sex) => {
        const own = rows.filter((one) => one.sex === sex);
        const [first] = own;
        if (!first) return [];
        const said = new Map([['listened', Object.fromEntries(own.map(({ said: word, answers }) => [word, answers ?? 'few']))]]);
        return [{ sex, answered: first.answered ?? 'few', said: first.question === null ? undefined : said }];
      });
      hidden += JSON.stringify(rows).split('"answers":null').length;
      if (!isDeepStrictEqual(told, expected)) wrong.push(`${half} ${JSON.stringify(raw)}`);
    }
    expect(wrong).toEqual([]);
    expect(hidden).toBeGreaterThan(40);
    const [first] = halves;
    for (const half of [first?.add({ months: 1 }), Temporal.PlainDate.from('2026-07-01')])
      expect(await inSession('enhetschef-aneby-06', (tx) => listShown(tx, ANEBY, half ?? clock.today(), 5))).toEqual([]);
    expect(await inSession('handlaggare-eksjo-06', (tx) => listShown(tx, ANEBY, halves[3] ?? clock.today(), 5))).toEqual([]);
    const lower = await inSession('enhetschef-aneby-06', (tx) => listShown(tx, ANEBY, halves[4] ?? clock.today(), 1));
    expect(lower).toEqual(await inSession('enhetschef-aneby-06', (tx) => listShown(tx, ANEBY, halves[4] ?? clock.today(), 5)));
  });

  test('waits for company: fewer than five are shown to nobody', async () => {
    const before = await owner(sql<{ n: number }>`select count(*)::int as n from survey_answer`);
    for (const code of await codesFor(await met(), 4)) await answer(said(code, 'no', 'unsaid'));
    await mixed();
    expect(await owner(sql<{ n: number }>`select count(*)::int as n from survey_answer`)).toEqual(before);
  });
});
