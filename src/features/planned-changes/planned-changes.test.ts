import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { newId, type Scope, stableId } from '../../platform/index.ts';
import { deliverNotices } from '../notifications/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';
import { amendChange, announceChange } from './announce-change.ts';
import { listChangesOf, noteSeen, openChangesOf, readChange } from './read-changes.ts';
import { remindParties } from './remind-parties.ts';
import { acknowledgeChange, answerObjection, objectToChange } from './reply-to-change.ts';
import { withdrawChange } from './withdraw-change.ts';

const clock = givenClock();
let runtime: Scope['runtime'];
let scopeOf: (account: string) => Promise<Scope>;

beforeAll(async () => {
  const app = await givenApp({ login: true, clock });
  runtime = { database: await givenDatabase(), clock };
  const scopes = new Map<string, Promise<Scope>>();
  scopeOf = (account) => {
    const scope = scopes.get(account) ?? givenActor(app, runtime, account).then((actor) => ({ runtime, actor }));
    scopes.set(account, scope);
    return scope;
  };
});

const ROW = { '06': 'jonkoping-missbruk-beroende#JA-01', '20': 'dalarna-missbruk-beroende-2021#DAL-01' } as const;
const words = (county: '06' | '20' = '06') => ({
  title: 'Mottagningen flyttar',
  what: 'Ny adress.',
  services: 'Beroendemottagningen',
  affects: 'De som kommer dit.',
  from: '2027-02-01',
  units: [],
  rows: [ROW[county]],
});
const done = <T>(answer: T): Exclude<T, { readonly refused: true }> => {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, { readonly refused: true }>;
};
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const announced = async (county: '06' | '20' = '06') =>
  done(await announceChange(await scopeOf(`registrator-region-${county}`), words(county))).id;
const read = async (account: string, change: string) => done(await readChange(await scopeOf(account), { change }));
const owner = <T>(query: (tx: Parameters<Parameters<typeof runtime.database.asOwner>[0]>[0]) => Promise<T>) =>
  runtime.database.asOwner(query);
const told = (change: string) =>
  owner(async (tx) => {
    const { rows } = await sql<{
      kind: string;
      to: string;
      step: string;
    }>`select o.kind, o.receivers->>'organisation' as "to", o.params->>'step' as step
      from outbox o where o.params->>'change' = ${change} order by o.created_at, o.id`.execute(tx);
    return rows;
  });

