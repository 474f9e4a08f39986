import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenClock } from '../../../tests/given/app.ts';
import { DRAFT, givenSigning } from '../../../tests/given/signing.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { type Actor, assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, recorder, type Tx } from '../../platform/index.ts';
import { signatureOf } from '../../platform/signing/http-signing-service.ts';
import { insertSignature } from './decisions.sql.ts';
import { keepBegun, readOrder } from './order-signature.ts';
import { insertOrder, type NewOrder } from './signature-orders.sql.ts';
import { allRefusals } from './signing-pages.tsx';

const clock = givenClock();
const { app, database, double, demo, given, signed, lastOrder, callBack } = await givenSigning(clock);

test('a signature is offered to each from their own seat alone', async () => {
  const { html } = await (await given('politiker-20')).get(`/arbetsversioner/${DRAFT}/beslut`);
  expect([...html.matchAll(/underskrift\/sign\/([a-z.-]+)"/g)].map(([, seat]) => seat)).toEqual(['valfardsradet.chair']);
});

describe('a signature at an outside service', () => {
  test('waits until the person has signed there, and is noted once however often the service calls', async () => {
    const chair = await given('politiker-20');
    const { status, where, reference } = await chair.begin('valfardsradet.chair');
    expect(status).toBe(303);
    await chair.reader.visit(where);
    const waiting = await chair.get(where);
    expect(waiting.html).toContain(`href="https://underskrift.example/${reference}"`);
    expect(waiting.html).toContain('väntar på dig');
    expect(await signed('valfardsradet.chair')).toBe(0);
    expect((await chair.begin('valfardsradet.chair')).where).toBe(where);
    await double.person.signs(reference, { calls: 3 });
    expect(await signed('valfardsradet.chair')).toBe(1);
    expect((await chair.get(where)).html).toContain('Du har skrivit under');
    expect((await chair.get(`/arbetsversioner/${DRAFT}/beslut`)).html).toContain('Undertecknat');
    expect((await chair.begin('valfardsradet.chair')).status).toBe(409);
    const stranger = await given('strategigrupp-20');
    expect((await stranger.get(where)).status).toBe(404);
    expect((await stranger.get('/underskrift/nej')).status).toBe(404);
    expect((await stranger.begin('lanschefsnatverket.chair', where.split('/').at(-1))).status).toBe(409);
  });

  test('is noted when the person comes back, though the service never called', async () => {
    const vice = await given('politiker-avesta-20');
    // Pressed twice, it is one order.
    const pressed = await Promise.all([1, 2, 3].map(() => vice.begin('valfardsradet.vice-chair')));
    const [{ where, reference } = { where: '', reference: '' }] = pressed;
    expect(pressed).toEqual([1, 2, 3].map(() => ({ status: 303, where, reference })));
    await double.person.signs(reference, { calls: 0 });
    expect(await signed('valfardsradet.vice-chair')).toBe(0);
    expect((await vice.get(where)).html).toContain('Du har skrivit under');
    expect(await signed('valfardsradet.vice-chair')).toBe(1);
  });

  test('by somebody else, or of other bytes, is refused with why, and can be made again as it should', async () => {
    const chair = await given('strategigrupp-20');
    const { where, reference } = await chair.begin('lanschefsnatverket.chair');
    await double.person.signs(reference, { as: 'SE2321000000-X9', calls: 0 });
    // The service may call while the person comes back, in two windows.
    expect((await Promise.all([chair.get(where), chair.get(where), chair.get(where)])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    expect((await chair.get(where)).html).toContain('Bara den som har uppdraget kan skriva under');
    await double.person.signs(reference, { bytes: 'b'.repeat(64) });
    expect((await chair.get(where)).html).toContain('Det som skrevs under är inte det som skulle skrivas under');
    expect(await signed('lanschefsnatverket.chair')).toBe(0);
    await double.person.declines(reference);
    const declined = await chair.get(where);
    expect(declined.html).toContain('Du har valt att inte skriva under');
    expect(declined.html).not.toContain('Det här gick inte');
    const again = await chair.begin('lanschefsnatverket.chair');
    expect(again.where).not.toBe(where);
    clock.moveTo('2026-11-23');
    const later = await given('strategigrupp-20');
    expect((await later.get(again.where)).html).toContain('Tiden för att skriva under har gått ut');
    clock.moveTo('2026-11-22');
    expect(await signed('lanschefsnatverket.chair')).toBe(0);
  });

  test('never waits for ever, and is begun anew when the one before has run out: it never came to the service, or its answer was refused', async () => {
    const seat = 'lanschefsnatverket.chair';
    const chair = await given('strategigrupp-20');
    double.goDown();
    expect((await chair.begin(seat)).status).toBe(503);
    double.comeBack();
    const lost = `/underskrift/${await lastOrder(seat)}`;
    expect((await chair.get(lost)).html).toContain('Börja om med underskriften');
    clock.moveTo('2026-11-23');
    const next = await given('strategigrupp-20');
    const { status, where, reference } = await next.begin(seat);
    expect([status, where === lost]).toEqual([303, false]);
    expect((await next.get(lost)).html).toContain('Tiden för att skriva under har gått ut');
    await double.person.signs(reference, { as: 'SE2321000000-X9', calls: 0 });
    expect((await next.get(where)).html).toContain('Börja om med underskriften');
    clock.moveTo('2026-11-24');
    const last = await given('strategigrupp-20');
    const over = await last.get(where);
    expect(over.html).toContain('Tiden för att skriva under har gått ut');
    expect(over.html).toContain('Börja om med underskriften');
    expect(over.html).not.toContain(`href="https://underskrift.example/${reference}"`);
    clock.moveTo('2026-11-22');
    expect(await signed(seat)).toBe(0);
  });

  test('is put, and kept, by the database itself only for what was given over, as it was, in a step whose turn it is, and one at a time for a seat', async () => {
    const actor = await givenActor(app, { database, clock }, 'tjansteledning-avesta-20');
    const { submission, hash, seatId, other, otherSeat } = await factsFor(actor);
    const { account, assurance } = getLogin(actor);
    const now = clock.now();
    const at = now.toString();
    const seat = 'lanschefsnatverket.vice-chair';
    const order = (changes: Partial<NewOrder> = {}): NewOrder => {
      const what = { draft: DRAFT, submission, step: 'sign', seat, seatId, hash, assurance };
      const when = { authenticatedAt: at, expiresAt: now.add({ hours: 1 }).toString(), at };
      return { id: newId(now), account, assignment: assignmentOf(actor)?.id ?? '', ...what, ...when, ...changes };
    };
    // What is answered with a refusal is taken back.
    const put = (...orders: NewOrder[]) =>
      asApp(actor, async (tx) => {
        for (const one of orders) await insertOrder(tx, one);
      });
    const sign = (one: NewOrder) =>
      asApp(actor, async (tx) => {
        const record = recorder(tx, { actor, today: clock.today(), now });
        const act = await record({ kind: 'drafts.sign', subject: { kind: 'draft', id: DRAFT }, content: {} });
        await insertSignature(tx, one.draft, { ...one, act });
      });
    expect(await put(order())).toMatchObject({ code: 'taken-back' });
    expect(await sign(order())).toMatchObject({ code: 'taken-back' });
    for (const wrong of [
      { hash: 'b'.repeat(64) },
      { submission: other },
      { step: 'adopt' },
      { step: 'nothing' },
      { seat: 'lanschefsnatverket.chair' },
      { seat: 'valfardsradet.chair', seatId: otherSeat },
      { draft: newId() },
    ]) {
      await expect(put(order(wrong)), JSON.stringify(wrong)).rejects.toThrow('row-level security');
      await expect(sign(order(wrong)), JSON.stringify(wrong)).rejects.toThrow('row-level security');
    }
    await expect(put(order(), order())).rejects.toThrow('an order for the seat waits');
    expect(await put(order({ expiresAt: at }), order())).toMatchObject({ code: 'taken-back' });
    expect(await turnWithout(submission)).toEqual([true, false, false]);
  });

  test('is read and kept by nobody but whoever put it, also where the database would let others', async () => {
    const order = await lastOrder('valfardsradet.chair');
    const open = { ...database, transaction: (_: 'read' | 'write', run: Parameters<typeof database.asOwner>[0]) => database.asOwner(run) };
    const runtime = { database: open as typeof database, clock };
    const scope = async (account: string) => ({ runtime, actor: await givenActor(app, { database, clock }, account) });
    expect(await readOrder(await scope('politiker-20'), { order })).toMatchObject({ id: order });
    const stranger = await scope('politiker-avesta-20');
    expect(await readOrder(stranger, { order })).toMatchObject({ code: 'order-not-found' });
    expect(await keepBegun(stranger, { order, reference: 'r', address: '/' })).toMatchObject({ code: 'order-not-found' });
  });

  test('says why it was not taken in whole sentences, though only the code is kept', () => {
    const ofDecisions = [
      'step-not-found',
      'wrong-order',
      'not-a-decider',
      'already-decided',
      'decided-in-the-future',
      'decided-before-its-turn',
    ];
    const ofAnswers = ['other-order', 'other-person', 'other-document', 'too-late', 'already-decided'].map((one) => `signature-${one}`);
    for (const code of [...ofDecisions, ...ofAnswers, 'draft-not-found', 'text-changed', 'seat-ended']) {
      expect(allRefusals[code]?.detail({}), code).toMatch(/^(?!.*undefined).+\.$/);
    }
  });

  test('is not begun while the service is down, nor by who has not the seat, and not taken from a seat that ended meanwhile', async () => {
    const vice = await given('tjansteledning-avesta-20');
    double.goDown();
    expect((await vice.begin('lanschefsnatverket.vice-chair')).status).toBe(503);
    double.comeBack();
    expect((await (await given('politiker-20')).begin('lanschefsnatverket.vice-chair')).status).toBe(403);
    const { where, reference } = await vice.begin('lanschefsnatverket.vice-chair');
    await database.asOwner((tx) =>
      sql`update seat set valid = daterange(lower(valid), '2026-11-22') where body = 'lanschefsnatverket' and position = 'vice-chair'`.execute(
        tx,
      ),
    );
    await double.person.signs(reference);
    expect(await signed('lanschefsnatverket.vice-chair')).toBe(0);
    expect((await vice.get(where)).html).toContain('Tjänstens bevis är sparat');
  });

  test('is made, in the demonstration, at a page of the program itself: as who one is, or refused as somebody else', async () => {
    const order = { id: newId(), sha256: 'a'.repeat(64), signer: 'SE1', seat: 'radet.chair', expiresAt: clock.now().add({ hours: 1 }) };
    const { address, reference } = await demo.service.begin(order, '/verifiera');
    const reader = await givenReader(app);
    const page = await reader.visit(address);
    expect(page.text).toContain('Påhittad tjänst');
    expect(await demo.service.collect(reference)).toBeUndefined();
    expect((await page.submit('what', { what: 'sign-as-other' })).text).toContain('Verifiera ett dokument');
    expect(await demo.service.collect(reference)).toMatchObject({ outcome: 'signed', signer: 'SE1-annan' });
    await (await reader.visit(address)).submit('what', { what: 'sign' });
    expect(await demo.service.collect(reference)).toMatchObject({ outcome: 'signed', signer: 'SE1' });
    expect((await reader.visit(address)).status).toBe(404);
  });

  test('is never noted because of a call that the service did not sign', async () => {
    const body = JSON.stringify({ order: newId() });
    expect(await callBack(body, signatureOf('en annan nyckel', body))).toBe(401);
    expect(await callBack(body, '')).toBe(401);
    expect(await callBack('{"order":"nej"}')).toBe(400);
    expect(await callBack('inte json')).toBe(400);
    expect(await callBack(body)).toBe(204);
  });
});

/** What is answered with a refusal is taken back: the app role, with every policy forgotten. */
const asApp = (actor: Actor, run: (tx: Tx) => Promise<void>) =>
  database.transaction(
    'write',
    async (tx) => {
      await run(tx);
      return refuse('taken-back', {});
    },
    actingOf(actor, clock.now()),
  );

/** What was given over, the seat of whoever acts, an act that gave nothing over, and a seat of somebody else. */
async function factsFor(actor: Actor) {
  const none = { submission: '', hash: '', seatId: '', other: '', otherSeat: '' };
  return database.asOwner(async (tx) => {
    const { rows } = await sql<typeof none>`select a.id as submission, a.content ->> 'hash' as hash,
      (select s.id from seat s where s.account_id = ${getLogin(actor).account} and s.body = 'lanschefsnatverket') as "seatId",
      (select o.id from act o where o.subject_id = a.subject_id and o.kind = 'drafts.open') as other,
      (select s.id from seat s where s.county_code = '20' and s.body = 'valfardsradet' and s.position = 'chair' limit 1) as "otherSeat"
      from act a where a.subject_id = ${DRAFT} and a.kind = 'drafts.submit'`.execute(tx);
    return rows[0] ?? none;
  });
}

/** Whether it is the turn of a seat: as it stands, without one party's decision, and with that party's no. Nothing of it is kept. */
async function turnWithout(submission: string): Promise<boolean[]> {
  const answers: boolean[] = [];
  await database
    .asOwner(async (tx) => {
      const ask = async () => {
        const { rows } = await sql<{
          turn: boolean;
        }>`select is_turn_to_sign(${DRAFT}, ${submission}, 'sign', 'valfardsradet.chair') as turn`.execute(tx);
        answers.push(rows[0]?.turn ?? false);
      };
      const one = sql`subject_id = ${DRAFT} and kind = 'drafts.record-decision' and content ->> 'decider' = 'party:2084'`;
      await ask();
      await sql`update act set content = content || '{"outcome": "rejected"}' where ${one}`.execute(tx);
      await ask();
      await sql`delete from act where ${one}`.execute(tx);
      await ask();
      throw new Error('taken back');
    })
    .catch((error: unknown) => expect(String(error)).toContain('taken back'));
  return answers;
}
