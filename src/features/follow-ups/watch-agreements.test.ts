import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId, type Runtime } from '../../platform/index.ts';
import { readFollowUps } from './read-follow-ups.ts';
import { watchAgreements } from './watch-agreements.ts';

/** The agreement of the fictional county: it ends on the last day of 2027, and is extended by six months, twice, if no new one has come. */
const SLUG = 'fjallmark-beroende';
const DALARNA = 'dalarna-missbruk-beroende-2021';
const clock = givenClock('2026-12-30');
let runtime: Runtime;
beforeAll(async () => {
  await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
});

/** One process that looks, from its start. */
async function look(kind = watchAgreements(runtime)) {
  for (const id of await kind.waiting()) await kind.run(id, { last: false });
  return kind;
}
const told = (what: string, slug = SLUG) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ params: { agreement: string }; receivers: object }>`select params, receivers from outbox
      where kind = ${what} order by created_at, id`.execute(tx);
    return rows.filter(({ params }) => params.agreement === slug);
  });
const steps = () =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ step: string }>`select what || ' ' || about || ' ' || on_date as step from agreement_watch
      where slug = ${SLUG} order by on_date, what`.execute(tx);
    return rows.map(({ step }) => step);
  });
/** Forgets everything that has been noted and told. */
const forget = () =>
  runtime.database.asOwner(async (tx) => {
    await sql`delete from agreement_watch`.execute(tx);
    await sql`delete from agreement_act`.execute(tx);
    await sql`update catalogue set revision = revision + 1`.execute(tx);
  });
/** The agreements of which something has been told. */
const watched = () =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ slug: string }>`select distinct slug from agreement_watch order by slug`.execute(tx);
    return rows.map(({ slug }) => slug);
  });
const statusOf = async (slug: string) => {
  const read = await readFollowUps({ runtime, actor: { kind: 'public' } }, { slug });
  if (isRefusal(read)) throw new Error(read.code);
  return read;
};

describe('those who watch over an agreement', () => {
  test('are warned once of each step, whatever looks and however often, also when nobody looked on the day', async () => {
    await look();
    expect(await steps()).toEqual([]);
    clock.moveTo('2026-12-31');
    const kind = await look();
    expect(await steps()).toEqual(['ends-12 2027-12-31 2026-12-31']);
    // Two processes at once, and one that starts anew.
    await Promise.all([look(), look(), look(kind)]);
    expect(await told('agreement-ends')).toHaveLength(1);
    // The program is down from February to October: two days pass unseen, and one warning says how it is.
    clock.moveTo('2027-10-10');
    await look();
    await look();
    expect(await steps()).toEqual(['ends-12 2027-12-31 2026-12-31', 'ends-3 2027-12-31 2027-10-10', 'ends-6 2027-12-31 2027-10-10']);
    const warned = await told('agreement-ends');
    expect(warned.map(({ params }) => params)).toMatchObject([{ months: 12 }, { months: 3, end: '2027-12-31' }]);
    clock.moveTo('2027-11-30');
    await Promise.all([look(), look()]);
    expect(await told('agreement-ends')).toHaveLength(3);
  });

  test('are told that it was extended, the day after its last day and not before, with what it rests on', async () => {
    clock.moveTo('2027-12-31');
    await look();
    expect(await told('agreement-extended')).toEqual([]);
    expect((await statusOf(SLUG)).status).toMatchObject({ code: 'in-force', until: '2027-12-31' });
    clock.moveTo('2028-01-01');
    await Promise.all([look(), look()]);
    expect((await told('agreement-extended')).map(({ params }) => params)).toMatchObject([{ end: '2027-12-31', until: '2028-06-30' }]);
    const { status, acts } = await statusOf(SLUG);
    expect(status).toMatchObject({ code: 'extended', until: '2028-06-30' });
    expect(status.reasons.find(({ code }) => code === 'extension-noted')).toMatchObject({
      params: { on: '2028-01-01', until: '2028-06-30' },
      cites: ['hur-lange.a2'],
    });
    expect(acts).toMatchObject([{ kind: 'extended', on: '2028-01-01', restsOn: [{ requirement: 'no-successor', acts: [] }] }]);
  });

  test('find every extension noted when the program was away over several of them, and never more than the terms give', async () => {
    clock.moveTo('2029-03-01');
    await look();
    const { status, acts } = await statusOf(SLUG);
    expect(acts.map(({ kind, on, until }) => [kind, on, until])).toEqual([
      ['extended', '2028-07-01', '2028-12-31'],
      ['extended', '2028-01-01', '2028-06-30'],
    ]);
    expect(status.code).toBe('expired');
  });

  test('are told once that nobody knows, and nothing is noted then', async () => {
    clock.moveTo('2029-03-02');
    await look();
    await look();
    const unknown = await told('extension-unknown', DALARNA);
    expect(unknown.map(({ params }) => params)).toMatchObject([{ end: '2024-06-30' }]);
    // Whoever sits in the bodies that the terms name, and has an account.
    expect(unknown[0]?.receivers).toMatchObject({ accounts: expect.arrayContaining([expect.any(String)]) });
    expect((await statusOf(DALARNA)).acts.filter(({ kind }) => kind === 'extended')).toEqual([]);
  });
});