describe('a planned change', () => {
  test.each([
    ['06', 13],
    ['20', 15],
  ] as const)('of the region in %s is told to every one of its %i municipalities, once each', async (county, municipalities) => {
    const id = await announced(county);
    const { owner: changed, process } = await read(`registrator-region-${county}`, id);
    expect(changed.receivers).toHaveLength(municipalities);
    expect(changed.receivers).not.toContain('region');
    expect(process.state).toBe('announced');
    const rows = await told(id);
    expect(rows.map(({ kind, step }) => `${kind} ${step}`)).toEqual(rows.map(() => 'change-planned announced'));
    expect(new Set(rows.map(({ to }) => to))).toEqual(new Set(changed.receivers.map((code) => municipalityId(code))));
    expect(rows).toHaveLength(municipalities);
  });

  test('of a municipality is told to the region and every other municipality', async () => {
    const id = done(await announceChange(await scopeOf('registrator-aneby-06'), words())).id;
    const { owner: changed } = await read('registrator-region-06', id);
    expect(changed.receivers).toHaveLength(13);
    expect(changed.receivers).toContain('region');
    expect(changed.receivers).not.toContain('0604');
    expect((await told(id)).map(({ to }) => to)).toContain(regionId('06'));
  });

  test('cites the clause where the agreement has one, and knows that it has none where it has none', async () => {
    const [jonkoping, dalarna] = [
      await read('registrator-region-06', await announced('06')),
      await read('registrator-region-20', await announced('20')),
    ];
    expect(jonkoping.agreements.map(({ terms }) => terms['duty-to-inform']?.cites)).toEqual([['varaktighet.a3', 'varaktighet.a4']]);
    expect(dalarna.agreements.map(({ terms }) => terms['duty-to-inform'])).toEqual([undefined]);
  });

  test('is refused without a row, with a row of another county, on a day that has passed, and with a unit of others', async () => {
    const scope = await scopeOf('registrator-region-06');
    const attempt = async (over: object) => codeOf(await announceChange(scope, { ...words(), ...over }));
    expect(await attempt({ rows: [] })).toBe('rows-missing');
    expect(await attempt({ rows: [ROW['20']] })).toBe('row-not-in-force');
    expect(await attempt({ rows: ['jonkoping-missbruk-beroende#JA-999'] })).toBe('row-not-in-force');
    expect(await attempt({ rows: ['JA-01'] })).toBe('row-not-in-force');
    expect(await attempt({ from: '2026-11-21' })).toBe('change-in-the-past');
    expect(await attempt({ units: [stableId('demo:SE2321000000-U0605')] })).toBe('own-unit-not-found');
    expect(await attempt({ title: '' })).toBe('input-invalid');
  });

  test.each(['handlaggare-aneby-06', 'politiker-06', 'forvaltare-aneby-06', 'loggranskare-aneby-06', 'brukarorganisation-06'])(
    'is not announced by %s, and nothing is kept',
    async (account) => {
      const count = () => owner(async (tx) => (await sql<{ n: string }>`select count(*) as n from planned_change`.execute(tx)).rows[0]?.n);
      const before = await count();
      expect(codeOf(await announceChange(await scopeOf(account), words()))).toBe('forbidden');
      expect(await count()).toBe(before);
    },
  );

  test('is announced of the own unit by who manages it, and of no other', async () => {
    const manager = await scopeOf('enhetschef-aneby-06');
    const unit = manager.actor.kind === 'staff' ? (manager.actor.assignment?.unit?.id ?? '') : '';
    expect(codeOf(await announceChange(manager, words()))).toBe('not-your-unit');
    expect(codeOf(await announceChange(manager, { ...words(), units: [unit] }))).toBe('done');
  });

  test('that is sent twice, also at once, is announced once', async () => {
    const scope = await scopeOf('registrator-region-06');
    const key = newId(clock.now());
    const answers = await Promise.all([1, 2, 3].map(() => announceChange(scope, { key, ...words() })));
    expect(answers).toEqual([{ id: key }, { id: key }, { id: key }]);
    expect(await told(key)).toHaveLength(13);
  });

  test('is not there for another county, nor for an organisation of users', async () => {
    const id = await announced();
    expect(codeOf(await readChange(await scopeOf('registrator-region-20'), { change: id }))).toBe('change-not-found');
    expect(codeOf(await readChange(await scopeOf('brukarorganisation-06'), { change: id }))).toBe('forbidden');
    const elsewhere = done(await listChangesOf(await scopeOf('registrator-region-20'), {}));
    expect(elsewhere.changes.map(({ row }) => row.id)).not.toContain(id);
  });

  test('stands at the rows it touches as long as it is open', async () => {
    const id = await announced();
    const scope = await scopeOf('handlaggare-aneby-06');
    const at = async () =>
      [...done(await openChangesOf(scope, { slug: 'jonkoping-missbruk-beroende' }))].filter(([, views]) =>
        views.some(({ row }) => row.id === id),
      );
    expect((await at()).map(([row]) => row)).toEqual(['JA-01']);
    done(await withdrawChange(await scopeOf('registrator-region-06'), { change: id, seen: 1 }));
    expect(await at()).toEqual([]);
  });
});

