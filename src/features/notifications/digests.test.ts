import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../tests/given/logged-in.ts';
import { decoded, givenMailServer } from '../../../tests/given/mail-server.ts';
import { accountOf, asOwner, givenActor, givenTold } from '../../../tests/given/notices.ts';
import type { StaffActor } from '../../domain/access/actor.ts';
import { Secret } from '../../platform/config/index.ts';
import type { Runtime } from '../../platform/index.ts';
import { smtpSender } from '../../platform/mail/index.ts';
import { changeDigest } from './change-digest.ts';
import { deliver } from './delivery.sql.ts';
import { sendDigests } from './send-digests.ts';

// Tuesday 24 November 2026 is a working day, and not the first of its week.
const clock = givenClock('2026-11-24');
let runtime: Runtime;
let one: StaffActor;
let other: StaffActor;
let server: Awaited<ReturnType<typeof givenMailServer>>;

beforeAll(async () => {
  server = await givenMailServer();
  const database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  await givenLogin(database, clock);
  one = await givenActor(runtime, 'handlaggare-aneby-06');
  other = await givenActor(runtime, 'enhetschef-aneby-06');
  await setEmail(one, 'ett@example.se');
  await setEmail(other, 'tva@example.se');
});

beforeEach(async () => {
  server.become('takes');
  server.taken.length = 0;
  await runtime.database.asOwner(async (tx) => {
    await sql`update notice set digest_id = null, read_at = now()`.execute(tx);
    await sql`delete from digest`.execute(tx);
    await sql`delete from digest_day`.execute(tx);
    await sql`delete from notice_setting`.execute(tx);
  });
  clock.moveTo('2026-11-24');
});

afterAll(() => server.close());

const setEmail = (actor: StaffActor, email: string | null) =>
  runtime.database.asOwner((tx) => sql`update account set email = ${email} where id = ${accountOf(actor)}`.execute(tx));

async function tell(actor: StaffActor, told: { kind?: string; params?: Record<string, string> } = {}): Promise<void> {
  const { outbox } = await givenTold(runtime, { to: { accounts: [accountOf(actor)] }, ...told });
  await runtime.database.transaction('write', (tx) => deliver(tx, outbox, clock.now()));
}

const givenDigests = () =>
  sendDigests(runtime, {
    send: smtpSender({ url: new Secret(server.url), from: 'Överens <notiser@example.se>' }),
    baseUrl: 'https://overens.example.se',
  });

/** Prepares what is due and sends it, as the jobs would; answers the codes of what failed. */
async function morning(attempt = { last: false }, work = givenDigests()): Promise<string[]> {
  const failed: string[] = [];
  for (const id of await work.waiting()) await work.run(id, attempt).catch((error: Error) => failed.push(error.message));
  return failed;
}

const receivers = () => server.taken.map(({ to }) => to).sort();

describe('a digest', () => {
  test('says how many notices of which kinds and where to read them', async () => {
    await tell(one);
    await tell(one);
    await tell(one, { kind: 'of-a-later-version' });
    expect(await morning()).toEqual([]);
    const text = decoded(server.taken[0]?.message ?? '');
    expect(text).toContain('3 notiser väntar');
    expect(text).toContain('2 notiser om att du är ersättare');
    expect(text).toContain('1 annan notis');
    expect(text).toContain('https://overens.example.se/notiser');
  });

  test('goes to each who has unread notices, once, however many processes send', async () => {
    await tell(one);
    await tell(other);
    await Promise.all([morning(), morning(), morning()]);
    await morning();
    expect(receivers()).toEqual(['ett@example.se', 'tva@example.se']);
    clock.moveTo('2026-11-25');
    await morning();
    expect(receivers()).toHaveLength(2);
  });

  test('is not sent of what is read, to who has no address, nor to who is deactivated', async () => {
    await tell(one);
    await runtime.database.asOwner((tx) => sql`update notice set read_at = now()`.execute(tx));
    await tell(other);
    await setEmail(other, null);
    await morning();
    await setEmail(other, 'tva@example.se');
    expect(receivers()).toEqual([]);
  });

  test('waits over weekend and holiday for the next working morning', async () => {
    clock.moveTo('2026-12-24');
    await tell(one);
    for (const day of ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27']) {
      clock.moveTo(day);
      await morning();
      expect([day, receivers()]).toEqual([day, []]);
    }
    clock.moveTo('2026-12-28');
    await morning();
    expect(receivers()).toEqual(['ett@example.se']);
  });

  test('comes as often as chosen: never, each working day, or the first of the week', async () => {
    await changeDigest({ runtime, actor: one }, { kinds: { 'deputy-named': 'none' } });
    await changeDigest({ runtime, actor: other }, { kinds: { 'deputy-named': 'weekly' } });
    await tell(one);
    await tell(other);
    await morning();
    expect(receivers()).toEqual([]);
    clock.moveTo('2026-11-30');
    await morning();
    expect(receivers()).toEqual(['tva@example.se']);
  });
});

