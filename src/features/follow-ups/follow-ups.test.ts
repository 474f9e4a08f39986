import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId, type Runtime, type Scope } from '../../platform/index.ts';
import { correctFollowUp } from './correct-follow-up.ts';
import { dueFollowUps } from './due-follow-ups.ts';
import { readFollowUps, readRecord, readTasks } from './read-follow-ups.ts';
import { registerFollowUp } from './register-follow-up.ts';
import { stateGround } from './state-ground.ts';
import { watchAgreements } from './watch-agreements.ts';

const JONKOPING = 'jonkoping-missbruk-beroende';
const DALARNA = 'dalarna-missbruk-beroende-2021';
const clock = givenClock('2026-11-22');
let runtime: Runtime;
const scopes = new Map<string, Scope>();
const ACCOUNTS = [
  'strategigrupp-06',
  'strategigrupp-aneby-06',
  'lokal-samordnare-06',
  'politiker-06',
  'handlaggare-aneby-06',
  'strategigrupp-20',
  'tjansteledning-avesta-20',
  'politiker-20',
];
beforeAll(async () => {
  const app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  for (const account of ACCOUNTS) scopes.set(account, { runtime, actor: await givenActor(app, runtime, account) });
});

const as = (account: string): Scope => scopes.get(account) ?? { runtime, actor: { kind: 'public' } };
const done = <T>(answer: T) => {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, { readonly refused: true }>;
};
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const read = async (slug: string, account = '') => done(await readFollowUps(as(account), { slug }));
const taskOf = async (slug: string, cadence: string) => (await read(slug)).tasks.find((task) => task.cadence.id === cadence)?.reading;
const look = async () => {
  const kind = watchAgreements(runtime);
  for (const id of await kind.waiting()) await kind.run(id, { last: false });
};
const written = () =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ count: number }>`select (select count(*) from follow_up)::int + (select count(*) from agreement_act)::int
      + (select count(*) from act where kind like 'follow-ups.%')::int as count`.execute(tx);
    return rows[0]?.count;
  });

const typed = {
  on: '2026-11-20',
  from: '2025-06-01',
  to: '2026-05-31',
  about: 'Gemensamt ansvar.',
  outcome: 'Det fungerar.',
  ledTo: 'nothing',
  documented: 'Dnr 2026/1',
  tookPart: 'Strategigruppen',
} as const;
const yearly = { slug: JONKOPING, cadence: 'arlig-uppfoljning' } as const;

