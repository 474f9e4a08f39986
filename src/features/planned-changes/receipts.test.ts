import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { deliverNotices } from '../notifications/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';
import { amendChange, announceChange } from './announce-change.ts';
import { codeOf, done, givenChanges, words } from './given-changes.ts';
import { insertParty } from './planned-changes.sql.ts';
import { noteSeen } from './read-changes.ts';
import { remindParties } from './remind-parties.ts';
import { acknowledgeChange, answerObjection, objectToChange } from './reply-to-change.ts';
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

describe('a receipt', () => {
  test('tells when the notice came, when somebody there opened it, and what the party says', async () => {
    const id = await announced();
    const rows = await given.owner(
      async (tx) => (await sql<{ id: string }>`select id from outbox where params->>'change' = ${id}`.execute(tx)).rows,
    );
    for (const row of rows) await deliverNotices(given.runtime).run(row.id, { last: false });
    const before = await read('registrator-region-06', id);
    expect([before.deliveries.get('0604'), before.process.receipts.get('0604')]).toEqual([
      { party: '0604', delivered: given.clock.now(), seen: null },
      'awaiting',
    ]);
    const town = await scopeOf('registrator-aneby-06');
    expect((await read('registrator-aneby-06', id)).unseen).toBe(true);
    done(await noteSeen(town, { change: id }));
    done(await noteSeen(town, { change: id }));
    done(await acknowledgeChange(town, { change: id, seen: 1 }));
    const after = await read('registrator-region-06', id);
    expect([after.deliveries.get('0604')?.seen, after.process.receipts.get('0604')]).toEqual([given.clock.now(), 'acknowledged']);
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

  test('is told once more to those whom it no longer touches, as that, and is called off to everyone who was ever told', async () => {
    const id = await announced();
    const organisation = municipalityId('2029');
    const once = { change: id, number: 1, party: '2029', organisation };
    await given.owner((tx) => insertParty(tx, newId(), once, Temporal.PlainDate.from('2026-11-29')));
    const region = await scopeOf('registrator-region-06');
    done(await amendChange(region, { change: id, seen: 1, ...words() }));
    const steps = async () => (await told(id)).filter(({ to }) => to === organisation).map(({ step }) => step);
    expect(await steps()).toEqual(['left']);
    const now = await read('registrator-region-06', id);
    expect([now.left, now.owner.receivers.length]).toEqual([['2029'], 13]);
    done(await withdrawChange(region, { change: id, seen: 2 }));
    expect((await steps()).toSorted()).toEqual(['left', 'withdrawn']);
    expect((await told(id)).filter(({ step }) => step === 'withdrawn')).toHaveLength(14);
  });

  test('says to a party whom it no longer touches that it does not, and asks it for nothing', async () => {
    const id = await announced();
    done(await amendChange(await scopeOf('registrator-region-06'), { change: id, seen: 1, ...words() }));
    expect((await given.pageOf('registrator-eksjo-06', id)).text).not.toMatch(/berör (er )?inte längre/);
    await given.owner((tx) => sql`delete from planned_change_party where change_id = ${id} and number = 2 and party = '0604'`.execute(tx));
    const page = await given.pageOf('registrator-aneby-06', id);
    expect(page.text).toContain('Den här förändringen berör er inte längre.');
    expect(page.links().filter(({ href }) => href.endsWith('/ta-del'))).toEqual([]);
    const { text } = await given.pageOf('registrator-eksjo-06', id);
    expect([text.includes('berör inte längre Aneby kommun'), text.includes('berör er inte längre')]).toEqual([true, false]);
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
    const work = remindParties(given.runtime);
    const sweep = async () => {
      const due = await work.waiting();
      await Promise.all([...due, ...due].map((party) => work.run(party, { last: false })));
    };
    done(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }));
    await sweep();
    expect(await reminded()).toEqual([]);
    given.clock.moveTo('2026-11-29');
    await sweep();
    const first = await reminded();
    expect([first.length, new Set(first).size, first.includes(municipalityId('0604'))]).toEqual([12, 12, false]);
    await sweep();
    expect(await reminded()).toHaveLength(12);
    given.clock.moveTo('2026-12-06');
    await sweep();
    expect(await reminded()).toHaveLength(24);
    given.clock.moveTo('2026-11-22');
    done(await withdrawChange(await scopeOf('registrator-region-06'), { change: id, seen: 1 }));
    given.clock.moveTo('2026-12-13');
    await sweep();
    expect(await reminded()).toHaveLength(24);
    given.clock.moveTo('2026-11-22');
  });
});

describe('a party that is to be reminded', () => {
  test('is not looked for again once it has answered, the wording is another, or the change is called off', async () => {
    const id = await announced();
    const region = await scopeOf('registrator-region-06');
    const waiting = (number: number) =>
      given.owner(async (tx) => {
        const { rows } = await sql<{ party: string }>`select party from planned_change_party
          where change_id = ${id} and number = ${number} and remind_on is not null order by party`.execute(tx);
        return rows.map(({ party }) => party);
      });
    expect(await waiting(1)).toHaveLength(13);
    done(await acknowledgeChange(await scopeOf('registrator-aneby-06'), { change: id, seen: 1 }));
    expect([(await waiting(1)).length, (await waiting(1)).includes('0604')]).toEqual([12, false]);
    done(await amendChange(region, { change: id, seen: 1, ...words() }));
    expect([(await waiting(1)).length, (await waiting(2)).length]).toEqual([0, 13]);
    done(await withdrawChange(region, { change: id, seen: 2 }));
    expect(await waiting(2)).toEqual([]);
  });
});

describe('the database', () => {
  test('refuses what the policies forgot: announcing for others, answering for others, changing what was said', async () => {
    const id = await announced();
    const town = await scopeOf('registrator-aneby-06');
    const secret = town.actor.kind === 'staff' ? town.actor.login.secret : '';
    const attempt = (query: ReturnType<typeof sql>) =>
      given.runtime.database
        .transaction('write', (tx) => query.execute(tx), { secret, now: given.clock.now() })
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
    done(await acknowledgeChange(town, { change: id, seen: 1 }));
    const own = done(await announceChange(town, words())).id;
    const wordedBy = (act: string) =>
      attempt(sql`insert into planned_change_wording (change_id, number, act_id, title, what, services, affects, from_day, units, rows, at)
        select ${own}, 2, a.id, 'Annan', 'x', 'x', 'x', '2027-02-01', '{}', array['x#X'], now() from act a
        where a.subject_id = ${id} and a.kind = ${act}`);
    expect(await wordedBy('planned-changes.acknowledge')).toBe('refused');
    expect(await attempt(sql`update planned_change_wording set title = 'Annan' where change_id = ${id}`)).toBe('refused');
    expect(await attempt(sql`delete from planned_change where id = ${id}`)).toBe('refused');
    expect(await attempt(sql`update planned_change_party set remind_on = '2099-01-01' where change_id = ${id}`)).toBe('refused');
  });
});