describe('a mail server', () => {
  test('that says no is asked again, and gets it once', async () => {
    await tell(one);
    server.become('refuses');
    const work = givenDigests();
    const [id = ''] = await work.waiting();
    await expect(work.run(id, { last: false })).rejects.toThrow('mail-refused');
    server.become('takes');
    await work.run(id, { last: false });
    await work.run(id, { last: false });
    expect(receivers()).toEqual(['ett@example.se']);
  });

  test('that cannot be reached is tried again too', async () => {
    await tell(one);
    const away = sendDigests(runtime, {
      send: smtpSender({ url: new Secret('smtp://127.0.0.1:9'), from: 'a@example.se' }),
      baseUrl: 'http://localhost',
    });
    expect(await morning({ last: false }, away)).toEqual(['mail-refused']);
    expect(await morning()).toEqual([]);
    expect(receivers()).toEqual(['ett@example.se']);
  });

  test('that takes the text and breaks off may have sent it: it never gets it again', async () => {
    await tell(one);
    server.become('breaks-off');
    expect(await morning()).toEqual(['mail-unsure']);
    server.become('takes');
    await morning();
    expect(receivers()).toEqual(['ett@example.se']);
  });

  test('that says no to the end is given up, and the next digest counts what this one did', async () => {
    await tell(one);
    server.become('refuses');
    expect(await morning({ last: true })).toEqual(['mail-refused']);
    server.become('takes');
    expect(await morning()).toEqual([]);
    expect(receivers()).toEqual([]);
    clock.moveTo('2026-11-25');
    await morning();
    expect(receivers()).toEqual(['ett@example.se']);
  });
});

test('a digest whose receiver has gone, or has no address any more, is given up, and waits no longer', async () => {
  const setDeactivated = (at: string | null) =>
    runtime.database.asOwner((tx) => sql`update account set deactivated_at = ${at} where id = ${accountOf(one)}`.execute(tx));
  await tell(one);
  await tell(other);
  const work = givenDigests();
  const waiting = await work.waiting();
  expect(waiting).toHaveLength(2);
  await setDeactivated('2026-11-24T05:00:00Z');
  await setEmail(other, null);
  for (const id of waiting) await work.run(id, { last: false });
  await setDeactivated(null);
  await setEmail(other, 'tva@example.se');
  expect(await work.waiting()).toEqual([]);
  expect(receivers()).toEqual([]);
  clock.moveTo('2026-11-25');
  await morning();
  expect(receivers()).toEqual(['ett@example.se', 'tva@example.se']);
});

test('nothing of what a notice says, and nobody’s name or number, is in a mail or in the tables of jobs', async () => {
  const secrets = ['19800417-9803', '198004179803', 'Tolvan Tolvansson', 'Hemlig gata 3', one.login.name];
  await tell(one, { kind: 'Tolvan Tolvansson', params: { a: '19800417-9803', b: 'Hemlig gata 3', c: '198004179803' } });
  await morning();
  expect(server.taken).toHaveLength(1);
  const { message = '' } = server.taken[0] ?? {};
  const jobs = await asOwner<{ text: string }>(runtime.database, (tx) =>
    sql<{ text: string }>`select j::text as text from job.job j`.execute(tx),
  );
  const said = [message, decoded(message), ...jobs.map(({ text }) => text)].join('\n');
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});