describe('a receipt', () => {
  test('tells when the notice came, when somebody there opened it, and what the party says', async () => {
    const id = await announced();
    const rows = await owner(
      async (tx) => (await sql<{ id: string }>`select id from outbox where params->>'change' = ${id}`.execute(tx)).rows,
    );
    for (const row of rows) await deliverNotices(runtime).run(row.id, { last: false });
    const before = await read('registrator-region-06', id);
    expect([before.deliveries.get('0604'), before.process.receipts.get('0604')]).toEqual([
      { party: '0604', delivered: clock.now(), seen: null },
      'awaiting',
    ]);
    const town = await scopeOf('registrator-aneby-06');
    expect((await read('registrator-aneby-06', id)).unseen).toBe(true);
    done(await noteSeen(town, { change: id }));
    done(await noteSeen(town, { change: id }));
    done(await acknowledgeChange(town, { change: id, seen: 1 }));
    const after = await read('registrator-region-06', id);
    expect([after.deliveries.get('0604')?.seen, after.process.receipts.get('0604')]).toEqual([clock.now(), 'acknowledged']);
    expect(after.deliveries.get('0686')?.seen).toBeNull();
    expect(done(await noteSeen(await scopeOf('registrator-region-06'), { change: id }))).toEqual({ seen: false });
  });

  test('is given once, also when two of the party do it at once', async () => {
    const id = await announced();
    const both = await Promise.all(
      ['registrator-aneby-06', 'mas-aneby-06'].map(async (account) => acknowledgeChange(await scopeOf(account), { change: id, seen: 1 })),
    );
    expect(both.map(codeOf).sort()).toEqual(['done', 'receipt-not-in-state']);
    expect((await read('registrator-region-06', id)).replies).toHaveLength(1);
  });

  test('is never given by the party that announced, by who does not speak for the party, or for a wording that is no longer', async () => {
    const id = await announced();
    const attempt = async (account: string, seen = 1) => codeOf(await acknowledgeChange(await scopeOf(account), { change: id, seen }));
    expect(await attempt('registrator-region-06')).toBe('forbidden');
    expect(await attempt('handlaggare-aneby-06')).toBe('forbidden');
    expect(await attempt('enhetschef-aneby-06')).toBe('forbidden');
    expect(await attempt('registrator-region-20')).toBe('change-not-found');
    expect(await attempt('registrator-aneby-06', 2)).toBe('change-reworded');
    expect((await read('registrator-region-06', id)).replies).toEqual([]);
  });
});

describe('an objection', () => {
  test('is read by every party, told to each, answered once, and no longer upheld when the party takes note after all', async () => {
    const id = await announced();
    const town = await scopeOf('registrator-aneby-06');
    expect(codeOf(await objectToChange(town, { change: id, seen: 1, reason: ' ' }))).toBe('input-invalid');
    done(await objectToChange(town, { change: id, seen: 1, reason: 'För tidigt.' }));
    expect(codeOf(await objectToChange(town, { change: id, seen: 1, reason: 'Igen.' }))).toBe('receipt-not-in-state');
    const others = (await told(id)).filter(({ kind }) => kind === 'change-objected');
    expect(others).toHaveLength(13);
    expect(others.map(({ to }) => to)).not.toContain(municipalityId('0604'));
    const elsewhere = await read('registrator-eksjo-06', id);
    expect(elsewhere.replies.map(({ party, text }) => [party, text])).toEqual([['0604', 'För tidigt.']]);
    const region = await scopeOf('registrator-region-06');
    const answer = (party: string) => answerObjection(region, { change: id, seen: 1, party, answer: 'Vi väntar.' });
    expect(codeOf(await answer('0686'))).toBe('receipt-not-in-state');
    const both = await Promise.all([answer('0604'), answer('0604')]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'receipt-not-in-state']);
    expect((await read('registrator-region-06', id)).process.receipts.get('0604')).toBe('answered');
    done(await acknowledgeChange(town, { change: id, seen: 1 }));
    expect((await read('registrator-region-06', id)).process.receipts.get('0604')).toBe('acknowledged');
  });

  test('is answered by the party that announced alone', async () => {
    const id = await announced();
    done(await objectToChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1, reason: 'Nej.' }));
    const attempt = { change: id, seen: 1, party: '0604', answer: 'Jo.' };
    expect(codeOf(await answerObjection(await scopeOf('registrator-eksjo-06'), attempt))).toBe('forbidden');
    expect(codeOf(await answerObjection(await scopeOf('registrator-aneby-06'), attempt))).toBe('forbidden');
  });
});