describe('a follow-up', () => {
  test('that is overdue is so for everyone, and waits for those who sit in the body that the term names', async () => {
    expect(await taskOf(JONKOPING, 'arlig-uppfoljning')).toMatchObject({ state: 'overdue', missed: '2026-05-31' });
    const { tasks } = done(await readTasks(as(''), {}));
    expect(tasks[0]?.reading.state).toBe('overdue');
    const waiting = async (account: string) =>
      (await dueFollowUps(as(account))).map(({ kind, href, due }) => [kind, href, due?.toString()]);
    const overdue = ['follow-up-due', `/avtal/${JONKOPING}/uppfoljning/arlig-uppfoljning`, '2026-05-31'];
    expect(await waiting('strategigrupp-06')).toEqual([overdue]);
    expect(await waiting('strategigrupp-aneby-06')).toEqual([overdue]);
    for (const other of ['lokal-samordnare-06', 'politiker-06', 'handlaggare-aneby-06']) expect(await waiting(other)).toEqual([]);
    expect(await waiting('strategigrupp-20')).toEqual([['extension-unknown', `/avtal/${DALARNA}/forlangning`, undefined]]);
  });

  test.each([
    ['follow-up-in-future', { on: '2026-11-23' }],
    ['follow-up-before-agreement', { on: '2021-05-30', from: '2021-01-01', to: '2021-05-30' }],
    ['follow-up-period-order', { from: '2026-05-31', to: '2026-05-30' }],
    ['follow-up-period-future', { to: '2026-11-21' }],
    ['follow-up-period-missing', { from: undefined }],
    ['cadence-not-found', { cadence: 'ingen' }],
    ['agreement-not-found', { slug: 'inget' }],
    ['input-invalid', { outcome: ' ' }],
    ['input-invalid', { documented: '' }],
  ])('refuses %s and changes nothing', async (code, other) => {
    const before = await written();
    const answer = await registerFollowUp(as('strategigrupp-06'), { key: newId(), ...yearly, ...typed, ...other });
    expect(codeOf(answer)).toBe(code);
    expect(await written()).toBe(before);
  });

  test.each([
    ['not-your-follow-up', 'lokal-samordnare-06'],
    ['not-your-follow-up', 'politiker-06'],
    ['not-your-follow-up', 'strategigrupp-20'],
    ['forbidden', 'handlaggare-aneby-06'],
    ['forbidden', ''],
  ])('refuses with %s to %s', async (code, account) => {
    const before = await written();
    expect(codeOf(await registerFollowUp(as(account), { key: newId(), ...yearly, ...typed }))).toBe(code);
    expect(await written()).toBe(before);
  });

  test('moves the next due day, is public in its fact, day and outcome, and is read whole by the staff of the county alone', async () => {
    const key = newId();
    const { act } = done(await registerFollowUp(as('strategigrupp-06'), { key, ...yearly, ...typed, ledTo: 'revision-begun' }));
    expect(await taskOf(JONKOPING, 'arlig-uppfoljning')).toEqual({
      id: 'arlig-uppfoljning',
      state: 'due',
      next: '2027-05-31',
      outcomes: [],
    });
    const { acts } = await read(JONKOPING);
    expect(acts.map(({ kind, on, outcome, body, ledTo }) => ({ kind, on, outcome, body, ledTo }))).toEqual([
      {
        kind: 'followed-up',
        on: '2026-11-20',
        outcome: 'Det fungerar.',
        body: 'strategigrupp-psykiatri-missbruk',
        ledTo: 'revision-begun',
      },
      { kind: 'revision-begun', on: '2026-11-20', outcome: 'Det fungerar.', body: 'strategigrupp-psykiatri-missbruk', ledTo: null },
    ]);
    expect(JSON.stringify(acts)).not.toContain('Dnr 2026/1');
    expect(done(await readRecord(as('handlaggare-aneby-06'), { act })).record).toMatchObject({
      documented: 'Dnr 2026/1',
      about: 'Gemensamt ansvar.',
    });
    expect(codeOf(await readRecord(as('strategigrupp-20'), { act }))).toBe('follow-up-not-found');
    expect(codeOf(await readRecord(as(''), { act }))).toBe('forbidden');
    // Sent again, nothing is doubled.
    const before = await written();
    expect(done(await registerFollowUp(as('strategigrupp-06'), { key, ...yearly, ...typed, ledTo: 'revision-begun' })).act).toBe(act);
    expect(await written()).toBe(before);
  });

  test('is corrected by a new act, once, with what was there kept and counting no more', async () => {
    const [first] = (await read(JONKOPING)).acts;
    const act = first?.act ?? '';
    const change = { how: 'follow-up', act, why: 'Fel dag.', ...typed, on: '2026-11-19' } as const;
    expect(codeOf(await correctFollowUp(as('lokal-samordnare-06'), { key: newId(), ...change }))).toBe('not-your-follow-up');
    expect(codeOf(await correctFollowUp(as('strategigrupp-20'), { key: newId(), ...change }))).toBe('follow-up-not-found');
    const corrected = done(await correctFollowUp(as('strategigrupp-aneby-06'), { key: newId(), ...change }));
    expect(codeOf(await correctFollowUp(as('strategigrupp-06'), { key: newId(), ...change }))).toBe('follow-up-corrected');
    const { acts } = await read(JONKOPING);
    expect(acts.map(({ kind, on, correctedBy }) => [kind, on, correctedBy])).toEqual([
      ['followed-up', '2026-11-20', corrected.act],
      ['revision-begun', '2026-11-20', corrected.act],
      ['followed-up', '2026-11-19', null],
    ]);
    expect(await taskOf(JONKOPING, 'arlig-uppfoljning')).toMatchObject({ state: 'due', next: '2027-05-31' });
    // That it never happened makes it late again.
    const never = { how: 'never', act: corrected.act, why: 'Mötet ställdes in.' } as const;
    done(await correctFollowUp(as('strategigrupp-06'), { key: newId(), ...never }));
    expect(await taskOf(JONKOPING, 'arlig-uppfoljning')).toMatchObject({ state: 'overdue', missed: '2026-05-31' });
  });

  test('of two corrections at once, one is made and the other is told', async () => {
    const { act } = done(await registerFollowUp(as('strategigrupp-06'), { key: newId(), ...yearly, ...typed }));
    const never = () => correctFollowUp(as('strategigrupp-06'), { how: 'never', key: newId(), act, why: 'Fel.' });
    expect((await Promise.all([never(), never()])).map(codeOf).sort()).toEqual(['done', 'follow-up-corrected']);
  });

  test('that is sent twice at once is registered once, and both are told of the same act', async () => {
    const key = newId();
    const before = (await written()) ?? 0;
    const send = () => registerFollowUp(as('strategigrupp-06'), { key, ...yearly, ...typed });
    const [one, other] = (await Promise.all([send(), send()])).map(done);
    expect(one?.act).toBe(other?.act);
    expect(await written()).toBe(before + 3);
    const again = newId();
    const never = () => correctFollowUp(as('strategigrupp-06'), { how: 'never', key: again, act: one?.act ?? '', why: 'Fel.' });
    const [taken, same] = (await Promise.all([never(), never()])).map(done);
    expect(taken?.act).toBe(same?.act);
    expect(await written()).toBe(before + 6);
  });
});