describe('a look', () => {
  test('is asked for at each start and once a day, and is done with when it is done', async () => {
    const runs = () =>
      runtime.database.asOwner(async (tx) => {
        const { rows } = await sql<{ cause: string; done: boolean }>`select cause, done_at is not null as done from watch_run
          where day = '2030-01-02' order by cause`.execute(tx);
        return rows;
      });
    clock.moveTo('2030-01-01');
    const [one, other] = [await look(), await look()];
    clock.moveTo('2030-01-02');
    await Promise.all([look(one), look(other), look(one)]);
    expect(await runs()).toEqual([{ cause: 'day', done: true }]);
    await watchAgreements(runtime).waiting();
    expect(await runs()).toEqual([
      { cause: 'day', done: true },
      { cause: 'start', done: false },
    ]);
  });

  test('that dies anywhere on its way leaves nothing half done, and the next does the rest once', async () => {
    // A new year of the third county: in every run it dies one transaction later, until it gets through.
    const count = () =>
      runtime.database.asOwner(async (tx) => {
        const { rows } = await sql<{ acts: number; told: number; noted: number }>`select
          (select count(*) from act where kind like 'follow-ups.%')::int as acts,
          (select count(*) from outbox where kind in ('agreement-ends', 'agreement-extended', 'extension-unknown', 'extension-lost'))::int as told,
          (select count(distinct act_id) from (select act_id from agreement_watch union all select act_id from agreement_act) a)::int as noted`.execute(
          tx,
        );
        return rows[0];
      });
    await forget();
    const before = await count();
    for (let most = 1; ; most++) {
      let left = most;
      const dying: Runtime = {
        ...runtime,
        database: {
          ...runtime.database,
          transaction: (mode, run, acting) =>
            runtime.database.transaction(
              mode,
              async (tx) => {
                const answer = await run(tx);
                if (mode === 'write' && left-- <= 0) throw new Error('killed');
                return answer;
              },
              acting,
            ),
        },
      };
      const died = await look(watchAgreements(dying)).then(
        () => false,
        () => true,
      );
      if (!died) break;
    }
    const after = await count();
    await look();
    expect(await count()).toEqual(after);
    // Two extensions of the third county and one agreement that nobody knows of: each an act, told once.
    expect([(after?.acts ?? 0) - (before?.acts ?? 0), (after?.told ?? 0) - (before?.told ?? 0), after?.noted]).toEqual([3, 3, 3]);
  });

  test('that cannot be had at one agreement is had at all the others, and is tried again', async () => {
    await forget();
    await runtime.database.asOwner(async (tx) => {
      await sql`create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'faulty'; end $$`.execute(tx);
      await sql`create trigger refuse_one before insert on agreement_watch for each row when (new.slug = ${sql.lit(DALARNA)})
        execute function refuse_one()`.execute(tx);
    });
    const kind = watchAgreements(runtime);
    const [id = ''] = (await kind.waiting()).slice(-1);
    await expect(kind.run(id, { last: false })).rejects.toThrow('faulty');
    expect((await statusOf(SLUG)).acts.filter(({ kind: done }) => done === 'extended')).toHaveLength(2);
    expect(await kind.waiting()).toContain(id);
    await runtime.database.asOwner((tx) => sql`drop trigger refuse_one on agreement_watch`.execute(tx));
    await kind.run(id, { last: false });
    expect(await watched()).toContain(DALARNA);
    expect(await kind.waiting()).not.toContain(id);
  });

  test('that something registered asks for is at that agreement alone', async () => {
    await forget();
    const id = newId();
    await runtime.database.asOwner((tx) =>
      sql`insert into watch_run (id, day, cause, slug, at) values (${id}, ${clock.today()}, 'act', ${SLUG}, ${clock.now()})`.execute(tx),
    );
    await watchAgreements(runtime).run(id, { last: false });
    expect((await statusOf(SLUG)).acts.filter(({ kind }) => kind === 'extended')).toHaveLength(2);
    expect(await watched()).not.toContain(DALARNA);
  });

  test('that has a job is not asked for again, however many are stuck', async () => {
    const kind = watchAgreements(runtime);
    await kind.waiting();
    const stuck = Array.from({ length: 120 }, () => newId());
    await runtime.database.asOwner(async (tx) => {
      await sql`insert into watch_run (id, day, cause, at) select id, '2020-01-01', 'start', '2020-01-01' from unnest(${stuck}::uuid[]) as u (id)`.execute(
        tx,
      );
      await sql`insert into job.job (name, id, data) select 'watch-agreements', id, '{}' from unnest(${stuck}::uuid[]) as u (id)`.execute(
        tx,
      );
    });
    const waiting = await kind.waiting();
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.filter((id) => stuck.includes(id))).toEqual([]);
  });

  test('that is done twice doubles nothing', async () => {
    await look();
    const before = [await told('agreement-extended'), await told('extension-unknown', DALARNA)];
    const kind = watchAgreements(runtime);
    const ids = await kind.waiting();
    expect(ids.length).toBeGreaterThan(0);
    for (const id of [...ids, ...ids]) await kind.run(id, { last: false });
    expect([await told('agreement-extended'), await told('extension-unknown', DALARNA)]).toEqual(before);
  });
});

describe('the database', () => {
  const asApp = (kind: string, insert: (act: string) => ReturnType<typeof sql>) =>
    runtime.database.transaction('write', async (tx) => {
      const act = crypto.randomUUID();
      await sql`insert into act (id, at, kind, subject_kind, subject_id, effective_on, content)
        values (${act}, now(), ${kind}, 'agreement', ${act}, '2030-01-01', '{}')`.execute(tx);
      await insert(act).execute(tx);
    });

  test('takes no registered act from nobody, and no extension under another act', async () => {
    const followedUp = (act: string) =>
      sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry) values (${act}, ${SLUG}, '2', 'followed-up', '2028-01-01', '')`;
    const extended = (act: string) =>
      sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, until_date, rests_on) values (${act}, ${DALARNA}, '2021', 'extended', '2024-07-01', '', '2025-06-30', '[]')`;
    await expect(asApp('follow-ups.register', followedUp)).rejects.toThrow('row-level security');
    await expect(asApp('follow-ups.warn', extended)).rejects.toThrow('row-level security');
  });
});
