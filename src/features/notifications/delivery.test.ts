import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../tests/given/logged-in.ts';
import { accountOf, asOwner, givenActor, givenTold, organisationOf, unitOf } from '../../../tests/given/notices.ts';
import type { StaffActor } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Runtime } from '../../platform/index.ts';
import { deliverNotices } from './deliver-notices.ts';
import { deliver } from './delivery.sql.ts';
import { markRead } from './mark-read.ts';
import { readInbox } from './read-inbox.ts';
import { readSent } from './read-sent.ts';
import { setAbsence } from './set-absence.ts';
import { withdrawAbsence } from './withdraw-absence.ts';

const clock = givenClock('2026-11-24');
let runtime: Runtime;
let worker: StaffActor;
let manager: StaffActor;
let colleague: StaffActor;
let elsewhere: StaffActor;

beforeAll(async () => {
  const database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  await givenLogin(database, clock);
  worker = await givenActor(runtime, 'handlaggare-aneby-06');
  manager = await givenActor(runtime, 'enhetschef-aneby-06');
  colleague = await givenActor(runtime, 'deltagare-aneby-06');
  elsewhere = await givenActor(runtime, 'enhetschef-region-20');
});

const handOver = (outbox: string) => runtime.database.transaction('write', (tx) => deliver(tx, outbox, clock.now()));
const inboxOf = async (actor: StaffActor) => {
  const inbox = await readInbox({ runtime, actor }, {});
  if (isRefusal(inbox)) throw new Error(inbox.code);
  return inbox;
};
const kindsOf = async (actor: StaffActor) => (await inboxOf(actor)).notices.map(({ kind }) => kind);
const tellAndDeliver = async (told: Parameters<typeof givenTold>[1], by?: StaffActor) => {
  const { act, outbox } = await givenTold(runtime, told, by);
  return { act, given: await handOver(outbox) };
};