describe('what an extension rests on', () => {
  const ground = { outcome: 'Beslut i nätverket.', documented: 'Dnr RD 2024/1' } as const;
  const state = (account: string, fact: 'evaluation-begun' | 'revision-begun' | 'no-successor', on: string) =>
    stateGround(as(account), { key: newId(), slug: DALARNA, fact, on, ...ground });

  test('is said by the bodies of the agreement alone, and of days that can be', async () => {
    const before = await written();
    expect(codeOf(await state('strategigrupp-06', 'evaluation-begun', '2024-03-01'))).toBe('not-your-follow-up');
    expect(codeOf(await state('', 'evaluation-begun', '2024-03-01'))).toBe('forbidden');
    expect(codeOf(await state('strategigrupp-20', 'evaluation-begun', '2026-11-23'))).toBe('follow-up-in-future');
    expect(codeOf(await state('strategigrupp-20', 'evaluation-begun', '2021-06-30'))).toBe('follow-up-before-agreement');
    expect(codeOf(await state('strategigrupp-20', 'no-successor', '2024-06-29'))).toBe('ground-too-early');
    const elsewhere = { key: newId(), slug: JONKOPING, fact: 'revision-begun', on: '2024-03-01', ...ground } as const;
    expect(codeOf(await stateGround(as('strategigrupp-06'), elsewhere))).toBe('ground-not-asked');
    expect(await written()).toBe(before);
  });

  test('extends the agreement when the last of it is known, and taken back it shows', async () => {
    await look();
    expect((await read(DALARNA)).periods).toMatchObject([
      { verdict: 'unknown', open: ['no-successor', 'evaluation-begun', 'revision-begun'] },
    ]);
    done(await state('strategigrupp-20', 'evaluation-begun', '2024-03-01'));
    done(await state('tjansteledning-avesta-20', 'no-successor', '2024-06-30'));
    await look();
    expect((await read(DALARNA)).acts.some(({ kind }) => kind === 'extended')).toBe(false);
    const begun = done(await state('politiker-20', 'revision-begun', '2024-06-30'));
    await look();
    const { status, acts, periods } = await read(DALARNA);
    expect(periods).toMatchObject([{ verdict: 'holds', until: '2025-06-30', cites: ['giltighetstid.a2'] }]);
    expect(acts.find(({ kind }) => kind === 'extended')).toMatchObject({
      on: '2024-07-01',
      until: '2025-06-30',
      restsOn: [
        { requirement: 'no-successor', acts: [{ kind: 'no-successor', on: '2024-06-30' }] },
        { requirement: 'evaluation-begun', acts: [{ kind: 'evaluation-begun', on: '2024-03-01' }] },
        { requirement: 'revision-begun', acts: [{ kind: 'revision-begun', on: '2024-06-30' }] },
      ],
    });
    expect(status.code).toBe('expired');
    expect(status.since).toBe('2025-07-01');
    done(
      await correctFollowUp(as('strategigrupp-20'), { how: 'never', key: newId(), act: begun.act, why: 'Det var en annan revidering.' }),
    );
    await look();
    const lost = await read(DALARNA);
    expect(lost.status.reasons.map(({ code }) => code)).toContain('extension-without-ground');
    expect(lost.periods).toMatchObject([{ verdict: 'unknown', open: ['revision-begun'] }]);
    const told = await runtime.database.asOwner(
      async (tx) => (await sql<{ kind: string }>`select kind from outbox where kind = 'extension-lost'`.execute(tx)).rows,
    );
    expect(told).toHaveLength(1);
  });
});