describe('what is announced', () => {
  test('is worded anew by one at a time, and every party is asked again', async () => {
    const id = await announced();
    done(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }));
    const region = await scopeOf('registrator-region-06');
    const amend = (title: string) => amendChange(region, { change: id, seen: 1, ...words(), title, from: '2027-03-01' });
    const both = await Promise.all([amend('En ny rubrik'), amend('En annan rubrik')]);
    expect(both.map(codeOf).sort()).toEqual(['change-reworded', 'done']);
    const now = await read('registrator-aneby-06', id);
    expect([now.wording.number, now.wording.from, now.process.receipts.get('0604'), now.wordings.length]).toEqual([
      2,
      '2027-03-01',
      'awaiting',
      2,
    ]);
    expect((await told(id)).filter(({ step }) => step === 'amended')).toHaveLength(13);
    expect(codeOf(await amendChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 2, ...words() }))).toBe('forbidden');
  });

  test('is called off once, before its day and not after, and nothing more is said of it', async () => {
    const id = await announced();
    const region = await scopeOf('registrator-region-06');
    expect(codeOf(await withdrawChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }))).toBe('forbidden');
    const both = await Promise.all([1, 2].map(() => withdrawChange(region, { change: id, seen: 1 })));
    expect(both.map(codeOf).sort()).toEqual(['change-not-in-state', 'done']);
    expect(codeOf(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }))).toBe('change-not-in-state');
    const begun = done(await announceChange(region, { ...words(), from: '2026-11-22' })).id;
    expect(codeOf(await withdrawChange(region, { change: begun, seen: 1 }))).toBe('change-not-in-state');
    expect(codeOf(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: begun, seen: 1 }))).toBe('done');
  });
});

describe('a reminder', () => {
  test('comes every seventh day to a party that has said nothing, however many processes see to it, until it has or the change is called off', async () => {
    const id = await announced();
    const reminded = async () => (await told(id)).filter(({ step }) => step === 'reminded').map(({ to }) => to);
    const work = remindParties(runtime);
    const sweep = async () => {
      const due = await work.waiting();
      await Promise.all([...due, ...due].map((party) => work.run(party, { last: false })));
    };
    done(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }));
    await sweep();
    expect(await reminded()).toEqual([]);
    clock.moveTo('2026-11-29');
    await sweep();
    const first = await reminded();
    expect([first.length, new Set(first).size, first.includes(municipalityId('0604'))]).toEqual([12, 12, false]);
    await sweep();
    expect(await reminded()).toHaveLength(12);
    clock.moveTo('2026-12-06');
    await sweep();
    expect(await reminded()).toHaveLength(24);
    clock.moveTo('2026-11-22');
    done(await withdrawChange(await scopeOf('registrator-region-06'), { change: id, seen: 1 }));
    clock.moveTo('2026-12-13');
    await sweep();
    expect(await reminded()).toHaveLength(24);
    clock.moveTo('2026-11-22');
  });
});

describe('the database', () => {
  test('refuses what the policies forgot: announcing for others, answering for others, changing what was said', async () => {
    const id = await announced();
    const town = await scopeOf('registrator-aneby-06');
    const secret = town.actor.kind === 'staff' ? town.actor.login.secret : '';
    const attempt = (query: ReturnType<typeof sql>) =>
      runtime.database
        .transaction('write', (tx) => query.execute(tx), { secret, now: clock.now() })
        .then(
          () => 'done',
          () => 'refused',
        );
    expect(
      await attempt(sql`insert into planned_change (id, county_code, organisation_id, party, opened_by, opened_at)
        values (${newId()}, '06', ${regionId('06')}, 'region', (select acting_account()), now())`),
    ).toBe('refused');
    expect(await attempt(sql`insert into planned_change_seen (change_id, number, party, at) values (${id}, 1, '0686', now())`)).toBe(
      'refused',
    );
    expect(await attempt(sql`insert into planned_change_seen (change_id, number, party, at) values (${id}, 1, '0604', now())`)).toBe(
      'done',
    );
    expect(await attempt(sql`update planned_change_wording set title = 'Annan' where change_id = ${id}`)).toBe('refused');
    expect(await attempt(sql`delete from planned_change where id = ${id}`)).toBe('refused');
    expect(await attempt(sql`update planned_change_party set remind_on = '2099-01-01' where change_id = ${id}`)).toBe('refused');
  });
});