describe('delivery', () => {
  test('gives each receiver the next number, without gaps', async () => {
    const before = (await inboxOf(worker)).last;
    for (const kind of ['first', 'second']) await tellAndDeliver({ to: { accounts: [accountOf(worker), accountOf(manager)] }, kind });
    const { notices, gaps, last } = await inboxOf(worker);
    expect(notices.slice(0, 2).map(({ number, kind }) => [number, kind])).toEqual([
      [before + 2, 'second'],
      [before + 1, 'first'],
    ]);
    expect(last).toBe(before + 2);
    expect(gaps).toEqual([]);
  });

  test('does nothing the second time, also when both come at once', async () => {
    const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(worker)] }, kind: 'once' });
    const answers = await Promise.all([handOver(outbox), handOver(outbox), handOver(outbox)]);
    expect(answers.filter((answer) => answer === 1)).toHaveLength(1);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(2);
    expect((await kindsOf(worker)).filter((kind) => kind === 'once')).toHaveLength(1);
  });

  test('never stops two deliveries by each other, whatever order their receivers come in', async () => {
    const accounts = [worker, manager, colleague].map(accountOf);
    const rows = await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        givenTold(runtime, { to: { accounts: nth % 2 ? accounts : accounts.toReversed() }, kind: 'many' }),
      ),
    );
    const given = await Promise.all(rows.map(({ outbox }) => handOver(outbox)));
    expect(given).toEqual(rows.map(() => 3));
    expect((await inboxOf(colleague)).gaps).toEqual([]);
  });

  test('reaches those who hold the role at the unit, or anywhere in the organisation, on the day of delivery', async () => {
    expect((await tellAndDeliver({ to: { role: 'unit-manager', unit: unitOf(manager) }, kind: 'to-unit' })).given).toBe(1);
    expect(await kindsOf(manager)).toContain('to-unit');
    await tellAndDeliver({ to: { role: 'participant', organisation: organisationOf(manager) }, kind: 'to-organisation' });
    expect(await kindsOf(colleague)).toContain('to-organisation');
    expect(await kindsOf(elsewhere)).not.toContain('to-unit');
  });

  test('is by the Swedish day: an assignment that ended at midnight in Stockholm is no receiver a minute later', async () => {
    const told = (kind: string) => givenTold(runtime, { to: { role: 'participant', unit: unitOf(colleague) }, kind });
    await runtime.database.asOwner((tx) =>
      sql`update assignment set valid = daterange(lower(valid), '2026-11-25') where account_id = ${accountOf(colleague)}`.execute(tx),
    );
    const at = (moment: string, outbox: string) =>
      runtime.database.transaction('write', (tx) => deliver(tx, outbox, Temporal.Instant.from(moment)));
    // 22:59 and 23:00 in UTC are 23:59 and 00:00 in Stockholm.
    await at('2026-11-24T22:59:00Z', (await told('before-midnight')).outbox);
    await at('2026-11-24T23:00:00Z', (await told('after-midnight')).outbox);
    await runtime.database.asOwner((tx) =>
      sql`update assignment set valid = daterange(lower(valid), null) where account_id = ${accountOf(colleague)}`.execute(tx),
    );
    const kinds = await kindsOf(colleague);
    expect([kinds.includes('before-midnight'), kinds.includes('after-midnight')]).toEqual([true, false]);
  });

  test('passes over who is deactivated', async () => {
    const set = (at: string | null) =>
      runtime.database.asOwner((tx) => sql`update account set deactivated_at = ${at} where id = ${accountOf(elsewhere)}`.execute(tx));
    await set('2026-11-23T10:00:00Z');
    const { given } = await tellAndDeliver({ to: { accounts: [accountOf(elsewhere), accountOf(worker)] } });
    await set(null);
    expect(given).toBe(1);
  });

  test('goes to the system administrators of the organisation when nobody holds the role, or nobody who is left', async () => {
    const administrator = await givenActor(runtime, 'forvaltare-aneby-06');
    const set = (at: string | null) =>
      runtime.database.asOwner((tx) => sql`update account set deactivated_at = ${at} where id = ${accountOf(manager)}`.execute(tx));
    const toManager = { role: 'unit-manager', unit: unitOf(manager) } as const;
    expect((await tellAndDeliver({ to: toManager, kind: 'held' })).given).toBe(1);
    await set('2026-11-23T10:00:00Z');
    await tellAndDeliver({ to: toManager, kind: 'left' });
    await set(null);
    await tellAndDeliver({ to: { role: 'regional-clinician', organisation: organisationOf(manager) }, kind: 'never-held' });
    const kinds = await kindsOf(administrator);
    expect(['held', 'left', 'never-held'].map((kind) => kinds.includes(kind))).toEqual([false, true, true]);
    expect(await kindsOf(elsewhere)).not.toContain('never-held');
  });

  test('says of what there was nobody at all to tell, once, and by its id alone', async () => {
    const untold: string[] = [];
    const work = deliverNotices(runtime, (outbox) => untold.push(outbox));
    const { outbox: nobody } = await givenTold(runtime, { to: { role: 'log-reviewer', organisation: crypto.randomUUID() } });
    const { outbox: somebody } = await givenTold(runtime, { to: { accounts: [accountOf(worker)] } });
    for (const id of [nobody, somebody, nobody]) await work.run(id, { last: false });
    expect(untold).toEqual([nobody]);
  });
});