describe('a local agreement', () => {
  test('is followed up every year by its parties, as its parent says, from the day it applies', async () => {
    await runtime.database.asOwner(async (tx) => {
      await sql`insert into agreement (slug, county_code, kind, area, parent) values ('lok-avesta', '20', 'local', 'missbruk-beroende', ${DALARNA})`.execute(
        tx,
      );
      await sql`insert into agreement_version (slug, label, applies, content)
        select 'lok-avesta', '1', daterange('2025-03-01', null), (content::jsonb
          || '{"slug": "lok-avesta", "kind": "local", "short": "LÖK Avesta", "version": {"label": "1", "from": "2025-03-01"}, "unknown": []}'::jsonb
          || jsonb_build_object('parent', slug, 'acts', '[{"kind": "took-effect", "on": "2025-03-01", "source": "prov", "certainty": "source"}]'::jsonb,
            'terms', (content::jsonb -> 'terms') - 'extension' - 'cadences' - 'local-agreements' || '{"cadences": [], "validity": {"from": "2025-03-01", "cites": ["giltighetstid.a1"]},
              "parties": {"region": true, "municipalities": ["2084"], "cites": ["bakgrund.a4"]}}'::jsonb))::json
        from agreement_version where slug = ${DALARNA}`.execute(tx);
      await sql`update catalogue set revision = revision + 1`.execute(tx);
    });
    const { tasks } = await read('lok-avesta');
    expect(tasks).toMatchObject([
      {
        of: DALARNA,
        cadence: { id: 'lok-follow-up' },
        responsible: { bodies: [], parties: true },
        reading: { state: 'overdue', missed: '2026-03-01' },
      },
    ]);
    const asked = { slug: 'lok-avesta', cadence: 'lok-follow-up', ...typed, from: '2025-03-01', to: '2026-02-28' } as const;
    expect(codeOf(await registerFollowUp(as('strategigrupp-06'), { key: newId(), ...asked }))).toBe('not-your-follow-up');
    expect((await dueFollowUps(as('tjansteledning-avesta-20'))).map(({ href }) => href)).toContain(
      '/avtal/lok-avesta/uppfoljning/lok-follow-up',
    );
    done(await registerFollowUp(as('tjansteledning-avesta-20'), { key: newId(), ...asked }));
    expect(await taskOf('lok-avesta', 'lok-follow-up')).toMatchObject({ state: 'due', next: '2027-03-01' });
  });
});
