import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenSigning } from '../../../tests/given/signing.ts';
import { followSignatures } from './follow-signatures.ts';

let moment = Temporal.Instant.from('2026-11-22T11:00:00Z');
const clock = { now: () => moment, today: () => moment.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };
const { database, double, service, given, signed, lastOrder } = await givenSigning(clock);
const kind = followSignatures({ database, clock }, { service, asOwner: (run) => database.asOwner(run) });

type Ask = { readonly number: number; readonly reached: boolean | null; readonly wait: number };

/** Every time an order is or was to be asked about, in order: which, whether the service answered, and how many seconds after the one before. */
const asksOf = (order: string) =>
  database.asOwner(async (tx) => {
    const { rows } = await sql<Ask>`select a.number, a.reached,
      extract(epoch from a.due_at - coalesce(lag(a.done_at) over (order by a.number), o.at))::int as wait
      from signature_ask a join signature_order o on o.id = a.order_id where a.order_id = ${order} order by a.number`.execute(tx);
    return rows;
  });
const told = (order: string) =>
  database.asOwner(async (tx) => {
    const { rows } = await sql<{
      said: string;
    }>`select t.kind || ' ' || (t.params ->> 'came') || ' ' || a.kind as said from outbox t join act a on a.id = t.act_id
      where t.kind like 'signature-%' and (t.params ->> 'order' = ${order} or a.content ->> 'order' = ${order}) order by 1`.execute(tx);
    return rows.map(({ said }) => said);
  });

/** What the program does when so much time has gone: whatever is due, several times over and at once, as several processes would. */
async function later(length: { hours?: number; minutes?: number; seconds?: number }): Promise<number> {
  moment = moment.add(length);
  const ids = await kind.waiting();
  await Promise.all([...ids, ...ids].map((id) => kind.run(id, { last: false })));
  for (const id of ids) await kind.run(id, { last: false });
  return ids.length;
}

describe('an order that nobody comes back to', () => {
  test('is asked about ever more seldom, and its signature is taken though the service never calls', async () => {
    const { where, reference } = await (await given('politiker-20')).begin('valfardsradet.chair');
    const order = where.split('/').at(-1) ?? '';
    expect(await later({ seconds: 29 })).toBe(0);
    expect(await later({ seconds: 1 })).toBe(1);
    expect(await later({ seconds: 59 })).toBe(0);
    for (const seconds of [1, 120, 240, 480, 900]) expect(await later({ seconds }), `${seconds}`).toBe(1);
    expect((await asksOf(order)).map(({ wait }) => wait)).toEqual([30, 60, 120, 240, 480, 900, 900]);
    await double.person.signs(reference, { calls: 0 });
    expect(await signed('valfardsradet.chair')).toBe(0);
    expect(await later({ seconds: 900 })).toBe(1);
    expect(await signed('valfardsradet.chair')).toBe(1);
    expect(await later({ hours: 2 })).toBe(0);
    expect(await told(order)).toEqual(['signature-ended signed drafts.sign']);
  });

  test('is not asked about again when the service has called, once or five times', async () => {
    const { where, reference } = await (await given('politiker-avesta-20')).begin('valfardsradet.vice-chair');
    const order = where.split('/').at(-1) ?? '';
    await double.person.declines(reference, 5);
    const ended = ['signature-ended declined drafts.end-signature-order', 'signature-missing declined drafts.end-signature-order'];
    expect(await told(order)).toEqual(ended);
    expect(await later({ minutes: 1 })).toBe(1);
    expect(await later({ hours: 3 })).toBe(0);
    expect(await told(order)).toEqual(ended);
    expect(await asksOf(order)).toMatchObject([{ number: 1, reached: true }]);
  });

  test('ends when its time is out, at once and not at some later ask, and who was to sign is told', async () => {
    const { where } = await (await given('strategigrupp-20')).begin('lanschefsnatverket.chair');
    const order = where.split('/').at(-1) ?? '';
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) expect(await later({ seconds })).toBe(1);
    // 45 minutes and a half have gone: the end comes sooner than the next quarter of an hour.
    expect(await later({ seconds: 870 })).toBe(0);
    expect(await later({ seconds: 1 })).toBe(1);
    expect((await asksOf(order)).at(-1)).toMatchObject({ reached: true, wait: 871 });
    expect(await told(order)).toEqual(['signature-ended timed-out drafts.end-signature-order']);
    expect(await later({ hours: 24 })).toBe(0);
  });

  test('is kept as long as the service may have a signature in time, and not for ever', async () => {
    const chair = await given('strategigrupp-20');
    const { where, reference } = await chair.begin('lanschefsnatverket.chair');
    const order = where.split('/').at(-1) ?? '';
    await double.person.signs(reference, { calls: 0 });
    double.goDown();
    expect(await later({ hours: 2 })).toBe(1);
    for (let hour = 0; hour < 3; hour++) expect(await later({ hours: 1 })).toBe(1);
    expect((await asksOf(order)).map(({ reached }) => reached)).toEqual([false, false, false, false, null]);
    double.comeBack();
    expect(await later({ hours: 1 })).toBe(1);
    // Signed in time, and told late: it counts from the day it was made.
    expect(await signed('lanschefsnatverket.chair')).toBe(1);
    const vice = await given('tjansteledning-avesta-20');
    double.goDown();
    expect((await vice.begin('lanschefsnatverket.vice-chair')).status).toBe(503);
    double.comeBack();
    const lost = await lastOrder('lanschefsnatverket.vice-chair');
    expect(await later({ hours: 2 })).toBe(1);
    expect(await told(lost)).toEqual(['signature-ended timed-out drafts.end-signature-order']);
  });

  test('is given up a week after it has run out, when the service is gone', async () => {
    const { where } = await (await given('tjansteledning-avesta-20')).begin('lanschefsnatverket.vice-chair');
    const order = where.split('/').at(-1) ?? '';
    double.goDown();
    expect(await later({ hours: 7 * 24 })).toBe(1);
    expect(await told(order)).toEqual([]);
    expect(await later({ hours: 1 })).toBe(1);
    expect(await later({ hours: 1 })).toBe(1);
    expect(await told(order)).toEqual(['signature-ended timed-out drafts.end-signature-order']);
    expect(await later({ hours: 48 })).toBe(0);
    double.comeBack();
  });
});

test('nobody but this work reads when orders are asked about', async () => {
  const count = (acting?: Parameters<typeof database.transaction>[2]) =>
    database.transaction('read', async (tx) => (await sql`select from signature_ask`.execute(tx)).rows.length, acting);
  const now = clock.now();
  expect(await count({ program: 'follow-signatures', now })).toBeGreaterThan(0);
  expect(await count()).toBe(0);
  expect(await count({ program: 'watch-agreements', now })).toBe(0);
});