describe('a deputy', () => {
  test('is told, and told what the absent one is told while away, and nothing before or after', async () => {
    const set = await setAbsence({ runtime, actor: worker }, { first: '2026-12-01', last: '2026-12-02', deputy: accountOf(manager) });
    if (isRefusal(set)) throw new Error(set.code);
    const told = await asOwner<{ id: string }>(runtime.database, (tx) =>
      sql<{ id: string }>`select id from outbox where act_id = ${set.act}`.execute(tx),
    );
    expect(await handOver(told[0]?.id ?? '')).toBe(1);
    expect((await kindsOf(manager))[0]).toBe('deputy-named');
    for (const [day, expected] of [
      ['2026-11-30', 1],
      ['2026-12-01', 2],
      ['2026-12-02', 2],
      ['2026-12-03', 1],
    ] as const) {
      clock.moveTo(day);
      expect([day, (await tellAndDeliver({ to: { accounts: [accountOf(worker)] }, kind: `away-${day}` })).given]).toEqual([day, expected]);
    }
    clock.moveTo('2026-12-01');
    const manager2 = await givenActor(runtime, 'enhetschef-aneby-06');
    const got = (await inboxOf(manager2)).notices.find(({ kind }) => kind === 'away-2026-12-01');
    expect(got?.standsInFor).toBe(worker.login.name);
    clock.moveTo('2026-11-24');
    expect(isRefusal(await withdrawAbsence({ runtime, actor: worker }, { id: set.id }))).toBe(false);
    clock.moveTo('2026-12-01');
    expect((await tellAndDeliver({ to: { accounts: [accountOf(worker)] } })).given).toBe(1);
    clock.moveTo('2026-11-24');
  });

  test('gets one copy, also when told on their own account', async () => {
    const set = await setAbsence({ runtime, actor: worker }, { first: '2026-11-24', last: '2026-11-24', deputy: accountOf(manager) });
    if (isRefusal(set)) throw new Error(set.code);
    expect((await tellAndDeliver({ to: { accounts: [accountOf(worker), accountOf(manager)] }, kind: 'both' })).given).toBe(2);
    expect((await inboxOf(manager)).notices.find(({ kind }) => kind === 'both')?.standsIn).toBe(false);
    await withdrawAbsence({ runtime, actor: worker }, { id: set.id });
  });

  test('may be away too, and two who stand in for each other end nothing', async () => {
    const one = await setAbsence({ runtime, actor: worker }, { first: '2026-11-24', last: '2026-11-24', deputy: accountOf(manager) });
    const two = await setAbsence({ runtime, actor: manager }, { first: '2026-11-24', last: '2026-11-24', deputy: accountOf(worker) });
    expect((await tellAndDeliver({ to: { accounts: [accountOf(worker)] } })).given).toBe(2);
    if (!isRefusal(one)) await withdrawAbsence({ runtime, actor: worker }, { id: one.id });
    if (!isRefusal(two)) await withdrawAbsence({ runtime, actor: manager }, { id: two.id });
  });

  test('is a colleague: nobody of another organisation can be named, and overlapping or past periods are refused', async () => {
    const attempt = async (days: { first: string; last: string }, deputy?: string) => {
      const answer = await setAbsence({ runtime, actor: worker }, { ...days, ...(deputy ? { deputy } : {}) });
      return isRefusal(answer) ? answer.code : answer;
    };
    expect(await attempt({ first: '2027-01-04', last: '2027-01-05' }, accountOf(elsewhere))).toBe('deputy-not-found');
    expect(await attempt({ first: '2027-01-05', last: '2027-01-04' })).toBe('absence-order');
    expect(await attempt({ first: '2026-11-01', last: '2026-11-23' })).toBe('absence-past');
    expect(await attempt({ first: '2027-01-04', last: '2028-01-05' })).toBe('absence-long');
    expect(await attempt({ first: '2027-02-01', last: '2027-02-05' })).toHaveProperty('id');
    expect(await attempt({ first: '2027-02-05', last: '2027-02-06' })).toBe('absence-overlaps');
  });
});

describe('reading', () => {
  test('is noted once and seen by the sender, and by nobody else', async () => {
    const { act } = await tellAndDeliver({ to: { accounts: [accountOf(manager)] }, kind: 'for-sender' }, worker);
    const { notices } = await inboxOf(manager);
    const number = notices.find(({ kind }) => kind === 'for-sender')?.number ?? 0;
    expect(await markRead({ runtime, actor: manager }, { number })).toEqual({ marked: 1 });
    expect(await markRead({ runtime, actor: manager }, { number })).toEqual({ marked: 0 });
    expect(await readSent({ runtime, actor: worker }, { act })).toMatchObject([{ receiver: manager.login.name, read_at: clock.now() }]);
    expect(await readSent({ runtime, actor: manager }, { act })).toMatchObject({ code: 'act-not-found' });
  });

  test('tells the sender that nobody was there to get it', async () => {
    const { act, given } = await tellAndDeliver({ to: { role: 'registrar', organisation: crypto.randomUUID() } }, worker);
    expect(given).toBe(0);
    expect(await readSent({ runtime, actor: worker }, { act })).toMatchObject([{ handled_at: clock.now(), delivered_at: null }]);
  });

  test('refuses a number one has not', async () => {
    expect(await markRead({ runtime, actor: worker }, { number: 99_999 })).toMatchObject({ code: 'notice-not-found' });
  });

  test('finds a gap when a notice is lost', async () => {
    await tellAndDeliver({ to: { accounts: [accountOf(elsewhere)] } });
    await tellAndDeliver({ to: { accounts: [accountOf(elsewhere)] } });
    const { last } = await inboxOf(elsewhere);
    await runtime.database.asOwner((tx) =>
      sql`delete from notice where account_id = ${accountOf(elsewhere)} and number = ${last - 1}`.execute(tx),
    );
    expect((await inboxOf(elsewhere)).gaps).toEqual([{ first: last - 1, last: last - 1 }]);
  });
});
