import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, stableId } from '../../platform/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';
import { announceChange } from './announce-change.ts';
import { awaitedReceipts } from './awaited-receipts.ts';
import { codeOf, done, givenChanges, ROW, words } from './given-changes.ts';
import { listChanges } from './planned-changes.sql.ts';
import { listChangesOf, openChangesOf, readChange } from './read-changes.ts';
import { objectToChange } from './reply-to-change.ts';
import { withdrawChange } from './withdraw-change.ts';

let given: Awaited<ReturnType<typeof givenChanges>>;
let announced: typeof given.announced;
let read: typeof given.read;
let told: typeof given.told;
let scopeOf: typeof given.scopeOf;

beforeAll(async () => {
  given = await givenChanges();
  ({ announced, read, told, scopeOf } = given);
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
      const count = () =>
        given.owner(async (tx) => (await sql<{ n: string }>`select count(*) as n from planned_change`.execute(tx)).rows[0]?.n);
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

  test('that is sent twice, also at once, is announced once, and other words are not lost under the same key', async () => {
    const scope = await scopeOf('registrator-region-06');
    const key = newId(given.clock.now());
    const answers = await Promise.all([1, 2, 3].map(() => announceChange(scope, { key, ...words() })));
    expect(answers).toEqual([{ id: key }, { id: key }, { id: key }]);
    expect(await told(key)).toHaveLength(13);
    expect(codeOf(await announceChange(scope, { key, ...words(), what: 'Något helt annat.' }))).toBe('key-taken');
    expect(codeOf(await announceChange(await scopeOf('registrator-aneby-06'), { key, ...words() }))).toBe('key-taken');
    expect(codeOf(await announceChange(await scopeOf('registrator-region-20'), { key, ...words('20') }))).toBe('key-taken');
  });

  test('names each row once, however often it was sent', async () => {
    const scope = await scopeOf('registrator-region-06');
    const { id } = done(await announceChange(scope, { ...words(), rows: [ROW['06'], ROW['06']] }));
    expect((await read('registrator-region-06', id)).wording.rows).toEqual([ROW['06']]);
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

  test('that is done with, or touches another agreement, is not even read for a matrix', async () => {
    const region = await scopeOf('registrator-region-06');
    const begun = async () => done(await announceChange(region, { ...words(), from: '2026-11-22' })).id;
    const [ahead, past, objected, withdrawn] = [await announced(), await begun(), await begun(), await announced()];
    done(await objectToChange(await scopeOf('registrator-aneby-06'), { change: objected, seen: 1, reason: 'Nej.' }));
    done(await withdrawChange(region, { change: withdrawn, seen: 1 }));
    const secret = region.actor.kind === 'staff' ? region.actor.login.secret : '';
    const read = (slug: string) =>
      given.runtime.database.transaction('read', (tx) => listChanges(tx, { county: '06', openOf: { slug, on: given.clock.today() } }), {
        secret,
        now: given.clock.now(),
      });
    const ids = (await read('jonkoping-missbruk-beroende')).map(({ id }) => id);
    expect([ahead, past, objected, withdrawn].map((id) => ids.includes(id))).toEqual([true, false, true, false]);
    expect((await read('jonkoping-psykiatriska-tillstand')).map(({ id }) => id)).not.toContain(ahead);
  });

  test('names a row that is gone by its agreement, as people name it', async () => {
    const id = await announced();
    await given.owner((tx) =>
      sql`update planned_change_wording set rows = ${[`${ROW['06'].split('#')[0]}#JA-999`]} where change_id = ${id}`.execute(tx),
    );
    const { agreements } = await read('registrator-region-06', id);
    const { text } = await given.pageOf('registrator-region-06', id);
    expect(text).toContain(`Rad JA-999 finns inte längre i ${agreements[0]?.short}.`);
    expect(text).not.toContain('jonkoping-missbruk-beroende');
  });

  test('waits for an answer without a last day, since none is set', async () => {
    const id = await announced();
    const waiting = await awaitedReceipts(await scopeOf('registrator-aneby-06'));
    const item = waiting.find(({ href }) => href.endsWith(id));
    expect(item?.title).toMatch(/från 1.februari.2027/);
    expect(item?.due).toBeUndefined();
  });
});
